import { addFen, fen, maxFen, minFen, subtractFen, wan, ZERO_FEN } from "../shared/money.ts";
import { taxAt, taxStep, type LegalBasis, type TaxResult } from "./tax-result.rules.ts";

/** 技术转让所得减免企业所得税 of one seller and one tax year. */
export type TransferIncome = {
  readonly contractType: string;
  /** Income without equipment, parts, materials and without separable consulting, service and training. */
  readonly revenueFen: bigint;
  /** Net tax value of the intangible. */
  readonly costFen: bigint;
  /** Taxes other than income tax and creditable VAT, and fees. */
  readonly taxesAndFeesFen: bigint;
  readonly licenceMode?: "exclusive" | "sole" | "ordinary";
  readonly licenceYears?: number;
  readonly registered: boolean;
  readonly separateAccounts: boolean;
  /** Buyer and seller related by 100 % of direct or indirect holding. */
  readonly whollyRelated: boolean;
};

export type PilotZone = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly limitFen: bigint;
  readonly licenceYears: number;
  readonly fromYear: number;
  readonly toYear: number | undefined;
  readonly basis: LegalBasis;
};

/** Pilot regions; the date ranges have to be checked before use. */
export const PILOT_ZONES: readonly PilotZone[] = [
  {
    id: "zhongguancun", zh: "中关村国家自主创新示范区特定区域", en: "Zhongguancun, designated areas", limitFen: wan(2000), licenceYears: 3, fromYear: 2020, toYear: undefined,
    basis: { citation: "财税〔2020〕61号", confirmed: false },
  },
];

const NATIONAL = { limitFen: wan(500), licenceYears: 5 };
const RATE_BP = 2500;
const HALF_BP = 5000;
const ORDINARY_LICENCE_SINCE = 2015;
/** 财税〔2010〕111号 lists patents, software, layouts, plant varieties, biological and medical varieties: neither applications nor technical secrets. */
const OBJECTS_NOT_LISTED: ReadonlySet<string> = new Set(["22", "23", "32"]);

export type IncomeExclusion = "CLASS_NOT_ELIGIBLE" | "OBJECT_NOT_LISTED" | "NOT_REGISTERED" | "LICENCE_TOO_SHORT" | "LICENCE_MODE_NOT_ELIGIBLE" | "NO_SEPARATE_ACCOUNTS" | "WHOLLY_RELATED";
export type IncomeWarning = "EIT_PILOT_DATES_NOT_CONFIRMED" | "EIT_LOSS_IS_NO_RELIEF" | "EIT_INCOME_EXCLUDED";

/** What the kind of contract alone says against the relief: its class, or what it hands over. */
export function kindExclusion(contractType: string): "CLASS_NOT_ELIGIBLE" | "OBJECT_NOT_LISTED" | undefined {
  if (!/^[23]/.test(contractType)) return "CLASS_NOT_ELIGIBLE";
  return OBJECTS_NOT_LISTED.has(contractType) ? "OBJECT_NOT_LISTED" : undefined;
}

/** Why the income of a contract does not count; empty when it does. */
export function incomeExclusions(income: TransferIncome, year: number, licenceYears: number): readonly IncomeExclusion[] {
  const cls = income.contractType.charAt(0);
  const kind = kindExclusion(income.contractType);
  const found: IncomeExclusion[] = kind ? [kind] : [];
  if (!income.registered) found.push("NOT_REGISTERED");
  if (cls === "3") {
    if ((income.licenceYears ?? 0) < licenceYears) found.push("LICENCE_TOO_SHORT");
    if (income.licenceMode !== "exclusive" && year < ORDINARY_LICENCE_SINCE) found.push("LICENCE_MODE_NOT_ELIGIBLE");
  }
  if (!income.separateAccounts) found.push("NO_SEPARATE_ACCOUNTS");
  if (income.whollyRelated) found.push("WHOLLY_RELATED");
  return found;
}

export type EnterpriseIncomeTaxResult = TaxResult<IncomeWarning> & { readonly excluded: readonly { readonly index: number; readonly reasons: readonly IncomeExclusion[] }[] };

/** I = Σ (R − C − E); tax = max(0, I − L) × 50 % × 25 %. 企业所得税法实施条例 Art. 90; 国税函〔2009〕212号. */
export function enterpriseIncomeTax(incomes: readonly TransferIncome[], year: number, pilotZoneId?: string): EnterpriseIncomeTaxResult {
  const zone = PILOT_ZONES.find(({ id, fromYear, toYear }) => id === pilotZoneId && year >= fromYear && (toYear === undefined || year <= toYear));
  const { limitFen, licenceYears } = zone ?? NATIONAL;
  const excluded = incomes.map((income, index) => ({ index, reasons: incomeExclusions(income, year, licenceYears) })).filter(({ reasons }) => reasons.length > 0);
  const counted = incomes.filter((_, index) => !excluded.some((one) => one.index === index));
  const net = fen(counted.reduce((sum, { revenueFen, costFen, taxesAndFeesFen }) => sum + revenueFen - costFen - taxesAndFeesFen, 0n));
  const positive = maxFen(net, ZERO_FEN);
  const exempt = minFen(positive, limitFen);
  const excess = subtractFen(positive, exempt);
  const halved = taxAt(excess, HALF_BP);
  const taxFen = taxAt(halved, RATE_BP);
  const withoutReliefFen = taxAt(positive, RATE_BP);
  const warnings: IncomeWarning[] = [];
  if (zone && !zone.basis.confirmed) warnings.push("EIT_PILOT_DATES_NOT_CONFIRMED");
  if (net < 0n) warnings.push("EIT_LOSS_IS_NO_RELIEF");
  if (excluded.length > 0) warnings.push("EIT_INCOME_EXCLUDED");
  return {
    ruleSet: zone ? `EIT-PILOT-${zone.id}` : "EIT-2008",
    taxFen,
    withoutReliefFen,
    reliefFen: subtractFen(withoutReliefFen, taxFen),
    steps: [
      taxStep("符合条件的技术转让收入", "Qualifying income", addFen(...counted.map(({ revenueFen }) => revenueFen))),
      taxStep("减：成本", "Less cost", -addFen(...counted.map(({ costFen }) => costFen))),
      taxStep("减：相关税费", "Less taxes and fees", -addFen(...counted.map(({ taxesAndFeesFen }) => taxesAndFeesFen))),
      taxStep("技术转让所得", "Net transfer income", net),
      taxStep("免税额度", "Exempt up to", limitFen),
      taxStep("超过部分", "Excess", excess),
      taxStep("减半计入", "Half of the excess", halved),
      taxStep("应纳企业所得税（25%）", "Income tax at 25 %", taxFen),
    ],
    basis: [
      { citation: "企业所得税法实施条例 第九十条", confirmed: true },
      { citation: "国税函〔2009〕212号", confirmed: false },
      { citation: "财税〔2010〕111号", confirmed: false },
      ...(zone ? [zone.basis] : []),
    ],
    warnings,
    excluded,
  };
}
