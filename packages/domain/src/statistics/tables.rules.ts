import { AMOUNT_BANDS, CONTRACT_TYPES, INDUSTRIES, IP_KINDS, PARTY_TYPES, PAYMENT_METHODS, PROGRAMME_SOURCES, REGIONS, SOCIO_ECONOMIC_OBJECTIVES, TECH_FIELDS, division, type CodeTable, type Label } from "../reference/index.ts";
import type { Axis } from "./dimensions.ts";

/** Where tables may be asked for: of the nation, of an area, or of both. */
type Scope = "nation" | "area" | "both";

export type StatisticsTable = {
  readonly code: string;
  readonly title: Label;
  readonly axis: Axis;
  readonly scope: Scope;
  /** The side it counts by; "own" follows the reader's choice. */
  readonly basis: "own" | "output" | "absorbed";
  readonly label: (code: string) => Label;
  /** Every code that has a line, also an empty one; without it only what occurred. */
  readonly codes?: readonly string[];
  /** Largest first; otherwise in the order of the codes. */
  readonly ranked?: true;
};

const same = (text: string): Label => ({ zh: text, en: text });
const labelsOf = (table: CodeTable) => (code: string): Label => table.label(code);
const rootsOf = (table: CodeTable): readonly string[] => table.roots().map(({ code }) => code);
const REGION_CODES = REGIONS.rows.filter(({ level }) => level !== "city").map(({ code }) => code);
const placeLabel = (code: string): Label => same(division(code)?.name ?? code);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** 统计表, in the order in which they are shown. Domain note contract-registration §9.2. */
export const STATISTICS_TABLES = [
  { code: "months", title: { zh: "按月份", en: "By month" }, axis: "month", scope: "both", basis: "own", label: (code) => ({ zh: `${Number(code)}月`, en: MONTHS[Number(code) - 1] ?? code }) },
  { code: "years", title: { zh: "按年度", en: "By year" }, axis: "year", scope: "both", basis: "own", label: (code) => ({ zh: `${code}年`, en: code }) },
  { code: "regions-output", title: { zh: "按地区：输出技术", en: "By region: technology sold" }, axis: "outputRegion", scope: "nation", basis: "output", label: labelsOf(REGIONS), codes: REGION_CODES, ranked: true },
  { code: "regions-absorbed", title: { zh: "按地区：吸纳技术", en: "By region: technology bought" }, axis: "absorbedRegion", scope: "nation", basis: "absorbed", label: labelsOf(REGIONS), codes: REGION_CODES, ranked: true },
  { code: "flows", title: { zh: "地区间流向", en: "Flows between regions" }, axis: "flow", scope: "nation", basis: "output", label: labelsOf(REGIONS), ranked: true },
  { code: "places-output", title: { zh: "辖区内：输出技术", en: "Within the area: technology sold" }, axis: "outputPlace", scope: "area", basis: "output", label: placeLabel, ranked: true },
  { code: "places-absorbed", title: { zh: "辖区内：吸纳技术", en: "Within the area: technology bought" }, axis: "absorbedPlace", scope: "area", basis: "absorbed", label: placeLabel, ranked: true },
  { code: "to-regions", title: { zh: "输出到哪些地区", en: "Where its technology goes" }, axis: "absorbedRegion", scope: "area", basis: "output", label: labelsOf(REGIONS), ranked: true },
  { code: "from-regions", title: { zh: "吸纳自哪些地区", en: "Where its technology comes from" }, axis: "outputRegion", scope: "area", basis: "absorbed", label: labelsOf(REGIONS), ranked: true },
  { code: "contract-types", title: { zh: "按合同类别", en: "By contract type" }, axis: "contractType", scope: "both", basis: "own", label: labelsOf(CONTRACT_TYPES), codes: rootsOf(CONTRACT_TYPES) },
  { code: "contract-subtypes", title: { zh: "按合同类别（细分）", en: "By contract type, in detail" }, axis: "contractSubtype", scope: "both", basis: "own", label: labelsOf(CONTRACT_TYPES) },
  { code: "fields", title: { zh: "按技术领域", en: "By field of technology" }, axis: "field", scope: "both", basis: "own", label: labelsOf(TECH_FIELDS), codes: rootsOf(TECH_FIELDS) },
  { code: "ip-kinds", title: { zh: "按知识产权", en: "By kind of intellectual property" }, axis: "ipKind", scope: "both", basis: "own", label: labelsOf(IP_KINDS), codes: rootsOf(IP_KINDS) },
  { code: "amount-bands", title: { zh: "按合同金额", en: "By size of contract" }, axis: "amountBand", scope: "both", basis: "own", label: labelsOf(AMOUNT_BANDS), codes: AMOUNT_BANDS.rows.map(({ code }) => code) },
  { code: "seller-types", title: { zh: "按卖方性质", en: "By nature of the seller" }, axis: "sellerType", scope: "both", basis: "own", label: labelsOf(PARTY_TYPES), codes: rootsOf(PARTY_TYPES) },
  { code: "buyer-types", title: { zh: "按买方性质", en: "By nature of the buyer" }, axis: "buyerType", scope: "both", basis: "own", label: labelsOf(PARTY_TYPES), codes: rootsOf(PARTY_TYPES) },
  { code: "programmes", title: { zh: "按计划来源", en: "By programme" }, axis: "programme", scope: "both", basis: "own", label: labelsOf(PROGRAMME_SOURCES), codes: rootsOf(PROGRAMME_SOURCES) },
  { code: "objectives", title: { zh: "按社会经济目标", en: "By socio-economic objective" }, axis: "objective", scope: "both", basis: "own", label: labelsOf(SOCIO_ECONOMIC_OBJECTIVES), codes: rootsOf(SOCIO_ECONOMIC_OBJECTIVES) },
  { code: "industries", title: { zh: "按服务的国民经济行业", en: "By industry served" }, axis: "industry", scope: "both", basis: "own", label: labelsOf(INDUSTRIES) },
  { code: "payments", title: { zh: "按支付方式", en: "By way of payment" }, axis: "payment", scope: "both", basis: "own", label: labelsOf(PAYMENT_METHODS), codes: rootsOf(PAYMENT_METHODS) },
] as const satisfies readonly StatisticsTable[];

export type StatisticsTableCode = (typeof STATISTICS_TABLES)[number]["code"];
export const STATISTICS_TABLE_CODES = STATISTICS_TABLES.map(({ code }) => code) as unknown as readonly [StatisticsTableCode, ...StatisticsTableCode[]];

export function tablesFor(isNation: boolean): readonly (StatisticsTable & { readonly code: StatisticsTableCode })[] {
  return STATISTICS_TABLES.filter(({ scope }) => scope === "both" || scope === (isNation ? "nation" : "area"));
}

/** The axes that tables are made by, on the side that each counts by; a table in detail also needs the one whose classes it divides. */
export function axesFor(tables: readonly StatisticsTable[], own: StatisticsTable["basis"] | "registered"): { readonly output: readonly Axis[]; readonly absorbed: readonly Axis[] } {
  const of = (side: "output" | "absorbed"): readonly Axis[] => {
    const axes = tables.filter(({ axis, basis }) => axis !== "year" && (basis === "own" ? own : basis) === side).map(({ axis }) => axis);
    return [...new Set(axes.flatMap((axis): Axis[] => (axis === "contractSubtype" ? ["contractType", axis] : [axis])))];
  };
  return { output: of("output"), absorbed: of("absorbed") };
}
