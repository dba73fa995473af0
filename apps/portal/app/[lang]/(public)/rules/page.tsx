import { readVenueRules } from "@ttx/domain/settlement";
import { DefinitionList } from "@ttx/ui/definition-list";
import { EmptyState } from "@ttx/ui/empty-state";
import { Money } from "@ttx/ui/money";
import { formatDay } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { feeShareWords, L, SELLER_CLASS_WORDS } from "#components/rules/rules-texts.ts";
import { askedText, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Rules = NonNullable<Awaited<ReturnType<typeof readVenueRules.run>>["rules"]>;
type Part = { readonly lang: Lang; readonly rules: Rules };

const CLASSES = ["STATE_INSTITUTE", "STATE_OWNED_ENTERPRISE", "PRIVATE"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), L.title) };
}

export default async function RulesPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const { venues, rules } = await readPublic(readVenueRules, { venueId: askedText(asked, "venue") || undefined, at: askedText(asked, "at") || undefined });
  return (
    <div className="grid gap-8" data-print="sheet">
      <PageHeader lang={lang} title={pick(lang, L.title)} intro={pick(lang, L.intro)} />
      {rules === null ? <EmptyState level={2} title={pick(lang, L.none)} /> : (
        <>
          <Tabs label={pick(lang, L.venues)} tabs={venues.map((venue) => ({ href: href(lang, "/rules", { venue: venue.id }), label: <span lang={lang === "en" && venue.nameEn ? "en" : "zh-CN"}>{nameIn(lang, venue)}</span>, current: venue.id === rules.venue.id }))} />
          {rules.asOf === null ? null : <p className="text-due">{say(lang, L.asOf, { day: formatDay(rules.asOf, lang) })} <a className="link" href={href(lang, "/rules", { venue: rules.venue.id })}>{pick(lang, L.today)}</a></p>}
          <Coming lang={lang} rules={rules} />
          <Periods lang={lang} rules={rules} />
          <Bidding lang={lang} rules={rules} />
          <Deposits lang={lang} rules={rules} />
          <Settlement lang={lang} rules={rules} />
          <Fees lang={lang} rules={rules} />
        </>
      )}
    </div>
  );
}

function say(lang: Lang, words: Text, filled: Readonly<Record<string, string | number>> = {}): string {
  return pick(lang, words).replace(/\{(\w+)\}/g, (_whole, name: string) => String(filled[name] ?? ""));
}

const percent = (bp: number): string => `${bp / 100}%`;

function Standing({ lang, isOwn, version }: { readonly lang: Lang; readonly isOwn: boolean; readonly version: string }) {
  return <p className="flex flex-wrap items-center gap-3 text-sm text-ink-soft"><StatusTag tone={isOwn ? "done" : "waiting"}>{pick(lang, isOwn ? L.own : L.proposed)}</StatusTag>{isOwn ? <span className="tabular">{say(lang, L.version, { version })}</span> : null}</p>;
}

/** Rules that are published and not in force yet, for whoever wants to say something about them. */
function Coming({ lang, rules: { coming } }: Part) {
  if (coming.length === 0) return null;
  return (
    <Section id="coming" title={pick(lang, L.coming)}>
      <div className="grid gap-6">
        {coming.map((then) => (
          <Panel key={then.effectiveFrom.toISOString()} title={say(lang, L.comingFrom, { day: formatDay(then.effectiveFrom, lang) })} tone="due">
            <p lang="zh-CN" className="mb-4">{then.reason}</p>
            <DefinitionList
              items={[
                ...CLASSES.map((one) => ({ term: `${pick(lang, L.announced)} · ${pick(lang, SELLER_CLASS_WORDS[one])}`, value: say(lang, L.workingDays, { n: then.announcementMinWorkingDays[one] }) })),
                { term: pick(lang, L.extension), value: say(lang, L.workingDays, { n: then.extensionMinWorkingDays }) },
                { term: pick(lang, L.suspension), value: say(lang, L.days, { n: then.suspensionMaxDays }) },
                { term: pick(lang, L.qualification), value: say(lang, L.days, { n: then.qualificationDays }) },
                { term: pick(lang, L.sole), value: pick(lang, then.soleBuyerNeedsNotice ? L.soleNotice : L.soleAnnounced) },
                { term: pick(lang, L.withdrawal), value: then.withdrawalCostFen === 0n ? pick(lang, L.noCosts) : <Money lang={lang} amount={then.withdrawalCostFen} /> },
                { term: pick(lang, L.full), value: say(lang, L.workingDays, { n: then.fullPriceWorkingDays }) },
                { term: pick(lang, L.grace), value: say(lang, L.days, { n: then.graceDays }) },
                { term: pick(lang, L.overdue), value: say(lang, L.interestRate, { rate: percent(then.overdueInterestBpPerYear) }) },
                { term: pick(lang, L.refund), value: then.refund.kind === "HOURS" ? say(lang, L.hours, { n: then.refund.hours }) : say(lang, L.workingDays, { n: then.refund.days }) },
                { term: pick(lang, L.interest), value: then.interest.kind === "NONE" ? pick(lang, L.noInterest) : say(lang, L.interestRate, { rate: percent(then.interest.rateBp) }) },
                { term: pick(lang, L.appeal), value: say(lang, L.workingDays, { n: then.appealWorkingDays }) },
                { term: pick(lang, L.fees), value: then.bands.map(({ upToFen, rateBp }) => `${upToFen === null ? pick(lang, L.above) : say(lang, L.upTo, { amount: wanOf(lang, upToFen) })} ${percent(rateBp)}`).join(lang === "zh" ? "；" : "; ") },
                { term: pick(lang, L.borne), value: feeShareWords(lang, then.buyerShareBp) },
              ]}
            />
          </Panel>
        ))}
      </div>
    </Section>
  );
}

function Periods({ lang, rules: { listing } }: Part) {
  const workingDays = (n: number): string => say(lang, L.workingDays, { n });
  return (
    <Section id="periods" title={pick(lang, L.periods)}>
      <Standing lang={lang} isOwn={listing.standing === "VENUE_RULES"} version={listing.version} />
      <Table
        caption={pick(lang, L.periods)}
        rows={CLASSES}
        rowKey={(row) => row}
        columns={[
          { key: "class", label: pick(lang, L.sellerClass), head: true, cell: (row) => pick(lang, SELLER_CLASS_WORDS[row]) },
          { key: "announced", label: pick(lang, L.announced), cell: (row) => workingDays(listing.announcementMinWorkingDays[row]) },
          { key: "result", label: pick(lang, L.result), cell: (row) => (listing.resultAnnouncementWorkingDays[row] === 0 ? pick(lang, L.noResult) : workingDays(listing.resultAnnouncementWorkingDays[row])) },
          { key: "holds", label: pick(lang, L.holds), cell: (row) => pick(lang, listing.resultHoldsContract[row] ? L.mayNot : L.may) },
        ]}
      />
      <DefinitionList
        items={[
          { term: pick(lang, L.closing), value: say(lang, L.closingAt, { hour: listing.closingHour }) },
          { term: pick(lang, L.extension), value: workingDays(listing.extensionMinWorkingDays) },
          { term: pick(lang, L.cycles), value: say(lang, L.times, { n: listing.extensionMaxCycles }) },
          { term: pick(lang, L.suspension), value: say(lang, L.days, { n: listing.suspensionMaxDays }) },
          { term: pick(lang, L.resume), value: workingDays(listing.resumeMinRemainingWorkingDays) },
          { term: pick(lang, L.cut), value: percent(listing.priceCutFloorBp) },
          { term: pick(lang, L.sole), value: pick(lang, listing.soleBuyerNeedsNotice ? L.soleNotice : L.soleAnnounced) },
          { term: pick(lang, L.withdrawal), value: listing.withdrawalCostFen === 0n ? pick(lang, L.noCosts) : <Money lang={lang} amount={listing.withdrawalCostFen} /> },
          { term: pick(lang, L.qualification), value: say(lang, L.days, { n: listing.qualificationDays }) },
        ]}
      />
    </Section>
  );
}

function Bidding({ lang, rules: { listing } }: Part) {
  const { bidding } = listing;
  const minutes = (seconds: number): number => Math.round(seconds / 60);
  return (
    <Section id="bidding" title={pick(lang, L.bidding)}>
      <DefinitionList
        items={[
          { term: pick(lang, L.window), value: say(lang, L.windowText, { min: bidding.windowMinSeconds, max: bidding.windowMaxSeconds }) },
          { term: pick(lang, L.onePeriod), value: say(lang, L.hoursLong, { n: bidding.onePeriodMinHours }) },
          { term: pick(lang, L.pause), value: say(lang, L.minutes, { n: minutes(bidding.pauseSeconds) }) },
          { term: pick(lang, L.outage), value: say(lang, L.outageText, { n: minutes(bidding.shortOutageSeconds), hours: bidding.restartNoticeHours }) },
          { term: pick(lang, L.reserveSet), value: say(lang, L.reserveText, { n: bidding.reserveClosesMinutes }) },
          { term: pick(lang, L.answers), value: say(lang, L.workingDays, { n: listing.priorityAnswerWorkingDays }) },
          { term: pick(lang, L.standby), value: say(lang, L.days, { n: bidding.standbyDays }) },
          { term: pick(lang, L.rerun), value: percent(listing.rerunCutMaxBp) },
        ]}
      />
    </Section>
  );
}

function Deposits({ lang, rules: { listing, deposit } }: Part) {
  const { rateBp, rateMinBp, rateMaxBp, capBp } = listing.deposit;
  const { refund, interest, forfeit } = deposit;
  return (
    <Section id="deposits" title={pick(lang, L.deposits)}>
      <DefinitionList
        items={[
          { term: pick(lang, L.rate), value: say(lang, L.rateText, { rate: percent(rateBp), min: percent(rateMinBp), max: percent(rateMaxBp), cap: percent(capBp) }) },
          { term: pick(lang, L.refund), value: refund.kind === "HOURS" ? say(lang, L.hours, { n: refund.hours }) : say(lang, L.workingDays, { n: refund.days }) },
          { term: pick(lang, L.interest), value: interest.kind === "NONE" ? pick(lang, L.noInterest) : say(lang, L.interestRate, { rate: percent(interest.rateBp) }) },
          { term: pick(lang, L.appeal), value: say(lang, L.workingDays, { n: forfeit.appealWorkingDays }) },
        ]}
      />
    </Section>
  );
}

function Settlement({ lang, rules: { settlement } }: Part) {
  return (
    <Section id="settlement" title={pick(lang, L.settlement)}>
      <Standing lang={lang} isOwn={settlement.standing === "VENUE_RULES"} version={settlement.version} />
      <DefinitionList
        items={[
          { term: pick(lang, L.full), value: say(lang, L.workingDays, { n: settlement.fullPriceWorkingDays }) },
          { term: pick(lang, L.grace), value: say(lang, L.days, { n: settlement.graceDays }) },
          { term: pick(lang, L.overdue), value: say(lang, L.interestRate, { rate: percent(settlement.overdueInterestBpPerYear) }) },
          { term: pick(lang, L.release), value: say(lang, L.workingDays, { n: settlement.releaseWorkingDays }) },
        ]}
      />
    </Section>
  );
}

function Fees({ lang, rules: { fees } }: Part) {
  return (
    <Section id="fees" title={pick(lang, L.fees)} intro={[L.feesText, ...(fees.agreed ? [] : [L.feesCap])].map((text) => pick(lang, text)).join(lang === "zh" ? "" : " ")}>
      <Standing lang={lang} isOwn={fees.agreed} version={fees.version} />
      <DefinitionList items={[{ term: pick(lang, L.borne), value: feeShareWords(lang, fees.buyerShareBp) }]} />
      <Table
        caption={pick(lang, L.fees)}
        rows={fees.bands}
        rowKey={(row) => String(row.upToFen ?? "rest")}
        columns={[
          { key: "band", label: pick(lang, L.band), head: true, cell: (row) => (row.upToFen === null ? pick(lang, L.above) : say(lang, L.upTo, { amount: wanOf(lang, row.upToFen) })) },
          { key: "rate", label: pick(lang, L.rate), align: "right", cell: (row) => <span className="tabular">{percent(row.rateBp)}</span> },
        ]}
      />
      <Table
        caption={pick(lang, L.examples)}
        rows={fees.examples}
        rowKey={(row) => String(row.priceFen)}
        columns={[
          { key: "price", label: pick(lang, L.price), head: true, cell: (row) => <Money lang={lang} amount={row.priceFen} /> },
          { key: "fee", label: pick(lang, L.fee), align: "right", cell: (row) => <Money lang={lang} amount={row.buyerFen + row.sellerFen} /> },
          { key: "buyer", label: pick(lang, L.buyerFee), align: "right", cell: (row) => <Money lang={lang} amount={row.buyerFen} /> },
          { key: "seller", label: pick(lang, L.sellerFee), align: "right", cell: (row) => <Money lang={lang} amount={row.sellerFen} /> },
        ]}
      />
    </Section>
  );
}

/** Bounds of bands are round: whole units of ten thousand yuan. */
function wanOf(lang: Lang, amountFen: bigint): string {
  return lang === "zh" ? `${amountFen / 1_000_000n} 万元` : `CNY ${(amountFen / 100n).toLocaleString("en")}`;
}
