import { LISTING_STATE_LABELS, readPublishedListing } from "@ttx/domain/listing";
import { LISTING_EVENT_LABELS, MATERIAL_LABELS, OFFER_MODE_LABELS, SELLER_CLASS_LABELS } from "@ttx/domain/listing/client";
import { codeLabel } from "@ttx/domain/reference";
import { RIGHT_STATUS_LABELS, type RightStatus } from "@ttx/domain/result/client";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { dayOf } from "@ttx/domain/shared/clock";
import { fillText } from "@ttx/domain/shared/texts";
import { Countdown } from "@ttx/ui/countdown";
import { DefinitionList, type Definition } from "@ttx/ui/definition-list";
import { formatDateTime, formatDay } from "@ttx/ui/format";
import { Hint } from "@ttx/ui/hint";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table, type Column } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import { Timeline, type TimelineStep } from "@ttx/ui/timeline";
import type { Metadata } from "next";
import { cache } from "react";
import { FileLink } from "#components/document/file-link.tsx";
import { PageActs } from "#components/interest/page-acts.tsx";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { FEE, VenueFee } from "#components/rules/venue-fee.tsx";
import { biddingFacts } from "#components/listing/bidding-facts.tsx";
import { disclosureFacts } from "#components/listing/disclosure-facts.tsx";
import { projectContractFacts } from "#components/project-contract/project-contract-line.tsx";
import { IntentBox } from "#components/listing/intent-box.tsx";
import { filled, LISTING_TONES, offerText } from "#components/listing/listing-words.ts";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";
import { T } from "#components/listing/listing-texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const readOnce = cache((listingId: string) => readPublic(readPublishedListing, { listingId }));
type Listing = Awaited<ReturnType<typeof readOnce>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const listing = await readOnce(id);
  return { title: titleIn(lang, listing), description: listing.result.summary.slice(0, 150) };
}

export default async function ListingPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const listing = await readOnce(id);
  const { result, terms } = listing;
  const english = lang === "en" && result.titleEn !== null;
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/listings"), label: pick(lang, T.listings) }, ...(result.field === null ? [] : [{ href: href(lang, "/listings", { field: result.field }), label: pick(lang, codeLabel("tech-fields", result.field)) }])]}
        title={titleIn(lang, listing)}
        actions={<PageActs lang={lang} kind="LISTING" id={id} title={listing.result.title} />}
        intro={english ? <span lang="zh-CN">{result.title}</span> : undefined}
        status={<><StatusTag tone={LISTING_TONES[listing.state]}>{pick(lang, LISTING_STATE_LABELS[listing.state])}</StatusTag><span className="tabular text-sm text-ink-soft">{`${pick(lang, T.no)} ${listing.no}`}</span></>}
      />
      <ExtensionBanner lang={lang} subjectIds={[id]} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <aside className="grid min-w-0 content-start gap-6 lg:order-2">
          <Panel tone={listing.state === "LISTED" ? "brand" : "plain"}>
            <p className="text-sm text-ink-soft">{pick(lang, T.price)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={terms.priceFen} /></p>
            <p className="text-sm text-ink-soft">{`${pick(lang, T.deposit)} `}<Money lang={lang} amount={terms.depositFen} /></p>
            <PeriodLeft lang={lang} listing={listing} />
            <IntentBox lang={lang} listingId={listing.listingId} listingNo={listing.no} conditions={terms.buyerConditions} isListed={listing.state === "LISTED"} />
          </Panel>
          {listing.auctions.length > 0 ? (
            <Panel tone="live">
              <div className="grid gap-2">
                {listing.auctions.map(({ id: auctionId, no }) => <LinkButton key={auctionId} tone="primary" wide href={href(lang, `/auctions/${auctionId}`)}>{`${pick(lang, T.auction)} ${no}`}</LinkButton>)}
              </div>
            </Panel>
          ) : null}
          <Panel>
            <dl className="grid gap-3">
              <div><dt className="text-sm text-ink-soft">{pick(lang, T.seller)}</dt><dd className="font-medium">{nameIn(lang, listing.seller)}</dd></div>
              <div><dt className="text-sm text-ink-soft">{pick(lang, T.venue)}</dt><dd className="font-medium">{nameIn(lang, listing.venue)}</dd></div>
              {listing.contact.name ? <div><dt className="text-sm text-ink-soft">{pick(lang, T.contact)}</dt><dd>{listing.contact.name} {listing.contact.phone ? <a className="link tabular" href={`tel:${listing.contact.phone.replace(/[^\d+]/g, "")}`}>{listing.contact.phone}</a> : null}</dd></div> : null}
            </dl>
            {listing.previous ? <p className="mt-4 text-sm"><a className="link" href={href(lang, `/listings/${listing.previous.id}`)}>{fillText(pick(lang, T.previous), listing.previous)}</a></p> : null}
            {listing.next ? <p className="mt-4 text-sm"><a className="link" href={href(lang, `/listings/${listing.next.id}`)}>{fillText(pick(lang, T.next), listing.next)}</a></p> : null}
          </Panel>
          <Panel title={pick(lang, T.procedure)}>
            <Timeline lang={lang} label={pick(lang, T.procedure)} steps={steps(lang, listing)} />
          </Panel>
        </aside>
        <div className="grid min-w-0 content-start gap-8">
          <Section id="announcement" title={pick(lang, T.announcement)} more={{ href: href(lang, "/rules", { venue: listing.venue.id, at: listing.publishedAt.toISOString() }), label: pick(lang, T.rulesThen) }}>
            <DefinitionList items={filled([...announced(lang, listing), ...(await projectContractFacts(lang, ANONYMOUS, result.resultId))])} />
          </Section>
          <Section id="result" title={pick(lang, T.result)} more={result.isPublished ? { href: href(lang, `/results/${result.resultId}`), label: pick(lang, T.seeResult) } : undefined}>
            <div className="grid gap-5">
              <p lang="zh-CN" className="prose-column line-clamp-[12] whitespace-pre-line">{result.summary}</p>
              <h3 className="font-medium">{pick(lang, T.rights)}</h3>
              <Table caption={pick(lang, T.rights)} columns={rightColumns(lang)} rows={result.rights} rowKey={(right) => `${right.kind}-${right.number ?? right.title}`} empty={<p className="text-ink-soft">{pick(lang, T.noRights)}</p>} />
            </div>
          </Section>
          {terms.promise.ifSeveral === "BIDDING" || listing.state === "BIDDING" ? (
            <Section id="bidding" title={pick(lang, T.bidding)} intro={pick(lang, T.biddingIntro)}>
              <DefinitionList items={filled([...biddingFacts(lang, terms.bidding), { term: pick(lang, T.reserveHash), value: listing.reserve.hash === null ? null : <code className="text-sm break-all">{listing.reserve.hash}</code> }])} />
            </Section>
          ) : null}
          <Section id="papers" title={pick(lang, T.papers)}>
            <Papers lang={lang} listing={listing} />
          </Section>
          {listing.versions.length > 1 ? (
            <Section id="versions" title={pick(lang, T.versions)}>
              <ol className="grid gap-3">
                {listing.versions.map(({ no, at, reason, approvalPaper, priceFen }) => (
                  <li key={no} className="border-b border-line pb-3 last:border-b-0">
                    <p className="font-medium">{no === 1 ? pick(lang, T.firstVersion) : fillText(pick(lang, T.version), { no })} <span className="tabular ml-2 text-sm font-normal text-ink-soft">{formatDateTime(at, lang)}</span></p>
                    <p className="text-sm"><Money lang={lang} amount={priceFen} />{reason ? <span lang="zh-CN" className="ml-3">{reason}</span> : null}</p>
                    {approvalPaper ? <p className="text-sm text-ink-soft">{fillText(pick(lang, T.approval), { paper: approvalPaper })}</p> : null}
                  </li>
                ))}
              </ol>
            </Section>
          ) : null}
        </div>
      </div>
    </article>
  );
}

function titleIn(lang: Lang, { result }: Listing): string {
  return (lang === "en" && result.titleEn) || result.title;
}

function PeriodLeft({ lang, listing }: { readonly lang: Lang; readonly listing: Listing }) {
  const { period, state, now } = listing;
  if (state === "SUSPENDED") return <p className="mt-4 text-sm text-due">{fillText(pick(lang, T.suspended), { reason: listing.stateReason ?? "" })}</p>;
  if (period === null) return null;
  const isRunning = state === "LISTED" && now < period.endsAt;
  const skipped = period.daysOff.length;
  return (
    <div className="mt-4 grid gap-1">
      <p className="text-sm text-ink-soft">{pick(lang, isRunning ? T.deadline : T.over)}</p>
      <div className="flex flex-wrap items-center gap-x-3">
        <time className="tabular font-medium" dateTime={period.endsAt.toISOString()}>{formatDateTime(period.endsAt, lang)}</time>
        {isRunning ? <Countdown lang={lang} until={period.endsAt} serverNow={now} className="font-medium text-due" /> : null}
        <Hint label={pick(lang, T.period)}>
          {fillText(pick(lang, T.counted), { from: formatDay(dayOf(period.startedAt), lang), days: period.workingDays, to: formatDay(dayOf(period.endsAt), lang), skipped })}
          {period.calendarStatus === "provisional" ? ` ${pick(lang, T.provisional)}` : null}
        </Hint>
      </div>
    </div>
  );
}

function announced(lang: Lang, { terms, extensions, licences, venue, publishedAt }: Listing): Definition[] {
  const { promise } = terms;
  const due = promise.depositDue.kind === "AT_LISTING_END" ? pick(lang, T.depositDueAtEnd) : fillText(pick(lang, T.depositDueAfter), { days: promise.depositDue.workingDays });
  const then = lang === "zh" ? "；" : "; ";
  return [
    { term: pick(lang, T.mode), value: offerText(lang, terms) },
    { term: pick(lang, T.price), value: <Money lang={lang} amount={terms.priceFen} /> },
    { term: pick(lang, T.deposit), value: <><Money lang={lang} amount={terms.depositFen} />{lang === "zh" ? "，" : ", "}{due}{then}{pick(lang, T.depositBack)}</> },
    { term: pick(lang, FEE), value: <VenueFee lang={lang} venueId={venue.id} priceFen={terms.priceFen} at={publishedAt} /> },
    { term: pick(lang, T.kept), value: pick(lang, promise.forfeitSurplus === "TO_SELLER" ? T.keptToSeller : T.keptToBidder) },
    {
      term: pick(lang, T.licences),
      value: licences.length === 0 ? null : <ul className="grid gap-1">{licences.map(({ mode, endsAt }, at) => <li key={at}>{fillText(pick(lang, endsAt === null ? T.licencesOpen : T.licencesText), { kind: pick(lang, OFFER_MODE_LABELS[mode]), until: endsAt === null ? "" : formatDay(endsAt, lang) })}</li>)}</ul>,
    },
    ...disclosureFacts(lang, terms.disclosure),
    { term: pick(lang, T.payment), value: terms.paymentTerms ? <span lang="zh-CN" className="whitespace-pre-line">{terms.paymentTerms}</span> : null },
    {
      term: pick(lang, T.conditions),
      value:
        terms.buyerConditions.length === 0 ? (
          pick(lang, T.noConditions)
        ) : (
          <div className="grid gap-2">
            <ol lang="zh-CN" className="list-decimal pl-5">{terms.buyerConditions.map((condition) => <li key={condition}>{condition}</li>)}</ol>
            <p className="text-sm text-ink-soft">{pick(lang, T.conditionsNote)}</p>
          </div>
        ),
    },
    { term: pick(lang, T.period), value: fillText(pick(lang, T.periodDays), { days: terms.workingDays }) },
    { term: pick(lang, T.extension), value: extensions.promised > 0 ? fillText(pick(lang, T.extensionPromised), { days: extensions.workingDays, cycles: extensions.promised, used: extensions.used }) : pick(lang, T.noExtension) },
    { term: pick(lang, T.ifSole), value: pick(lang, promise.ifSole === "AGREE" || terms.sellerClass !== "PRIVATE" ? T.ifSoleAgree : T.ifSoleLapse) },
    { term: pick(lang, T.ifSeveral), value: pick(lang, promise.ifSeveral === "BIDDING" || terms.sellerClass === "STATE_OWNED_ENTERPRISE" ? T.ifSeveralBidding : T.ifSeveralAgree) },
    { term: pick(lang, T.leave), value: pick(lang, promise.mayLeave ? T.mayLeave : T.mayNotLeave) },
    { term: pick(lang, T.sellerClass), value: pick(lang, SELLER_CLASS_LABELS[terms.sellerClass]) },
  ];
}

type Right = Listing["result"]["rights"][number];

function rightColumns(lang: Lang): readonly Column<Right>[] {
  return [
    { key: "title", label: pick(lang, T.rightTitle), head: true, cell: ({ title }) => <span lang="zh-CN">{title}</span> },
    { key: "kind", width: "narrow", label: pick(lang, T.rightKind), cell: ({ kind }) => pick(lang, codeLabel("ip-kinds", kind)) },
    { key: "number", width: "narrow", label: pick(lang, T.rightNumber), cell: ({ number }) => <span className="tabular">{number ?? "—"}</span> },
    { key: "status", width: "narrow", label: pick(lang, T.rightStatus), cell: ({ status }) => pick(lang, RIGHT_STATUS_LABELS[status as RightStatus]) },
  ];
}

function Papers({ lang, listing }: { readonly lang: Lang; readonly listing: Listing }) {
  if (listing.documents.length === 0 && listing.statements.length === 0) return <p className="text-ink-soft">{pick(lang, T.noPapers)}</p>;
  return (
    <ul className="grid gap-3">
      {listing.documents.map(({ documentId, name }) => <li key={documentId}><FileLink lang={lang} documentId={documentId} name={name} /></li>)}
      {listing.statements.map(({ code, note }) => (
        <li key={code} className="grid gap-0.5">
          <span className="text-sm text-ink-soft">{pick(lang, MATERIAL_LABELS[code])}</span>
          <span lang="zh-CN" className="prose-column whitespace-pre-line">{note}</span>
        </li>
      ))}
    </ul>
  );
}

const STOPPED: ReadonlySet<string> = new Set(["terminate", "withdraw", "lapse", "failToSell", "annul", "default"]);
const OVER: ReadonlySet<string> = new Set(["TERMINATED", "WITHDRAWN", "LAPSED", "DEFAULT", "CLOSED"]);

/** What was done, what runs now, what is to come. */
function steps(lang: Lang, listing: Listing): TimelineStep[] {
  const past = listing.steps.map(({ no, event, effectiveAt, reason }): TimelineStep => ({
    key: `step-${no}`,
    phase: STOPPED.has(event) ? "stopped" : "done",
    at: effectiveAt,
    title: pick(lang, LISTING_EVENT_LABELS[event]),
    note: reason && event !== "agreeWithSole" ? <span lang="zh-CN">{reason}</span> : undefined,
  }));
  if (OVER.has(listing.state)) return past;
  const running: TimelineStep = { key: "running", phase: "present", title: pick(lang, LISTING_STATE_LABELS[listing.state]), note: listing.state === "LISTED" ? pick(lang, T.hidden) : undefined };
  const coming: TimelineStep[] = [
    ...(listing.state === "LISTED" || listing.state === "SUSPENDED" ? [{ key: "end", phase: "coming", title: pick(lang, T.comingEnd) } as const] : []),
    ...(["CERTIFIED", "SETTLING"].includes(listing.state) ? [] : [{ key: "contract", phase: "coming", title: pick(lang, T.comingContract) } as const]),
    ...(listing.state === "CERTIFIED" ? [] : [{ key: "certificate", phase: "coming", title: pick(lang, T.comingCertificate) } as const]),
  ];
  return [...past, running, ...coming];
}
