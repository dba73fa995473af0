import type { readDeal } from "@ttx/domain/deal";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { X } from "./deal-money-texts.ts";

type Deal = Pick<Awaited<ReturnType<typeof readDeal.run>>, "id" | "commissions" | "refunds" | "return">;

/** What else is paid on a deal: managers' commissions, and after a failure what goes back. */
export function DealMoney({ lang, deal }: { readonly lang: Lang; readonly deal: Deal }) {
  return (
    <>
      {deal.commissions.length > 0 ? (
        <Section id="commissions" title={pick(lang, X.commissions)} intro={pick(lang, X.commissionIntro)}>
          <Table
            dense
            caption={pick(lang, X.commissions)}
            rows={deal.commissions}
            rowKey={(row) => row.mandateId}
            columns={[
              { key: "agency", label: pick(lang, X.manager), head: true, cell: (row) => <span lang="zh-CN">{row.agency}</span> },
              { key: "mandate", label: pick(lang, X.basis), cell: (row) => <span className="tabular">{row.mandateNo}</span> },
              { key: "whose", label: pick(lang, X.whose), cell: (row) => pick(lang, row.standing === "TAIL" ? X.tail : row.side === "SELLER" ? X.ofSeller : X.ofBuyer) },
              { key: "amount", label: pick(lang, X.owed), align: "right", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
              { key: "paid", label: pick(lang, X.paid), align: "right", cell: (row) => (row.side === "SELLER" ? <Money lang={lang} amount={row.paidFen} /> : "—") },
            ]}
          />
        </Section>
      ) : null}
      {deal.return ? (
        <Panel title={pick(lang, X.returnTitle)} tone={deal.return.openFen > 0n ? "due" : "done"}>
          <p>{pick(lang, deal.return.openFen > 0n ? X.returnOpen : X.returnDone)}</p>
          <p className="mt-2"><Money lang={lang} amount={deal.return.openFen} className="font-semibold" /> · {pick(lang, X.reference)} <code className="tabular">{deal.return.reference}</code></p>
        </Panel>
      ) : null}
      {deal.refunds.length > 0 ? (
        <Section id="refunds" title={pick(lang, X.refunds)} intro={pick(lang, X.refundIntro)}>
          <Table
            dense
            caption={pick(lang, X.refunds)}
            rows={deal.refunds}
            rowKey={(row) => row.id}
            columns={[
              { key: "what", label: pick(lang, X.what), head: true, cell: (row) => pick(lang, row.account === "BUYER_FEE" ? X.ofFee : X.ofPrice) },
              { key: "amount", label: pick(lang, X.amount), align: "right", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
              { key: "due", label: pick(lang, X.dueAt), cell: (row) => <span className="tabular">{formatDateTime(row.paidAt ?? row.dueAt, lang)}</span> },
              { key: "state", label: pick(lang, X.state), width: "narrow", cell: (row) => <StatusTag tone={row.state === "PAID" ? "done" : "waiting"}>{pick(lang, row.state === "PAID" ? X.paidBack : X.ordered)}</StatusTag> },
            ]}
          />
        </Section>
      ) : null}
    </>
  );
}
