import { listPayments, listRefunds, RECEIPT_OUTCOME_LABELS, type ReceiptOutcome } from "@ttx/domain/deposit";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { toYuanText } from "@ttx/domain/shared/money";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { WalletIcon } from "@ttx/ui/icons/wallet";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ConfirmRefund, ReceivePaymentForm, StatementForm } from "#components/money/finance-forms.tsx";
import { M, REFUND_REASONS } from "#components/money/money-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Part = { readonly lang: Lang; readonly actor: PersonActor; readonly asked: Asked };

const VIEWS = { payments: M.payments, refunds: M.refunds, done: M.done } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), M.title) };
}

export default async function MoneyPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const view = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).find((one) => one === askedText(asked, "view")) ?? "payments";
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, M.title)} intro={pick(lang, M.intro)} />
      <Tabs label={pick(lang, M.title)} tabs={(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((one) => ({ href: href(lang, "/desk/money", { view: one === "payments" ? undefined : one }), label: pick(lang, VIEWS[one]), current: one === view }))} />
      {view === "payments" ? (
        <>
          <Payments lang={lang} actor={actor} asked={asked} />
          <div className="grid gap-8 xl:grid-cols-2">
            <Section id="enter" title={pick(lang, M.enter)}><ReceivePaymentForm lang={lang} /></Section>
            <Section id="load" title={pick(lang, M.load)}><StatementForm lang={lang} /></Section>
          </div>
        </>
      ) : (
        <Refunds lang={lang} actor={actor} asked={asked} state={view === "refunds" ? "ORDERED" : "PAID"} />
      )}
    </div>
  );
}

async function Payments({ lang, actor, asked }: Part) {
  const page = await readFor(actor, listPayments, { cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  return (
    <div className="grid gap-4">
      <Table
        caption={pick(lang, M.payments)}
        rows={page.items}
        rowKey={(row) => row.receiptId}
        empty={<EmptyState level={2} icon={<WalletIcon size={24} />} title={pick(lang, M.noPayments)} />}
        columns={[
          { key: "payer", label: pick(lang, M.payerName), head: true, cell: (row) => row.payerName },
          { key: "reference", label: pick(lang, M.reference), cell: (row) => <span className="tabular">{row.reference}</span> },
          { key: "amount", label: pick(lang, M.amount), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
          { key: "at", label: pick(lang, M.receivedAt), width: "narrow", cell: (row) => <span className="tabular">{formatDateTime(row.receivedAt, lang)}</span> },
          { key: "outcome", label: pick(lang, M.outcome), cell: (row) => pick(lang, RECEIPT_OUTCOME_LABELS[row.outcome]) },
          { key: "next", label: pick(lang, M.nextStep), cell: (row) => <NextOfPayment lang={lang} payment={row} /> },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/money"), page.nextCursor)} />
    </div>
  );
}

type Payment = { readonly outcome: ReceiptOutcome; readonly dealId: string | null; readonly refund: { readonly state: "ORDERED" | "PAID"; readonly dueAt: Date } | null };

/** What is left to do about a payment: nothing, a refund by its day, or to see the deal it counts for. */
function NextOfPayment({ lang, payment: { outcome, dealId, refund } }: { readonly lang: Lang; readonly payment: Payment }) {
  if (refund?.state === "PAID") return <span>{pick(lang, M.paidBack)}</span>;
  if (refund) return <a className="link" href={href(lang, "/desk/money", { view: "refunds" })}>{pick(lang, M.refundBy)} <span className="tabular">{formatDateTime(refund.dueAt, lang)}</span></a>;
  if (dealId !== null) return <a className="link" href={href(lang, `/desk/deals/${dealId}`)}>{pick(lang, M.countedTo)}</a>;
  return <span className="text-ink-soft">{pick(lang, outcome === "FORWARDED" ? M.beingCounted : M.nothingToDo)}</span>;
}

async function Refunds({ lang, actor, asked, state }: Part & { readonly state: "ORDERED" | "PAID" }) {
  const page = await readFor(actor, listRefunds, { state, cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const isOpen = state === "ORDERED";
  return (
    <div className="grid gap-4">
      <Table
        caption={pick(lang, isOpen ? M.refunds : M.done)}
        rows={page.items}
        rowKey={(row) => row.refundId}
        empty={<EmptyState level={2} icon={<WalletIcon size={24} />} title={pick(lang, M.noRefunds)} />}
        columns={[
          { key: "payee", label: pick(lang, M.payee), head: true, cell: (row) => row.payerName },
          { key: "account", label: pick(lang, M.toAccount), cell: (row) => <span className="tabular">{row.payerAccount}</span> },
          { key: "amount", label: pick(lang, M.amount), align: "right", width: "narrow", cell: (row) => <Money lang={lang} amount={row.amountFen} /> },
          { key: "why", label: pick(lang, M.why), cell: (row) => { const why = REFUND_REASONS[row.reason]; return why ? pick(lang, why) : row.reason; } },
          {
            key: "due", label: pick(lang, isOpen ? M.dueAt : M.paidAt), width: "narrow",
            cell: (row) => <span className={isOpen && row.dueAt < page.now ? "tabular font-medium text-live" : "tabular"}>{formatDateTime(isOpen ? row.dueAt : (row.paidAt ?? row.dueAt), lang)}{isOpen && row.dueAt < page.now ? ` · ${pick(lang, M.overdue)}` : ""}</span>,
          },
          { key: "act", label: pick(lang, isOpen ? M.act : M.bankReference), width: "narrow", cell: (row) => (isOpen ? <ConfirmRefund lang={lang} refund={{ refundId: row.refundId, payerName: row.payerName, amount: toYuanText(row.amountFen) }} /> : <span className="tabular text-sm">{row.providerRef}</span>) },
        ]}
      />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/money", { view: isOpen ? "refunds" : "done" }), page.nextCursor)} />
    </div>
  );
}
