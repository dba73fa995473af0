import { fullDivisionName, type Label } from "../reference/index.ts";
import { dayOf } from "../shared/clock.ts";
import type { Basis } from "./cube.ts";

export type FootnoteFacts = { readonly asOf: Date; readonly year: number; readonly toMonth: number; readonly divisionCode: string | null; readonly basis: Basis; readonly isPublic: boolean };

const BASES: Readonly<Record<Basis, Label>> = {
  output: { zh: "按卖方所在地统计（输出技术）", en: "counted by the place of the seller (technology sold)" },
  absorbed: { zh: "按买方所在地统计（吸纳技术）", en: "counted by the place of the buyer (technology bought)" },
  registered: { zh: "按登记机构所在地统计", en: "counted by the place of the office that registered" },
};

/** What has to be known to read a table: source, period, how it is counted, what is left out. The same under the table and in its file. */
export function footnotesOf({ asOf, year, toMonth, divisionCode, basis, isPublic }: FootnoteFacts): readonly Label[] {
  const place: Label = divisionCode === null ? { zh: "全国", en: "China" } : { zh: fullDivisionName(divisionCode), en: fullDivisionName(divisionCode) };
  const on = dayOf(asOf);
  const months: Label = toMonth === 12 ? { zh: `${year}年`, en: `${year}` } : { zh: `${year}年1—${toMonth}月`, en: `January to ${toMonth}/${year}` };
  const general: readonly Label[] = [
    { zh: `来源：本平台登记的技术合同实时汇总，截至${on}；不是统计部门的公布数。`, en: `Source: technology contracts registered on this platform, live, as of ${on}. These are not the figures published by the statistics offices.` },
    { zh: `范围：${place.zh}；时段：${months.zh}，计入登记所在月份；${BASES[basis].zh}。`, en: `Area: ${place.en}. Period: ${months.en}, by month of registration; ${BASES[basis].en}.` },
    { zh: "已注销、撤销的合同自当日起不再计入；变更后的合同按最新内容计入原登记月份。", en: "Contracts that were cancelled or revoked no longer count from that day; changed contracts count as they are now, in the month of their registration." },
    { zh: "多个卖方或买方的合同：金额按份额分摊，项数计入第一方。", en: "With several sellers or buyers the amount is split by their shares and the contract counts for the one named first." },
    { zh: "“港澳台”为香港、澳门、台湾；“其他”为境外。许可合同自2021年起单列。", en: "Hong Kong, Macao and Taiwan are one line; “Others” is abroad. Licences are a class of their own since 2021." },
    { zh: "增长率与上年同期（相同月份）相比；“–”表示无基数。比率由未取整的金额计算，各项之和可能与合计略有出入。", en: "Growth is against the same months of the year before; “–” means there is no base. Ratios come from unrounded amounts and need not add up to 100." },
  ];
  const hidden: Label = {
    zh: "不足3个单位，或1个单位占85%及以上的数据，依统计法不予公布（另有少量数据为防止推算一并不公布）。",
    en: "Figures behind which fewer than three units stand, or one with 85 % or more, are not published (Statistics Law); some others are withheld so that these cannot be worked out.",
  };
  return isPublic ? [...general, hidden] : general;
}
