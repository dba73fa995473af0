import { earliestEffect, readVenueRules } from "@ttx/domain/settlement";
import { dayOf } from "@ttx/domain/shared/clock";
import { toYuanText } from "@ttx/domain/shared/money";
import { pick, type Lang } from "@ttx/ui/text";
import { FormAct } from "#components/form-act.tsx";
import { readPublic } from "#runtime/read-page.ts";
import { L } from "./rules-texts.ts";

/** The exchange's own officer publishes new rules; the form begins with those that hold today. */
export async function SetRulesAct({ lang, venueId }: { readonly lang: Lang; readonly venueId: string }) {
  const { rules } = await readPublic(readVenueRules, { venueId });
  if (rules === null) return null;
  const { listing, settlement, deposit, fees, now } = rules;
  const [first, second, above] = fees.bands;
  const count = (name: string, label: string, value: number) => ({ name, label, kind: "number", value: String(value) }) as const;
  const days = (text: string): string => `${text}${pick(lang, L.inDays)}`;
  const workingDays = (text: string): string => `${text}${pick(lang, L.inWorkingDays)}`;
  return (
    <FormAct
      lang={lang} tone="secondary" url="/api/v1/venue-rules" label={pick(lang, L.set)} sentence={pick(lang, L.setText)}
      fields={[
        count("announcedStateInstitute", workingDays(pick(lang, L.announcedStateInstitute)), listing.announcementMinWorkingDays.STATE_INSTITUTE),
        count("announcedStateEnterprise", workingDays(pick(lang, L.announcedStateEnterprise)), listing.announcementMinWorkingDays.STATE_OWNED_ENTERPRISE),
        count("announcedPrivate", workingDays(pick(lang, L.announcedPrivate)), listing.announcementMinWorkingDays.PRIVATE),
        count("extensionWorkingDays", workingDays(pick(lang, L.extension)), listing.extensionMinWorkingDays),
        count("suspensionDays", days(pick(lang, L.suspension)), listing.suspensionMaxDays),
        count("qualificationDays", days(pick(lang, L.qualification)), listing.qualificationDays),
        { name: "soleBuyer", label: pick(lang, L.sole), kind: "choice", value: listing.soleBuyerNeedsNotice ? "NOTICE" : "ANNOUNCED", options: [{ value: "ANNOUNCED", label: pick(lang, L.soleAnnounced) }, { value: "NOTICE", label: pick(lang, L.soleNotice) }] },
        { name: "withdrawalCost", label: pick(lang, L.withdrawal), kind: "money", value: toYuanText(listing.withdrawalCostFen) },
        count("fullPriceWorkingDays", workingDays(pick(lang, L.full)), settlement.fullPriceWorkingDays),
        count("graceDays", days(pick(lang, L.grace)), settlement.graceDays),
        { ...count("overdueInterestBp", pick(lang, L.overdue), settlement.overdueInterestBpPerYear), hint: pick(lang, L.basisPoints) },
        { name: "feeFirstUpTo", label: pick(lang, L.feeFirstUpTo), kind: "money", value: toYuanText(first?.upToFen ?? 100_000_000n) },
        { ...count("feeFirstBp", pick(lang, L.feeFirstBp), first?.rateBp ?? 300), hint: pick(lang, L.feePoints) },
        { name: "feeSecondUpTo", label: pick(lang, L.feeSecondUpTo), kind: "money", value: toYuanText(second?.upToFen ?? 500_000_000n) },
        { ...count("feeSecondBp", pick(lang, L.feeSecondBp), second?.rateBp ?? 200), hint: pick(lang, L.feePoints) },
        { ...count("feeAboveBp", pick(lang, L.feeAboveBp), above?.rateBp ?? 100), hint: pick(lang, L.feePoints) },
        { ...count("feeBuyerShareBp", pick(lang, L.feeBuyerShareBp), fees.buyerShareBp), hint: pick(lang, L.shareHint) },
        count("depositRefundHours", pick(lang, L.depositRefundHours), deposit.refund.kind === "HOURS" ? deposit.refund.hours : 24),
        { ...count("depositInterestBp", pick(lang, L.depositInterestBp), deposit.interest.kind === "NONE" ? 0 : deposit.interest.rateBp), hint: pick(lang, L.depositInterestHint) },
        count("depositAppealWorkingDays", workingDays(pick(lang, L.appeal)), deposit.forfeit.appealWorkingDays),
        { name: "effectiveOn", label: pick(lang, L.effectiveOn), kind: "date", value: earliestEffect(dayOf(now)), hint: pick(lang, L.effectiveHint) },
        { name: "reason", label: pick(lang, L.reason), kind: "prose" },
        { name: "comments", label: pick(lang, L.comments), kind: "line", hint: pick(lang, L.commentsHint) },
      ]}
    />
  );
}
