import { DEPOSIT_STATE_LABELS } from "@ttx/domain/deposit";
import { INTENT_STATE_LABELS, LISTING_STATE_LABELS, listVenueIntents, readListing } from "@ttx/domain/listing";
import { INTENT_RELATION_LABELS, PRIORITY_GROUND_LABELS, type PriorityGround } from "@ttx/domain/listing/client";
import { subtractFen, toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { UsersIcon } from "@ttx/ui/icons/users";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ActButton } from "#components/account/act-button.tsx";
import { FormAct } from "#components/form-act.tsx";
import { AmendAct } from "#components/listing/amend-act.tsx";
import { RecognisePriority } from "#components/listing/recognise-priority.tsx";
import { DecideIntent } from "#components/listing/decide-intent.tsx";
import { T as D } from "#components/listing/desk-texts.ts";
import { ProjectContractCheck } from "#components/project-contract/project-contract-line.tsx";
import { C } from "#components/project-contract/project-contract-texts.ts";
import { ListingFacts, ListingTimeline, ReviewFacts, type DeskListing } from "#components/listing/listing-facts.tsx";
import { INTENT_TONES, LISTING_TONES } from "#components/listing/listing-words.ts";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { R } from "#components/listing/review-texts.ts";
import { AcceptAct, PublishAct } from "#components/listing/venue-acts.tsx";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), R.title) };
}

export default async function ReviewListingPage({ params, searchParams }: Props) {
  const [lang, { id }, asked] = await Promise.all([readLang(params), params, searchParams]);
  const actor = await requireActor(lang);
  const listing = await readFor(actor, readListing, { listingId: id });
  const intents = listing.may.seeIntents && listing.publishedAt !== null ? await readFor(actor, listVenueIntents, { listingId: id, cursor: askedText(asked, "cursor") || undefined, limit: 50 }) : null;
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/listing-review"), label: pick(lang, R.title) }, { label: listing.no }]}
        title={<span lang="zh-CN">{listing.result.title}</span>}
        status={<><StatusTag tone={LISTING_TONES[listing.state]}>{pick(lang, LISTING_STATE_LABELS[listing.state])}</StatusTag><span className="tabular text-sm text-ink-soft">{`${listing.no} · ${listing.seller.name}`}</span></>}
      />
      <div className="grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <aside className="grid gap-4 xl:sticky xl:top-20 xl:order-2">
          <Panel title={pick(lang, R.decision)}><Acts lang={lang} listing={listing} /></Panel>
          <Panel title={pick(lang, C.title)}><ProjectContractCheck lang={lang} actor={actor} resultId={listing.result.resultId} /></Panel>
          {listing.steps.length > 0 ? <Panel title={pick(lang, D.procedure)}><ListingTimeline lang={lang} listing={listing} /></Panel> : null}
        </aside>
        <div className="grid min-w-0 gap-8">
          {intents ? (
            <Section id="intents" title={pick(lang, R.intents)} intro={pick(lang, R.intentsIntro)}>
              {intents.items.length === 0 ? <EmptyState level={3} icon={<UsersIcon size={24} />} title={pick(lang, R.noIntents)} /> : <ul className="grid gap-4">{intents.items.map((intent) => <Intent key={intent.intentId} lang={lang} intent={intent} conditions={intents.conditions} />)}</ul>}
              <Pager lang={lang} nextHref={nextPage(href(lang, `/desk/listing-review/${id}`), intents.nextCursor)} />
            </Section>
          ) : null}
          <ListingFacts lang={lang} listing={listing} />
          <ReviewFacts lang={lang} listing={listing} />
        </div>
      </div>
    </div>
  );
}

function Acts({ lang, listing }: { readonly lang: Lang; readonly listing: DeskListing }) {
  const { may, listingId } = listing;
  const url = `/api/v1/listings/${listingId}`;
  const isIdle = !may.review && !may.secondReview && !may.publish && !may.amend && !may.suspend && !may.resume && !may.terminate && !may.recordWithdrawal;
  const openCosts = toYuanText(subtractFen(listing.withdrawal.costsFen, listing.withdrawal.paidFen));
  return (
    <div className="grid gap-3">
      {may.review && listing.declarations.isExportRestricted ? <p className="text-sm text-due">{pick(lang, R.secondNeeded)}</p> : null}
      {may.secondReview ? <ActButton lang={lang} tone="primary" small={false} url={`${url}/second-review`} label={pick(lang, R.second)} sentence={pick(lang, R.secondText)} /> : null}
      {may.review ? (
        <>
          <AcceptAct lang={lang} listingId={listingId} />
          <ReasonedAct lang={lang} wide url={`${url}/return`} label={pick(lang, R.return)} sentence={pick(lang, R.returnText)} />
          <ReasonedAct lang={lang} wide url={`${url}/reject`} label={pick(lang, R.reject)} sentence={pick(lang, R.rejectText)} />
        </>
      ) : null}
      {may.publish ? <PublishAct lang={lang} listingId={listingId} workingDays={listing.workingDays} min={listing.rules.minWorkingDays} /> : null}
      {may.resume ? <ReasonedAct lang={lang} wide tone="primary" url={`${url}/resume`} label={pick(lang, R.resume)} sentence={pick(lang, R.resumeText)} /> : null}
      {may.amend ? <AmendAct lang={lang} listingId={listingId} min={listing.rules.minWorkingDays} announced={{ price: toYuanText(listing.priceFen), workingDays: listing.workingDays, paymentTerms: listing.paymentTerms, buyerConditions: listing.buyerConditions, disclosure: listing.disclosure }} /> : null}
      {may.suspend ? <ReasonedAct lang={lang} wide url={`${url}/suspend`} label={pick(lang, R.suspend)} sentence={pick(lang, R.suspendText)} /> : null}
      {may.terminate ? <ReasonedAct lang={lang} wide url={`${url}/terminate`} label={pick(lang, R.terminate)} sentence={pick(lang, R.terminateText)} /> : null}
      {may.recordWithdrawal ? (
        <FormAct
          lang={lang} tone="secondary" wide small={false} url={`${url}/withdrawal-payments`} label={pick(lang, R.recordCosts)} sentence={fillText(pick(lang, R.recordCostsText), { open: openCosts })}
          fields={[{ name: "amount", label: pick(lang, R.amount), kind: "money", value: openCosts }, { name: "bankReference", label: pick(lang, R.bankReference), kind: "line" }]}
        />
      ) : null}
      {listing.publishedAt === null ? null : <LinkButton wide href={href(lang, `/listings/${listingId}`)}>{pick(lang, D.seePublic)}</LinkButton>}
      {isIdle ? <p className="text-sm text-ink-soft">{pick(lang, R.nothing)}</p> : null}
    </div>
  );
}

type IntentRow = Awaited<ReturnType<typeof listVenueIntents.run>>["items"][number];

function Intent({ lang, intent, conditions }: { readonly lang: Lang; readonly intent: IntentRow; readonly conditions: readonly string[] }) {
  const { buyer, deposit } = intent;
  return (
    <li className="grid gap-4 rounded border border-line bg-surface p-4">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{buyer.name}</span>
          <StatusTag tone={INTENT_TONES[intent.state]}>{pick(lang, INTENT_STATE_LABELS[intent.state])}</StatusTag>
          {intent.bidderNo === null ? null : <span className="tabular text-sm">{fillText(pick(lang, R.bidderNo), { no: intent.bidderNo })}</span>}
        </p>
        <p className="tabular flex flex-wrap gap-x-4 text-sm text-ink-soft">
          <span>{`${pick(lang, R.creditCode)} ${buyer.creditCode}`}</span>
          <span>{`${pick(lang, R.registered)} ${formatDateTime(intent.registeredAt, lang)}`}</span>
          {intent.mayDecide && intent.decisionDueAt ? <span className="text-due">{`${pick(lang, R.due)} ${formatDateTime(intent.decisionDueAt, lang)}`}</span> : null}
        </p>
      </div>
      <div>
        <p className="text-sm text-ink-soft">{pick(lang, R.statement)}</p>
        <p lang="zh-CN" className="prose-column whitespace-pre-line">{intent.statement || pick(lang, R.noStatement)}</p>
      </div>
      {intent.relations.length > 0 ? <div className="text-sm"><p className="text-ink-soft">{pick(lang, R.relations)}</p><ul className="list-disc pl-5">{intent.relations.map((relation) => <li key={relation}>{pick(lang, INTENT_RELATION_LABELS[relation])}</li>)}</ul></div> : null}
      {intent.refusalReason ? <p className="text-sm"><span className="text-ink-soft">{pick(lang, R.refusal)}：</span><span lang="zh-CN">{intent.refusalReason}</span></p> : null}
      {deposit ? <p className="flex flex-wrap items-center gap-x-3 text-sm"><span className="text-ink-soft">{pick(lang, R.deposit)}</span><Money lang={lang} amount={deposit.amountFen} /><span>{pick(lang, DEPOSIT_STATE_LABELS[deposit.state])}</span></p> : null}
      {intent.priorityRank === null || intent.priorityGround === null ? null : (
        <p className="flex flex-wrap gap-x-3 text-sm"><span className="text-ink-soft">{pick(lang, R.priority)}</span><span>{fillText(pick(lang, R.priorityRank), { rank: intent.priorityRank })}</span><span>{pick(lang, PRIORITY_GROUND_LABELS[intent.priorityGround as PriorityGround])}</span></p>
      )}
      {intent.mayRecognise ? <RecognisePriority lang={lang} intentId={intent.intentId} rank={intent.priorityRank} ground={intent.priorityGround} /> : null}
      {intent.mayDecide ? <DecideIntent lang={lang} intentId={intent.intentId} conditions={conditions} /> : null}
    </li>
  );
}
