import { formatCount, formatWan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { S } from "./statistics-texts.ts";
import type { StatisticsLine } from "./view-of.ts";

export function nameOf(lang: Lang, { label, toLabel }: StatisticsLine): string {
  return toLabel === null ? pick(lang, label) : `${pick(lang, label)} → ${pick(lang, toLabel)}`;
}

export const percent = (text: string): string => (text === "–" ? text : `${text}%`);

export function turnoverText(lang: Lang, { hidden, turnoverFen }: StatisticsLine): string {
  return hidden ? pick(lang, S.notPublished) : formatWan(turnoverFen ?? 0n, lang);
}

/** 平均每项成交额; no contract, no average. */
export function averageText(lang: Lang, { contracts, turnoverFen }: Pick<StatisticsLine, "contracts" | "turnoverFen">): string {
  return contracts && turnoverFen !== null ? formatWan(turnoverFen / BigInt(contracts), lang) : "";
}

/** A table in full, for the place one click away from its chart. */
export function fullTable(lang: Lang, nameHead: string, lines: readonly StatisticsLine[]) {
  return {
    head: [nameHead, ...[S.contracts, S.turnover, S.technical, S.average, S.share, S.growth].map((text) => pick(lang, text))],
    rows: lines.map((line) => [
      nameOf(lang, line), line.contracts === null ? "" : formatCount(line.contracts), turnoverText(lang, line), line.technicalFen === null ? "" : formatWan(line.technicalFen, lang),
      averageText(lang, line), line.hidden ? "" : percent(line.sharePercent), line.hidden ? "" : percent(line.growthPercent),
    ]),
  };
}
