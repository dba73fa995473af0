import type { Label } from "../reference/index.ts";
import { toYuanText } from "../shared/money.ts";
import { footnotesOf, type FootnoteFacts } from "./footnotes.ts";
import type { StatisticsLine, TableView } from "./view.ts";

type Language = keyof Label;

const HEADS = {
  zh: ["代码", "名称", "合同数（项）", "成交额（元）", "技术交易额（元）", "平均每项（万元）", "占比（%）", "同比增长（%）"],
  en: ["Code", "Name", "Contracts", "Turnover (yuan)", "Technical amount (yuan)", "Average (10,000 yuan)", "Share (%)", "Growth on the year (%)"],
} as const;
const FLOW_HEADS = { zh: ["输出地代码", "输出地", "吸纳地代码", "吸纳地"], en: ["From, code", "From", "To, code", "To"] } as const;
const HIDDEN = { zh: "不公布", en: "not published" } as const;

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. RFC 4180 quoting. */
function cell(text: string): string {
  const safe = /^[=+@\t]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(one: StatisticsLine, language: Language): readonly string[] {
  const name = one.toLabel === null ? [one.code, one.label[language]] : [one.code, one.label[language], one.toCode, one.toLabel[language]];
  if (one.hidden) return [...name, HIDDEN[language], "", "", "", "", ""];
  return [...name, String(one.contracts), toYuanText(one.turnoverFen!), toYuanText(one.technicalFen!), one.averageWan, one.sharePercent, one.growthPercent];
}

/** A table as a file for spreadsheets: amounts exact in yuan, and below it what a reader has to know. UTF-8 with the mark that Excel looks for. */
export function tableCsv(table: TableView, facts: FootnoteFacts, language: Language): string {
  const isFlow = table.code === "flows";
  const head = isFlow ? [...FLOW_HEADS[language], ...HEADS[language].slice(2)] : HEADS[language];
  const rows = [head, ...table.lines.map((one) => line(one, language))];
  const notes = [table.title[language], ...footnotesOf(facts).map((note) => note[language])];
  const text = [...rows, [], ...notes.map((note) => [note])].map((columns) => columns.map(cell).join(",")).join("\r\n");
  return `\uFEFF${text}\r\n`;
}
