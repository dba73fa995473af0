import type { BiddingPlan } from "@ttx/domain/listing";
import { BIDDING_FORMAT_LABELS, IDENTITY_MODE_LABELS, INCREMENT_MODE_LABELS, LEGAL_REGIME_LABELS, PRIORITY_MODE_LABELS, STANDBY_LABELS } from "@ttx/domain/listing/client";
import { fillText } from "@ttx/domain/shared/texts";
import type { Definition } from "@ttx/ui/definition-list";
import { formatYuan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { T } from "./listing-texts.ts";
import { durationText, filled } from "./listing-words.ts";

/** The announced plan of a bidding in words. */
export function biddingFacts(lang: Lang, plan: BiddingPlan): Definition[] {
  return filled([
    { term: pick(lang, T.format), value: pick(lang, BIDDING_FORMAT_LABELS[plan.format]) },
    { term: pick(lang, T.start), value: fillText(pick(lang, T.startText), { duration: durationText(lang, plan.startDelaySeconds) }) },
    { term: pick(lang, T.free), value: durationText(lang, plan.freeDurationSeconds) },
    { term: pick(lang, T.limited), value: fillText(pick(lang, T.limitedText), { duration: durationText(lang, plan.limitedSeconds) }) },
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
    { term: pick(lang, T.topUp), value: pick(lang, plan.allowTopUpByLeader ? T.allowed : T.notAllowed) },
    { term: pick(lang, T.proxy), value: pick(lang, plan.allowProxy ? T.allowed : T.notAllowed) },
    { term: pick(lang, T.priority), value: pick(lang, PRIORITY_MODE_LABELS[plan.priorityMode]) },
    { term: pick(lang, T.reserve), value: pick(lang, plan.hasReserve ? T.hasReserve : T.noReserve) },
    { term: pick(lang, T.identity), value: pick(lang, IDENTITY_MODE_LABELS[plan.identityMode]) },
    { term: pick(lang, T.standby), value: pick(lang, STANDBY_LABELS[plan.standby]) },
    { term: pick(lang, T.regime), value: pick(lang, LEGAL_REGIME_LABELS[plan.legalRegime]) },
  ]);
}
