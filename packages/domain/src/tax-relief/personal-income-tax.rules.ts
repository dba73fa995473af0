import { addMonths, type Day } from "../shared/clock.ts";
import { fen, subtractFen, type Fen } from "../shared/money.ts";
import { taxStep, type LegalBasis, type TaxStep } from "./tax-result.rules.ts";

/** 科技人员取得职务科技成果转化现金奖励 (财税〔2018〕58号). */
export type RewardFacts = {
  readonly rewardFen: bigint;
  readonly paidOn: Day;
  /** Day on which the institution received the income from the conversion. */
  readonly incomeReceivedOn: Day;
  readonly contractRegistered: boolean;
  readonly publiclyPosted: boolean;
  readonly nonProfitInstitution: boolean;
};

export type RewardObstacle = "CONTRACT_NOT_REGISTERED" | "PAID_AFTER_36_MONTHS" | "NOT_POSTED" | "NOT_A_NON_PROFIT_INSTITUTION" | "BEFORE_THE_RULE";
export type RewardResult = {
  readonly ruleSet: "PIT-2018";
  readonly qualifies: boolean;
  readonly obstacles: readonly RewardObstacle[];
  /** What counts as wages of the month. */
  readonly taxableFen: Fen;
  readonly exemptFen: Fen;
  readonly steps: readonly TaxStep[];
  readonly basis: readonly LegalBasis[];
};

const EFFECTIVE_FROM = "2018-07-01";
const MONTHS = 36;

/** Half of a qualifying reward counts as wages of the month; the odd fen is taxed. */
export function rewardTaxBase(facts: RewardFacts): RewardResult {
  const obstacles: RewardObstacle[] = [];
  if (facts.paidOn < EFFECTIVE_FROM) obstacles.push("BEFORE_THE_RULE");
  if (!facts.contractRegistered) obstacles.push("CONTRACT_NOT_REGISTERED");
  if (facts.paidOn > addMonths(facts.incomeReceivedOn, MONTHS)) obstacles.push("PAID_AFTER_36_MONTHS");
  if (!facts.publiclyPosted) obstacles.push("NOT_POSTED");
  if (!facts.nonProfitInstitution) obstacles.push("NOT_A_NON_PROFIT_INSTITUTION");
  const qualifies = obstacles.length === 0;
  const exemptFen = fen(qualifies ? facts.rewardFen / 2n : 0n);
  const taxableFen = subtractFen(facts.rewardFen, exemptFen);
  return {
    ruleSet: "PIT-2018",
    qualifies,
    obstacles,
    taxableFen,
    exemptFen,
    steps: [
      taxStep("现金奖励", "Reward in money", facts.rewardFen),
      taxStep(qualifies ? "减按50%计入当月工资薪金" : "全额计入当月工资薪金", qualifies ? "Half counts as wages of the month" : "All of it counts as wages of the month", taxableFen),
    ],
    basis: [{ citation: "财税〔2018〕58号", confirmed: false }],
  };
}
