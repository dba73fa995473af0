import type { readListing } from "@ttx/domain/listing";
import { conditionsIn, MATERIAL_LABELS, SELLER_CLASS_LABELS } from "@ttx/domain/listing/client";
import type { Query } from "@ttx/domain/shared/use-case";
import { fillText } from "@ttx/domain/shared/texts";
import { DefinitionList, type Definition } from "@ttx/ui/definition-list";
import { formatBp, formatDateTime } from "@ttx/ui/format";
import { CircleAlertIcon } from "@ttx/ui/icons/circle-alert";
import { CircleCheckIcon } from "@ttx/ui/icons/circle-check";
import { MinusIcon } from "@ttx/ui/icons/minus";
import { Money } from "@ttx/ui/money";
import { Section } from "@ttx/ui/section";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Timeline } from "@ttx/ui/timeline";
import { LISTING_EVENT_LABELS } from "@ttx/domain/listing/client";
import { FileLink } from "#components/document/file-link.tsx";
import { biddingFacts } from "./bidding-facts.tsx";
import { disclosureFacts } from "./disclosure-facts.tsx";
import { F } from "./listing-form-texts.ts";
import { T } from "./listing-texts.ts";
import { filled, offerText } from "./listing-words.ts";

type Output<Q> = Q extends Query<infer _Input, infer Answer> ? Answer : never;
export type DeskListing = Output<typeof readListing>;

const YES: Text = { zh: "是", en: "yes" };
const NO: Text = { zh: "否", en: "no" };
const HAVE: Text = { zh: "已提供", en: "there" };
const LACK: Text = { zh: "缺少", en: "missing" };
const NOT_NEEDED: Text = { zh: "不适用", en: "not needed" };
const REVIEW: Text = { zh: "审查记录", en: "Review" };
const SUBMITTED: Text = { zh: "提交", en: "Submitted" };
const REVIEWED: Text = { zh: "审查人", en: "Reviewer" };
const SECOND: Text = { zh: "复核人", en: "Second reviewer" };
const REMARK: Text = { zh: "审查意见", en: "Remark" };
const OWN_RULES: Text = { zh: "本交易机构自定规则，第 {version} 版", en: "The exchange’s own rules, version {version}" };
const PLATFORM_RULES: Text = { zh: "平台默认规则", en: "The platform’s default rules" };
const RULES: Text = { zh: "适用的交易机构规则", en: "Rules of the exchange" };

/** Everything a seller applied for, as he and the venue read it. */
export function ListingFacts({ lang, listing }: { readonly lang: Lang; readonly listing: DeskListing }) {
  return (
    <div className="grid min-w-0 content-start gap-8">
      <Section id="terms" title={pick(lang, T.announcement)}><DefinitionList items={filled(termFacts(lang, listing))} /></Section>
      <Section id="checklist" title={pick(lang, F.materials)}><Checklist lang={lang} listing={listing} /></Section>
      <Section id="declared" title={pick(lang, F.declarations)}><Declared lang={lang} listing={listing} /></Section>
      <Section id="bidding" title={pick(lang, T.bidding)} intro={pick(lang, T.biddingIntro)}><DefinitionList items={biddingFacts(lang, listing.bidding)} /></Section>
    </div>
  );
}

function termFacts(lang: Lang, listing: DeskListing): Definition[] {
  const { promise } = listing;
  const conditions = conditionsIn(listing.buyerConditions);
  return [
    { term: pick(lang, T.seller), value: `${listing.seller.name} · ${pick(lang, SELLER_CLASS_LABELS[listing.sellerClass])}` },
    { term: pick(lang, T.mode), value: offerText(lang, listing) },
    { term: pick(lang, T.price), value: <Money lang={lang} amount={listing.priceFen} /> },
    { term: pick(lang, F.basis), value: listing.basisFen === null ? null : <Money lang={lang} amount={listing.basisFen} /> },
    { term: pick(lang, F.deposit), value: formatBp(promise.depositRateBp) },
    { term: pick(lang, F.depositDue), value: promise.depositDue.kind === "AT_LISTING_END" ? pick(lang, T.depositDueAtEnd) : fillText(pick(lang, T.depositDueAfter), { days: promise.depositDue.workingDays }) },
    { term: pick(lang, T.payment), value: listing.paymentTerms ? <span lang="zh-CN" className="whitespace-pre-line">{listing.paymentTerms}</span> : null },
    { term: pick(lang, T.conditions), value: conditions.length === 0 ? pick(lang, T.noConditions) : <ol lang="zh-CN" className="list-decimal pl-5">{conditions.map((condition) => <li key={condition}>{condition}</li>)}</ol> },
    { term: pick(lang, T.period), value: fillText(pick(lang, T.periodDays), { days: listing.workingDays }) },
    { term: pick(lang, T.extension), value: listing.extensionCycles > 0 ? `${listing.extensionCycles} × ${fillText(pick(lang, T.periodDays), { days: listing.extensionDays })}` : pick(lang, T.noExtension) },
    { term: pick(lang, T.ifSole), value: pick(lang, promise.ifSole === "AGREE" || listing.sellerClass !== "PRIVATE" ? T.ifSoleAgree : T.ifSoleLapse) },
    { term: pick(lang, T.ifSeveral), value: pick(lang, promise.ifSeveral === "BIDDING" || listing.sellerClass === "STATE_OWNED_ENTERPRISE" ? T.ifSeveralBidding : T.ifSeveralAgree) },
    { term: pick(lang, T.leave), value: pick(lang, promise.mayLeave ? T.mayLeave : T.mayNotLeave) },
    ...disclosureFacts(lang, listing.disclosure),
    { term: pick(lang, F.related), value: listing.relatedParties.length === 0 ? null : listing.relatedParties.join("、") },
    { term: pick(lang, RULES), value: rulesText(lang, listing.rules) },
  ];
}

/** Whose rules they are; a version number tells a reader nothing. */
function rulesText(lang: Lang, { isOwn, version }: DeskListing["rules"]): string {
  return isOwn ? fillText(pick(lang, OWN_RULES), { version }) : pick(lang, PLATFORM_RULES);
}

/** What was declared, and what was not: both are told. */
function Declared({ lang, listing: { declarations } }: { readonly lang: Lang; readonly listing: DeskListing }) {
  const said = [
    [declarations.isTruthful, F.truthful],
    [declarations.hasCoOwnersOrPledgees, F.coOwners],
    [declarations.isExportRestricted, F.export],
    ...(declarations.hasFreshApproval ? ([[true, F.fresh]] as const) : []),
  ] as const;
  return (
    <ul className="grid gap-2">
      {said.map(([holds, text]) => (
        <li key={text.en} className="flex items-start gap-3">
          <span className={holds ? "w-8 shrink-0 font-medium" : "w-8 shrink-0 text-ink-soft"}>{pick(lang, holds ? YES : NO)}</span>
          <span className={holds ? "" : "text-ink-soft"}>{pick(lang, text)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The twelve items with what was given for each. */
function Checklist({ lang, listing }: { readonly lang: Lang; readonly listing: DeskListing }) {
  return (
    <ol className="divide-y divide-line rounded border border-line bg-surface">
      {listing.materials.map(({ code, isRequired, isPublic, note, document }, at) => {
        const isThere = document !== null || note !== "";
        const [Mark, word, colour] = isThere ? [CircleCheckIcon, HAVE, "text-done"] as const : isRequired ? [CircleAlertIcon, LACK, "text-due"] as const : [MinusIcon, NOT_NEEDED, "text-ink-faint"] as const;
        return (
          <li key={code} className="grid gap-1 px-4 py-3 sm:grid-cols-[1fr_auto] sm:gap-x-6">
            <div className="min-w-0">
              <p className="font-medium">{`${at + 1}. ${pick(lang, MATERIAL_LABELS[code])}`}{isPublic ? <span className="ml-2 text-sm font-normal text-brand">{pick(lang, F.public)}</span> : null}</p>
              {note ? <p lang="zh-CN" className="text-sm whitespace-pre-line">{note}</p> : null}
              {document ? <p className="text-sm"><FileLink lang={lang} documentId={document.documentId} name={document.name} /></p> : null}
            </div>
            <p className={`flex items-center gap-1 text-sm ${colour}`}><Mark size={16} />{pick(lang, word)}</p>
          </li>
        );
      })}
    </ol>
  );
}

/** Who handed it in, who checked it, and what was said. */
export function ReviewFacts({ lang, listing }: { readonly lang: Lang; readonly listing: DeskListing }) {
  const { review } = listing;
  if (review.submittedAt === null) return null;
  return (
    <Section id="review" title={pick(lang, REVIEW)}>
      <DefinitionList
        items={filled([
          { term: pick(lang, SUBMITTED), value: [review.submittedBy, formatDateTime(review.submittedAt, lang)].filter(Boolean).join(lang === "zh" ? "，" : ", ") },
          { term: pick(lang, REVIEWED), value: review.reviewedBy },
          { term: pick(lang, SECOND), value: review.secondReviewer },
          { term: pick(lang, REMARK), value: review.reason ? <span lang="zh-CN">{review.reason}</span> : null },
        ])}
      />
    </Section>
  );
}

export function ListingTimeline({ lang, listing }: { readonly lang: Lang; readonly listing: DeskListing }) {
  return (
    <Timeline
      lang={lang}
      label={pick(lang, T.procedure)}
      steps={listing.steps.map(({ no, event, effectiveAt, reason }) => ({ key: String(no), phase: "done" as const, at: effectiveAt, title: pick(lang, LISTING_EVENT_LABELS[event]), note: reason ? <span lang="zh-CN">{reason}</span> : undefined }))}
    />
  );
}
