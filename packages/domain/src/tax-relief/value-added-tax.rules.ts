import type { Day } from "../shared/clock.ts";
import { addFen, subtractFen, ZERO_FEN } from "../shared/money.ts";
import { inEffectOn, taxAt, taxStep, type LegalBasis, type TaxResult } from "./tax-result.rules.ts";

type VatRules = {
  readonly code: string;
  readonly from: string;
  readonly goodsRateBp: number;
  readonly serviceRateBp: number;
  /** Whether 财税〔2016〕36号 annex 3, 1(26) exempts; "open" where the new law is silent and the answer was not found. */
  readonly exemption: "yes" | "open";
  readonly basis: readonly LegalBasis[];
};

const NOTICE_36: LegalBasis = { citation: "财税〔2016〕36号 附件3 第一条第（二十六）项", confirmed: false };

const VAT_RULES: readonly VatRules[] = [
  { code: "VAT-2016", from: "2016-05-01", goodsRateBp: 1700, serviceRateBp: 600, exemption: "yes", basis: [NOTICE_36] },
  { code: "VAT-2018", from: "2018-05-01", goodsRateBp: 1600, serviceRateBp: 600, exemption: "yes", basis: [NOTICE_36] },
  { code: "VAT-2019", from: "2019-04-01", goodsRateBp: 1300, serviceRateBp: 600, exemption: "yes", basis: [NOTICE_36] },
  {
    code: "VAT-2026", from: "2026-01-01", goodsRateBp: 1300, serviceRateBp: 600, exemption: "open",
    basis: [NOTICE_36, { citation: "增值税法 第二十四条至第二十七条", confirmed: true }],
  },
];

/** Places where intermediary income tied to a development or transfer contract is treated like that contract. */
const INTERMEDIARY_RULES: Readonly<Record<string, LegalBasis>> = {
  "11": { citation: "北京市技术市场条例 第二十六条", confirmed: true },
  "33": { citation: "浙江省技术市场条例 第二十条", confirmed: true },
};

export type VatInput = {
  readonly on: Day;
  readonly contractType: string;
  /** Whole price without tax. */
  readonly priceFen: bigint;
  /** Goods sold with the technology, in the price. */
  readonly goodsFen: bigint;
  /** Goods shown and booked separately. */
  readonly goodsSeparated: boolean;
  readonly separateAccounts: boolean;
  /** Consulting or service under a transfer, licence or development contract, on the same invoice: the class of that contract. */
  readonly underContractType?: string;
  readonly sameInvoice?: boolean;
  readonly registered: boolean;
  /** The taxpayer has waived the relief; then none for 36 months. */
  readonly waived: boolean;
  readonly sellerDivision: string;
  /** Operator's switch: the 2016 exemption is taken to continue under the law of 2026. */
  readonly exemptionContinues: boolean;
  readonly applyLocalIntermediaryRule: boolean;
};

export type VatWarning =
  | "VAT_EXEMPTION_NOT_CONFIRMED_SINCE_2026" | "VAT_GOODS_NOT_SEPARATED" | "VAT_NO_SEPARATE_ACCOUNTS" | "VAT_NOT_REGISTERED" | "VAT_WAIVED" | "VAT_CLASS_NOT_EXEMPT"
  | "VAT_LOCAL_RULE_USED" | "VAT_NO_SPECIAL_INVOICE";

const EXEMPT_CLASSES: ReadonlySet<string> = new Set(["1", "2", "3"]);
const ACCESSORY_CLASSES: ReadonlySet<string> = new Set(["4", "5"]);
const INTERMEDIARY = "53";

/** Value-added tax of one contract of a general taxpayer (增值税). */
export function valueAddedTax(input: VatInput): TaxResult<VatWarning> {
  const rules = inEffectOn(VAT_RULES, input.on);
  const warnings: VatWarning[] = [];
  const basis = [...rules.basis];
  const cls = input.contractType.charAt(0);
  const under = input.underContractType?.charAt(0) ?? "";
  const accessory = ACCESSORY_CLASSES.has(cls) && input.contractType !== INTERMEDIARY && EXEMPT_CLASSES.has(under) && input.sameInvoice === true;
  const localRule = INTERMEDIARY_RULES[input.sellerDivision.slice(0, 2)];
  const tiedIntermediary = input.contractType === INTERMEDIARY && (under === "1" || under === "2") && input.applyLocalIntermediaryRule && localRule !== undefined;
  const classExempt = EXEMPT_CLASSES.has(cls) || accessory || tiedIntermediary;
  if (!classExempt) warnings.push("VAT_CLASS_NOT_EXEMPT");
  if (tiedIntermediary) {
    warnings.push("VAT_LOCAL_RULE_USED");
    basis.push(localRule);
  }
  if (classExempt && !input.registered) warnings.push("VAT_NOT_REGISTERED");
  if (classExempt && input.waived) warnings.push("VAT_WAIVED");
  if (classExempt && !input.separateAccounts) warnings.push("VAT_NO_SEPARATE_ACCOUNTS");
  if (classExempt && rules.exemption === "open") warnings.push("VAT_EXEMPTION_NOT_CONFIRMED_SINCE_2026");
  const mixed = input.goodsFen > 0n && !input.goodsSeparated;
  if (mixed) warnings.push("VAT_GOODS_NOT_SEPARATED");
  const exempt =
    classExempt && input.registered && !input.waived && input.separateAccounts && !mixed && (rules.exemption === "yes" || input.exemptionContinues);
  if (exempt) warnings.push("VAT_NO_SPECIAL_INVOICE");

  // Not kept apart, the higher rate is taken for the whole sum.
  const goods = mixed ? input.priceFen : input.goodsFen;
  const technology = subtractFen(input.priceFen, goods);
  const goodsTax = taxAt(goods, rules.goodsRateBp);
  const technologyTax = taxAt(technology, rules.serviceRateBp);
  const taxFen = addFen(goodsTax, exempt ? ZERO_FEN : technologyTax);
  const withoutReliefFen = addFen(goodsTax, technologyTax);
  return {
    ruleSet: rules.code,
    taxFen,
    withoutReliefFen,
    reliefFen: subtractFen(withoutReliefFen, taxFen),
    steps: [
      taxStep("合同价款（不含税）", "Price without tax", input.priceFen),
      taxStep("货物部分", "Goods", goods),
      taxStep(`货物税额（${rules.goodsRateBp / 100}%）`, `Tax on goods at ${rules.goodsRateBp / 100} %`, goodsTax),
      taxStep("技术部分", "Technology", technology),
      taxStep(exempt ? "技术部分免税" : `技术部分税额（${rules.serviceRateBp / 100}%）`, exempt ? "Technology exempt" : `Tax on technology at ${rules.serviceRateBp / 100} %`, exempt ? 0n : technologyTax),
      taxStep("应纳增值税", "Value-added tax", taxFen),
    ],
    basis,
    warnings,
  };
}
