import { readFileSync } from "node:fs";
import { parseYuan } from "../../shared/money.ts";

/** A text with what people judged of it: `undefined` where nothing was to be judged, `null` where there is nothing to find. */
export type JudgedText = {
  readonly key: string;
  readonly type: string | null;
  readonly field: string | undefined;
  readonly ip: string;
  readonly turnoverFen: bigint | null;
  readonly technicalFen: bigint | undefined;
  readonly flags: readonly string[];
  readonly text: string;
};

/** The judged set of contract texts; the header of each: key, type, field, kind of right, turnover, technical amount (yuan), flags. */
export function judgedTexts(file: string): readonly JudgedText[] {
  const content = readFileSync(new URL(`../judged/${file}.txt`, import.meta.url), "utf8");
  return content.split(/^## /m).slice(1).map((entry) => {
    const [head = "", ...lines] = entry.split("\n");
    const [key, type, field, ip, turnover, technical, flags] = head.split("|").map((cell) => cell.trim()) as [string, string, string, string, string, string, string];
    return {
      key,
      type: type === "-" ? null : type,
      field: field === "?" ? undefined : field,
      ip,
      turnoverFen: turnover === "-" ? null : parseYuan(turnover)!,
      technicalFen: technical === "?" ? undefined : parseYuan(technical)!,
      flags: flags === "-" ? [] : flags.split(","),
      text: lines.join("\n").trim(),
    };
  });
}
