import type { BiddingPlan } from "@ttx/domain/listing";
import { BIDDING_FORMAT_LABELS, FALL_FOLLOW_UP_LABELS, IDENTITY_MODE_LABELS, INCREMENT_MODE_LABELS, LEGAL_REGIME_LABELS, LIMITED_TRIGGER_LABELS, PRIORITY_MODE_LABELS, STANDBY_LABELS } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import type { Definition } from "@ttx/ui/definition-list";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { T } from "./listing-texts.ts";
import { durationText, filled } from "./listing-words.ts";

/** What the forms in stages announce beside. */
function stageFacts(lang: Lang, plan: BiddingPlan): Definition[] {
  const percent = (basisPoints: number): string => `${basisPoints / 100}%`;
  const hasSealed = plan.format === "F3" || plan.format === "F4" || plan.format === "F5" || (plan.format === "F6" && plan.fallFollowUp === "SEALED_AND_BEST");
  return filled([
    { term: pick(lang, T.rounds), value: plan.format === "F4" ? String(plan.rounds) : null },
    { term: pick(lang, T.round), value: hasSealed ? durationText(lang, plan.roundSeconds) : null },
    { term: pick(lang, T.reveal), value: hasSealed ? durationText(lang, plan.revealSeconds) : null },
    { term: pick(lang, T.weights), value: plan.format === "F5" && plan.weights ? [`${pick(lang, T.priceWeight)} ${percent(plan.weights.priceWeightBp)}`, ...plan.weights.items.map(({ name, weightBp }) => `${name} ${percent(weightBp)}`)].join(lang === "zh" ? "，" : ", ") : null },
    { term: pick(lang, T.fall), value: plan.format === "F6" ? fillText(pick(lang, T.fallText), { duration: durationText(lang, plan.fallStepSeconds), step: percent(plan.fallStepBp), floor: percent(plan.fallFloorBp) }) : null },
    { term: pick(lang, T.followUp), value: plan.format === "F6" ? pick(lang, FALL_FOLLOW_UP_LABELS[plan.fallFollowUp]) : null },
  ]);
}

/** The announced plan of a bidding in words. */
export function biddingFacts(lang: Lang, plan: BiddingPlan): Definition[] {
  const isAscending = plan.format === "F1" || plan.format === "F2";
  return filled([
    { term: pick(lang, T.format), value: pick(lang, BIDDING_FORMAT_LABELS[plan.format]) },
    { term: pick(lang, T.start), value: fillText(pick(lang, T.startText), { duration: durationText(lang, plan.startDelaySeconds) }) },
    { term: pick(lang, isAscending ? T.free : T.firstRound), value: plan.format === "F6" ? null : durationText(lang, plan.freeDurationSeconds) },
    ...stageFacts(lang, plan),
    { term: pick(lang, T.limited), value: !isAscending ? null : fillText(pick(lang, T.limitedText), { duration: durationText(lang, plan.limitedSeconds) }) },
    { term: pick(lang, T.limitedTrigger), value: plan.format !== "F1" || plan.limitedTrigger === "ALWAYS" ? null : pick(lang, LIMITED_TRIGGER_LABELS.CONTEST) },
    { term: pick(lang, T.hardStop), value: plan.hardStopSeconds === null ? null : fillText(pick(lang, T.hardStopText), { duration: durationText(lang, plan.hardStopSeconds) }) },
    {
      term: pick(lang, T.ladder),
      value: (
        <div className="grid gap-1">
          <ul className="grid gap-0.5">
            {plan.incrementTable.map(({ fromFen, stepFen }) => (
              <li key={String(fromFen)} className="tabular">{plan.incrementTable.length > 1 ? `${fillText(pick(lang, T.ladderFrom), { from: formatYuan(fromFen) })}${lang === "zh" ? "：" : ": "}` : ""}{formatYuan(stepFen)}</li>
            ))}
          </ul>
          <p className="text-sm text-ink-soft">{pick(lang, INCREMENT_MODE_LABELS[plan.incrementMode])}</p>
        </div>
      ),
    },
    { term: pick(lang, T.topUp), value: !isAscending ? null : pick(lang, plan.allowTopUpByLeader ? T.allowed : T.notAllowed) },
    { term: pick(lang, T.proxy), value: !isAscending ? null : pick(lang, plan.allowProxy ? T.allowed : T.notAllowed) },
    { term: pick(lang, T.priority), value: pick(lang, PRIORITY_MODE_LABELS[plan.priorityMode]) },
    { term: pick(lang, T.reserve), value: pick(lang, plan.hasReserve ? T.hasReserve : T.noReserve) },
    { term: pick(lang, T.identity), value: pick(lang, IDENTITY_MODE_LABELS[plan.identityMode]) },
    { term: pick(lang, T.standby), value: pick(lang, STANDBY_LABELS[plan.standby]) },
    { term: pick(lang, T.viewing), value: plan.viewingDays === 0 ? null : fillText(pick(lang, T.viewingText), { days: plan.viewingDays, place: plan.viewing }) },
    { term: pick(lang, T.regime), value: pick(lang, LEGAL_REGIME_LABELS[plan.legalRegime]) },
  ]);
}
