import { TEXT_FLAG_LABELS, type TextProposal } from "@ttx/domain/contract/client";
import { codeLabel, type CodeTableName } from "@ttx/domain/reference/client";
import { cx } from "@ttx/ui/cx";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { R } from "./registration-texts.ts";

type Passage = TextProposal["passages"][number];
type Kind = "type" | "money" | "flag" | "other";

const LOOKS: Readonly<Record<Kind, string>> = {
  type: "bg-brand-soft decoration-brand",
  money: "bg-done-soft decoration-done",
  flag: "bg-live-soft decoration-live decoration-wavy",
  other: "bg-sunken decoration-edge decoration-dotted",
};
const LEGEND: readonly (readonly [Kind, Text])[] = [["type", R.legendType], ["money", R.legendMoney], ["flag", R.legendFlag], ["other", R.legendOther]];
const TABLE_OF: Readonly<Record<string, CodeTableName>> = { type: "contract-types", field: "tech-fields", ip: "ip-kinds" };
const MONEY = new Set(["turnover", "technicalAmount", "nonTechnicalCost"]);

function kindOf({ supports }: Passage): Kind {
  if (supports.startsWith("flag:")) return "flag";
  if (supports.startsWith("type:")) return "type";
  return MONEY.has(supports) ? "money" : "other";
}

/** What a passage speaks for, in words. */
function meaningOf(lang: Lang, { supports }: Passage): string {
  const [about = "", code = ""] = supports.split(":");
  const table = TABLE_OF[about];
  if (table) return pick(lang, codeLabel(table, code));
  if (about === "flag") return pick(lang, TEXT_FLAG_LABELS[code as keyof typeof TEXT_FLAG_LABELS] ?? R.legendFlag);
  return pick(lang, about === "turnover" ? R.proposedTurnover : about === "technicalAmount" ? R.proposedTechnical : R.legendMoney);
}

const WEIGHT: Readonly<Record<Kind, number>> = { flag: 0, money: 1, type: 2, other: 3 };

/** Passages one after the other; where several overlap, doubts show before money, money before class. */
function apart(passages: readonly Passage[]): readonly Passage[] {
  const chosen: Passage[] = [];
  const byWeight = passages.toSorted((a, b) => WEIGHT[kindOf(a)] - WEIGHT[kindOf(b)] || a.start - b.start);
  for (const passage of byWeight) if (!chosen.some((other) => passage.start < other.end && other.start < passage.end)) chosen.push(passage);
  return chosen.toSorted((a, b) => a.start - b.start);
}

/** The text of a contract with the passages that speak for class, money and doubts. */
export function MarkedContract({ lang, text, passages }: { readonly lang: Lang; readonly text: string; readonly passages: readonly Passage[] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const passage of apart(passages)) {
    if (passage.start > at) parts.push(text.slice(at, passage.start));
    parts.push(<mark key={passage.start} title={meaningOf(lang, passage)} className={cx("rounded-sm px-0.5 text-ink underline decoration-2 underline-offset-4", LOOKS[kindOf(passage)])}>{text.slice(passage.start, passage.end)}</mark>);
    at = passage.end;
  }
  parts.push(text.slice(at));
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-3 text-sm text-ink-soft">
        {LEGEND.map(([kind, words]) => <span key={kind} className={cx("rounded-sm px-1 underline decoration-2 underline-offset-4", LOOKS[kind])}>{pick(lang, words)}</span>)}
      </p>
      <div lang="zh-CN" tabIndex={0} role="region" aria-label={pick(lang, R.text)} className="max-h-[70vh] overflow-y-auto rounded border border-line bg-surface p-4 leading-relaxed whitespace-pre-wrap">{parts}</div>
    </div>
  );
}
