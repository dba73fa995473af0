import { addMonths, type Day } from "../shared/clock.ts";
import { ruleInForce, type ProvincialRule } from "../shared/in-force.ts";

/** How long a reward is on notice in the unit, and by when it is paid where neither rule nor contract says so. Rights and income §2.3, §2.4. */
export type RewardTerms = ProvincialRule & { readonly noticeDays: number; readonly payMonths: number };

export const REWARD_TERMS: readonly RewardTerms[] = [
  {
    version: "default-2015-1",
    province: "00",
    from: "2015-10-01" as Day,
    noticeDays: 15,
    payMonths: 6,
    // The Act fixes neither, nor do Shanghai, Beijing and Shandong in what was read: a proposed default.
    source: "平台默认期限；促进科技成果转化法第四十四条由单位规定或者约定",
  },
  {
    version: "ZJ-2017",
    province: "33",
    from: "2017-10-01" as Day,
    noticeDays: 15,
    payMonths: 6,
    source: "浙江省促进科技成果转化条例第三十九条、第四十条",
  },
];

export function rewardTerms(divisionCode: string, on: Day, table: readonly RewardTerms[] = REWARD_TERMS): RewardTerms {
  return ruleInForce(table, divisionCode, on);
}

export type OwnTerms = { readonly noticeDays: number; readonly payMonths: number; readonly document: string };

/** A unit's own rule goes before the statutory terms (PTA 44), except that its notice is no shorter than the province's. */
export function termsWithOwn(statutory: RewardTerms, own: OwnTerms | null): RewardTerms {
  if (own === null) return statutory;
  return { ...statutory, version: "own", noticeDays: Math.max(own.noticeDays, statutory.noticeDays), payMonths: own.payMonths, source: own.document };
}

/** The last day for paying the reward of a receipt, by the rules of that day. */
export function payDueOn(receivedOn: Day, { payMonths }: Pick<RewardTerms, "payMonths">): Day {
  return addMonths(receivedOn, payMonths);
}
