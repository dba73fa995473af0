import { readDeal } from "@ttx/domain/deal";
import { DEAL_ORIGIN_LABELS, DEAL_STATE_LABELS } from "@ttx/domain/deal/client";
import { SETTLEMENT_STATE_LABELS } from "@ttx/domain/settlement/client";
import { addDays, dayOf } from "@ttx/domain/shared/clock";
import { toYuanText } from "@ttx/domain/shared/money";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireActor } from "#auth/actor.ts";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { AwardObjectionList } from "#components/deal/award-objection-list.tsx";
import { AO } from "#components/deal/award-texts.ts";
import { ContractForm } from "#components/deal/contract-form.tsx";
import { ContractText } from "#components/deal/contract-text.tsx";
import { DealCertificate } from "#components/deal/deal-certificate.tsx";
import { DealPayments } from "#components/deal/deal-payments.tsx";
import { DealMoney } from "#components/deal/deal-money.tsx";
import { DealEnding } from "#components/deal/deal-ending.tsx";
import { C, DEAL_TONES, H, P, T, V } from "#components/deal/deal-texts.ts";
import { DealTimeline } from "#components/deal/deal-timeline.tsx";
import { nextOf } from "#components/deal/next-of.ts";
import { modeText } from "#components/notice/mode-text.ts";
import { CreditLines } from "#components/use-first/credit-lines.tsx";
import { U } from "#components/use-first/use-first-texts.ts";
import { SaveFile } from "#components/save-file.tsx";
import { PriceComparison } from "#components/valuation/price-comparison.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Deal = Awaited<ReturnType<typeof readDeal.run>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function DealPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const deal = await readFor(await requireActor(lang), readDeal, { dealId: id });
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/deals"), label: pick(lang, T.title) }, { label: deal.no }]}
        title={<span lang="zh-CN">{deal.title}</span>}
        actions={deal.may.exportEvidence ? <SaveFile lang={lang} url={`/api/v1/deals/${deal.id}/evidence`} name={`成交证据包-${deal.no}.zip`} label={pick(lang, P.evidence)} pendingText={pick(lang, P.preparing)} /> : null}
        status={
          <>
            <StatusTag tone={DEAL_TONES[deal.state]}>{pick(lang, DEAL_STATE_LABELS[deal.state])}</StatusTag>
            {deal.underObjection ? <StatusTag tone="due">{pick(lang, AO.underObjection)}</StatusTag> : null}
            {deal.settlement && !deal.useFirst ? <StatusTag tone={deal.settlement === "BREACH" ? "due" : "active"}>{pick(lang, SETTLEMENT_STATE_LABELS[deal.settlement])}</StatusTag> : null}
          </>
        }
      />
      <ExtensionBanner lang={lang} subjectIds={[deal.id]} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-10 lg:order-1">
          <Section id="contract" title={pick(lang, C.title)}><Contract lang={lang} deal={deal} /></Section>
          <Section id="payments" title={pick(lang, P.title)}>
            {deal.useFirst ? <p><LinkButton size="small" href={href(lang, `/desk/use-first/${deal.useFirst.id}`)}>{pick(lang, P.usedFirst)}</LinkButton></p> : deal.settlement === null ? <p className="text-ink-soft">{pick(lang, P.afterSigning)}</p> : (
              <DealPayments
                lang={lang} dealId={deal.id} title={deal.title} venue={deal.venue?.name ?? null} payments={deal.payments} receivedFen={deal.receivedFen} outstandingFen={deal.outstandingFen}
                interest={deal.interest} mayPayInterest={deal.may.payInterest} fees={deal.fees} mayPayFee={deal.may.payFee} instantPayment={deal.instantPayment} mayPay={deal.may.pay} mayConfirm={deal.may.confirmReceipt} today={dayOf(deal.now)}
              />
            )}
          </Section>
          <DealMoney lang={lang} deal={deal} />
          <Section id="certificate" title={pick(lang, V.title)}>
            <DealCertificate lang={lang} dealId={deal.id} title={deal.title} hasVenue={deal.venue !== null} certificates={deal.certificates} mayIssue={deal.may.certify} mayRevoke={deal.may.revokeCertificate} />
          </Section>
          {deal.listing ? <Section id="objections" title={pick(lang, AO.list)} more={{ href: href(lang, `/awards/${deal.id}`), label: pick(lang, AO.see) }}><AwardObjectionList lang={lang} objections={deal.objections} /></Section> : null}
          <Section id="registration" title={pick(lang, T.registration)}><Registration lang={lang} deal={deal} /></Section>
          <Section id="facts" title={pick(lang, T.facts)}><Facts lang={lang} deal={deal} /></Section>
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, T.price)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={deal.priceFen} /></p>
            <p className="text-sm text-ink-soft">{deal.priceCapital}</p>
          </Panel>
          <NextStep lang={lang} deal={deal} />
          {deal.comparison ? <PriceComparison lang={lang} comparison={deal.comparison} href={href(lang, `/desk/results/${deal.resultId}/valuations`)} /> : null}
          {deal.buyerCredit === null ? null : <Panel title={pick(lang, U.creditOf)}><CreditLines lang={lang} credit={deal.buyerCredit} /></Panel>}
          <DealEnding lang={lang} deal={deal} />
          <Section id="procedure" title={pick(lang, T.procedure)}>
            <DealTimeline
              lang={lang}
              times={{
                ...deal,
                hasVenue: deal.venue !== null,
                seller: deal.seller.name,
                buyer: deal.buyer.name,
                firstPaidAt: deal.payments[0]?.paidAt ?? null,
                certifiedAt: deal.certificates.find(({ revokedAt }) => revokedAt === null)?.issuedAt ?? null,
              }}
            />
          </Section>
        </div>
      </div>
    </article>
  );
}

function Contract({ lang, deal }: { readonly lang: Lang; readonly deal: Deal }) {
  const { drafted } = deal;
  const today = dayOf(deal.now);
  const given = drafted
    ? { contractName: drafted.contractName, validFrom: drafted.validFrom, validTo: drafted.validTo, contractText: drafted.text, instalments: drafted.instalments.map(({ dueOn, amountFen }) => ({ dueOn, amount: toYuanText(amountFen) })) }
    : { contractName: deal.proposedName, validFrom: today, validTo: addDays(today, 365), contractText: "", instalments: [{ dueOn: deal.outerOn ?? deal.oneSum?.dueOn ?? addDays(today, 7), amount: toYuanText(deal.priceFen) }] };
  const form = deal.may.draft ? <ContractForm key={deal.version} lang={lang} dealId={deal.id} version={deal.version} oneSumDays={deal.oneSum?.workingDays ?? null} given={given} /> : null;
  if (!drafted) return form ?? <p className="text-ink-soft">{pick(lang, C.none)}</p>;
  return (
    <div className="grid gap-4">
      <ContractText lang={lang} drafted={drafted} signatures={[{ party: deal.seller.name, at: deal.sellerSignedAt }, { party: deal.buyer.name, at: deal.buyerSignedAt }]} />
      {form ? <details className="rounded border border-line p-4"><summary className="link cursor-pointer font-medium">{pick(lang, C.redraft)}</summary><div className="mt-4">{form}</div></details> : null}
    </div>
  );
}

function Registration({ lang, deal }: { readonly lang: Lang; readonly deal: Deal }) {
  if (!deal.contract) return <p className="text-ink-soft">{pick(lang, T.registrationWait)}</p>;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {deal.contract.registrationNo ? <span className="tabular font-medium">{deal.contract.registrationNo}</span> : <span className="text-ink-soft">{pick(lang, T.registrationOpened)}</span>}
      {deal.side === "seller" ? <LinkButton size="small" href={href(lang, `/desk/contracts/${deal.contract.id}`)}>{pick(lang, T.registrationOpen)}</LinkButton> : null}
    </div>
  );
}

function Facts({ lang, deal }: { readonly lang: Lang; readonly deal: Deal }) {
  const origins: readonly { readonly term: Text; readonly place: `/${string}`; readonly of: { readonly id: string; readonly no: string } | null }[] = [
    { term: T.listing, place: "/listings", of: deal.listing },
    { term: T.auction, place: "/auctions", of: deal.auction },
    { term: T.notice, place: "/notices", of: deal.notice },
  ];
  return (
    <DefinitionList
      items={[
        { term: pick(lang, T.number), value: <span className="tabular">{deal.no}</span> },
        { term: pick(lang, T.origin), value: pick(lang, DEAL_ORIGIN_LABELS[deal.origin]) },
        ...origins.flatMap(({ term, place, of }) => (of ? [{ term: pick(lang, term), value: <a className="link tabular" href={href(lang, `${place}/${of.id}`)}>{of.no}</a> }] : [])),
        { term: pick(lang, T.seller), value: deal.seller.name },
        { term: pick(lang, T.buyer), value: deal.buyer.name },
        { term: pick(lang, T.venue), value: deal.venue?.name ?? pick(lang, T.direct) },
        { term: pick(lang, T.mode), value: modeText(lang, deal) },
        { term: pick(lang, T.paymentTerms), value: deal.paymentTerms || "—" },
      ]}
    />
  );
}

/** The one next act of whoever looks, or who acts next. */
function NextStep({ lang, deal }: { readonly lang: Lang; readonly deal: Deal }) {
  if (deal.state === "DEFAULTED" || deal.state === "ANNULLED") return null;
  const words = nextOf({ ...deal, sellerSigned: deal.sellerSignedAt !== null, buyerSigned: deal.buyerSignedAt !== null, handedOver: deal.handedOverAt !== null, feeOpen: (deal.fees?.openFen ?? 0n) > 0n });
  return (
    <Panel title={pick(lang, T.next)} tone={deal.state === "SETTLED" ? "done" : deal.settlement === "BREACH" ? "due" : "brand"}>
      <div className="grid justify-items-start gap-3">
        <p>{pick(lang, deal.useFirst && deal.state === "SETTLING" ? P.usedFirstNext : words)}</p>
        {deal.heldUntil ? <p className="tabular text-sm">{pick(lang, P.held).replace("{until}", formatDateTime(deal.heldUntil, lang))}</p> : null}
        {nextAct(lang, deal)}
      </div>
    </Panel>
  );
}

function nextAct(lang: Lang, deal: Deal): ReactNode {
  const base = `/api/v1/deals/${deal.id}`;
  if (deal.may.sign && deal.drafted) {
    const [party, other] = deal.side === "seller" ? [deal.seller.name, deal.buyer.name] : [deal.buyer.name, deal.seller.name];
    const sentence = pick(lang, C.signSentence).replace("{party}", party).replace("{other}", other).replace("{name}", deal.drafted.contractName).replace("{hash}", deal.drafted.hash.slice(0, 12));
    const declaresSme = deal.side === "buyer" && deal.smeOnly;
    return <ConfirmedAct lang={lang} url={`${base}/sign`} body={{ contractHash: deal.drafted.hash, declaresSme }} label={pick(lang, C.sign)} sentence={declaresSme ? `${sentence}${pick(lang, C.declaresSme)}` : sentence} amount={toYuanText(deal.priceFen)} />;
  }
  if (deal.may.draft) return <LinkButton href="#contract">{pick(lang, C.draft)}</LinkButton>;
  if (deal.may.release) return <ConfirmedAct lang={lang} url={`${base}/release`} label={pick(lang, H.release)} sentence={pick(lang, H.releaseSentence).replace("{seller}", deal.seller.name)} amount={toYuanText(deal.receivedFen)} />;
  if (deal.may.certify) return <LinkButton href="#certificate">{pick(lang, V.issue)}</LinkButton>;
  if (deal.may.confirmHandover && (deal.settlement === "PAYABLE_TO_SELLER" || deal.venue === null)) {
    return <ConfirmedAct lang={lang} url={`${base}/handover`} label={pick(lang, H.handover)} sentence={pick(lang, H.handoverSentence).replace("{title}", deal.title)} />;
  }
  const isAwaited = (deal.settlement !== "CERTIFY" || deal.may.payFee) && deal.settlement !== "PAYABLE_TO_SELLER";
  return isAwaited && (deal.may.pay || deal.may.payFee || deal.may.confirmReceipt) ? <LinkButton href="#payments">{pick(lang, P.title)}</LinkButton> : null;
}
