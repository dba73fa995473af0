import type { Day } from "../shared/clock.ts";
import { subtractFen } from "../shared/money.ts";
import { inEffectOn, taxAt, taxStep, type LegalBasis, type TaxResult } from "./tax-result.rules.ts";

type StampRules = { readonly code: string; readonly from: string; readonly contractRateBp: number; readonly deedRateBp: number; readonly basis: readonly LegalBasis[] };

const STAMP_RULES: readonly StampRules[] = [
  { code: "STAMP-1988", from: "1988-10-01", contractRateBp: 3, deedRateBp: 5, basis: [{ citation: "印花税暂行条例（1988）", confirmed: false }] },
  {
    code: "STAMP-2022", from: "2022-07-01", contractRateBp: 3, deedRateBp: 3,
    basis: [{ citation: "印花税法 第五条、第六条", confirmed: true }, { citation: "印花税法 税目税率表", confirmed: false }],
  },
];

const RESEARCH_MONEY_RULE: LegalBasis = { citation: "国税地字〔1989〕34号", confirmed: false };

export type StampInput = {
  readonly signedOn: Day;
  readonly contractType: string;
  /** The amount in the contract; undefined when none is stated. */
  readonly amountFen: bigint | undefined;
  /** VAT shown separately in the contract. */
  readonly vatShownFen: bigint;
  /** Research money of a development contract, outside the base under the rule of 1989; undefined when that rule is not used. */
  readonly researchMoneyFen?: bigint;
};

export type StampWarning = "STAMP_ON_SETTLEMENT" | "STAMP_RESEARCH_MONEY_NOT_CONFIRMED";

/** Types written as deeds of transfer (产权转移书据): patents and know-how. */
const DEED_TYPES: ReadonlySet<string> = new Set(["21", "23", "31", "32"]);

/** Stamp duty of each party (印花税). There is no relief for technology contracts. */
export function stampDuty(input: StampInput): TaxResult<StampWarning> {
  const rules = inEffectOn(STAMP_RULES, input.signedOn);
  const rateBp = DEED_TYPES.has(input.contractType) ? rules.deedRateBp : rules.contractRateBp;
  const warnings: StampWarning[] = input.amountFen === undefined ? ["STAMP_ON_SETTLEMENT"] : [];
  const researchMoney = input.contractType.startsWith("1") ? (input.researchMoneyFen ?? 0n) : 0n;
  if (researchMoney > 0n) warnings.push("STAMP_RESEARCH_MONEY_NOT_CONFIRMED");
  const amount = input.amountFen ?? 0n;
  const withoutVat = input.amountFen === undefined ? 0n : subtractFen(amount, input.vatShownFen);
  const base = withoutVat > researchMoney ? withoutVat - researchMoney : 0n;
  const taxFen = taxAt(base, rateBp);
  return {
    ruleSet: rules.code,
    taxFen,
    withoutReliefFen: taxFen,
    reliefFen: subtractFen(taxFen, taxFen),
    steps: [
      taxStep("合同所载金额", "Amount in the contract", amount),
      taxStep("减：单独列明的增值税", "Less VAT shown separately", -input.vatShownFen),
      ...(researchMoney > 0n ? [taxStep("减：研究开发经费", "Less research money", -researchMoney)] : []),
      taxStep("计税依据", "Tax base", base),
      taxStep(`应纳印花税（${rateBp / 10}‰，双方各自）`, `Stamp duty at ${rateBp / 10} ‰, each party`, taxFen),
    ],
    basis: researchMoney > 0n ? [...rules.basis, RESEARCH_MONEY_RULE] : rules.basis,
    warnings,
  };
}
