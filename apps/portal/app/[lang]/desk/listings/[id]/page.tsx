import { LISTING_STATE_LABELS, readListing } from "@ttx/domain/listing";
import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { T } from "#components/listing/desk-texts.ts";
import { ListingFacts, ListingTimeline, ReviewFacts, type DeskListing } from "#components/listing/listing-facts.tsx";
import { ListingForm } from "#components/listing/listing-form.tsx";
import type { TypedListing } from "#components/listing/listing-form-values.ts";
import { LISTING_TONES } from "#components/listing/listing-words.ts";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { RelistAct, ReserveAct } from "#components/listing/seller-acts.tsx";
import { PriorityPanel } from "#components/priority/priority-panel.tsx";
import { ProjectContractCheck, ProjectContractReminder } from "#components/project-contract/project-contract-line.tsx";
import { C } from "#components/project-contract/project-contract-texts.ts";
import { PriceComparison } from "#components/valuation/price-comparison.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function OwnListingPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const listing = await readFor(actor, readListing, { listingId: id });
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/listings"), label: pick(lang, T.title) }, { label: listing.no }]}
        title={<span lang="zh-CN">{listing.result.title}</span>}
        status={<><StatusTag tone={LISTING_TONES[listing.state]}>{pick(lang, LISTING_STATE_LABELS[listing.state])}</StatusTag><span className="tabular text-sm text-ink-soft">{`${listing.no} · ${listing.venue.name}`}</span></>}
      />
      <ExtensionBanner lang={lang} subjectIds={[id]} />
      {listing.may.edit ? <ProjectContractReminder lang={lang} actor={actor} resultId={listing.result.resultId} /> : null}
      {listing.may.edit ? (
        <ListingForm
          lang={lang}
          listingId={listing.listingId}
          title={listing.result.title}
          venueName={listing.venue.name}
          given={typedOf(listing)}
          sellerClass={listing.sellerClass}
          hasCompleters={listing.result.hasCompleters}
          open={listing.materials.filter(({ isPublic }) => isPublic).map(({ code }) => code)}
          rules={listing.rules}
          returned={listing.review.reason}
        />
      ) : (
        <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid gap-8">
            <ListingFacts lang={lang} listing={listing} />
            <ReviewFacts lang={lang} listing={listing} />
            {listing.isSeller ? <PriorityPanel lang={lang} actor={actor} subjectType="listing" subjectId={id} /> : null}
          </div>
          <aside className="grid gap-4 xl:sticky xl:top-20">
            <Panel title={pick(lang, T.acts)}><Acts lang={lang} listing={listing} /></Panel>
            <Panel title={pick(lang, C.title)}><ProjectContractCheck lang={lang} actor={actor} resultId={listing.result.resultId} /></Panel>
            {listing.comparison ? <PriceComparison lang={lang} comparison={listing.comparison} href={href(lang, `/desk/results/${listing.result.resultId}/valuations`)} /> : null}
            {listing.steps.length > 0 ? <Panel title={pick(lang, T.procedure)}><ListingTimeline lang={lang} listing={listing} /></Panel> : null}
          </aside>
        </div>
      )}
    </div>
  );
}

function Acts({ lang, listing }: { readonly lang: Lang; readonly listing: DeskListing }) {
  const { may, state, listingId } = listing;
  const url = `/api/v1/listings/${listingId}`;
  const isIdle = !may.withdraw && !may.relist && !may.setReserve;
  return (
    <div className="grid gap-3">
      {state === "REVIEW" ? <p className="text-sm">{pick(lang, T.waitingReview)}</p> : null}
      {state === "ACCEPTED" ? <p className="text-sm">{pick(lang, T.waitingPublish)}</p> : null}
      {state === "REJECTED" ? <p className="text-sm text-live">{fillText(pick(lang, T.rejected), { reason: listing.review.reason ?? "" })}</p> : null}
      {listing.publishedAt === null ? null : <LinkButton wide href={href(lang, `/listings/${listingId}`)}>{pick(lang, T.seePublic)}</LinkButton>}
      {state === "LISTED" ? <p className="text-sm text-ink-soft">{pick(lang, T.hidden)}</p> : null}
      {state === "LISTED" ? <p className="text-sm text-ink-soft">{fillText(pick(lang, T.amendedByVenue), { venue: listing.venue.name })}</p> : null}
      {listing.bidding.hasReserve ? <p className="text-sm break-all">{listing.reserveHash === null ? pick(lang, T.reserveMissing) : fillText(pick(lang, T.reserveSet), { hash: listing.reserveHash.slice(0, 16) })}</p> : null}
      {may.setReserve ? <ReserveAct lang={lang} listingId={listingId} /> : null}
      {may.relist ? <RelistAct lang={lang} listingId={listingId} price={toYuanText(listing.priceFen)} isStateSeller={listing.sellerClass !== "PRIVATE"} /> : null}
      {may.withdraw && listing.withdrawal.costsFen > 0n ? <p className="text-sm">{fillText(pick(lang, T.withdrawCosts), { costs: toYuanText(listing.withdrawal.costsFen), paid: toYuanText(listing.withdrawal.paidFen) })}</p> : null}
      {may.withdraw ? <ReasonedAct lang={lang} wide url={`${url}/withdraw`} label={pick(lang, T.withdraw)} sentence={pick(lang, T.withdrawText)} /> : null}
      {isIdle && listing.publishedAt === null && state !== "REVIEW" && state !== "ACCEPTED" && state !== "REJECTED" ? <p className="text-sm text-ink-soft">{pick(lang, T.noActs)}</p> : null}
    </div>
  );
}

function typedOf(listing: DeskListing): TypedListing {
  const { bidding, promise, declarations } = listing;
  return {
    tradeMode: listing.tradeMode,
    licenceKind: listing.licenceKind ?? "",
    licenceYears: listing.licenceYears?.toString() ?? "",
    licenceTerritory: listing.licenceTerritory ?? "",
    encumbrances: listing.disclosure.encumbrances.map(({ until, ...one }) => ({ ...one, until: until ?? "" })),
    defects: listing.disclosure.defects,
    price: toYuanText(listing.priceFen),
    basis: listing.basisFen === null ? "" : toYuanText(listing.basisFen),
    workingDays: String(listing.workingDays),
    extensionCycles: String(listing.extensionCycles),
    extensionDays: String(listing.extensionDays),
    buyerConditions: listing.buyerConditions,
    paymentTerms: listing.paymentTerms,
    relatedParties: listing.relatedParties.join("\n"),
    ...declarations,
    ifSole: promise.ifSole,
    ifSeveral: promise.ifSeveral,
    depositPercent: String(promise.depositRateBp / 100),
    depositDue: promise.depositDue.kind,
    depositDays: promise.depositDue.kind === "AFTER_QUALIFICATION" ? String(promise.depositDue.workingDays) : "5",
    mayLeave: promise.mayLeave,
    format: bidding.format,
    startDelayHours: String(Math.round(bidding.startDelaySeconds / 3_600)),
    freeMinutes: String(Math.round(bidding.freeDurationSeconds / 60)),
    limitedSeconds: String(bidding.limitedSeconds),
    limitedTrigger: bidding.limitedTrigger,
    ladder: bidding.incrementTable.map(({ fromFen, stepFen }) => ({ from: toYuanText(fromFen), step: toYuanText(stepFen) })),
    incrementMode: bidding.incrementMode,
    priorityMode: bidding.priorityMode,
    allowTopUpByLeader: bidding.allowTopUpByLeader,
    allowProxy: bidding.allowProxy,
    rounds: String(bidding.rounds),
    roundMinutes: String(Math.round(bidding.roundSeconds / 60)),
    revealMinutes: String(Math.round(bidding.revealSeconds / 60)),
    pricePercent: String((bidding.weights?.priceWeightBp ?? 6_000) / 100),
    scoredItems: (bidding.weights?.items ?? []).map(({ name, weightBp }) => `${name} ${weightBp / 100}`).join("\n"),
    scorers: String(bidding.weights?.scorers ?? 3),
    fallStepMinutes: String(bidding.fallStepSeconds / 60),
    fallStepPercent: String(bidding.fallStepBp / 100),
    fallFloorPercent: String(bidding.fallFloorBp / 100),
    fallFollowUp: bidding.fallFollowUp,
    hasReserve: bidding.hasReserve,
    legalRegime: bidding.legalRegime,
    identityMode: bidding.identityMode,
    standby: bidding.standby,
    hardStopMinutes: bidding.hardStopSeconds === null ? "" : String(bidding.hardStopSeconds / 60),
    viewingDays: String(bidding.viewingDays),
    viewing: bidding.viewing,
    forfeitSurplus: promise.forfeitSurplus,
    materials: Object.fromEntries(listing.materials.map(({ code, note, document }) => [code, { documentId: document?.documentId ?? null, documentName: document?.name ?? null, note }])),
  };
}
