import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDay, formatWan } from "@ttx/ui/format";
import { pick, type Lang } from "@ttx/ui/text";
import { MATCHES, NUMBER_LABELS, PEER_LEVELS } from "./risk-texts.ts";

type Numbers = Readonly<Record<string, string | number>>;

const AMOUNTS: ReadonlySet<string> = new Set(["thresholdFen", "sumFen", "amountA", "amountB", "priceFen"]);
const SHARES: ReadonlySet<string> = new Set(["textSimilarity", "ratio", "rise"]);

function read(lang: Lang, name: string, value: string | number): string {
  if (AMOUNTS.has(name)) return formatWan(BigInt(value), lang);
  if (SHARES.has(name)) return `${(Number(value) * 100).toFixed(1)}%`;
  if (name === "match") return MATCHES[value] ? pick(lang, MATCHES[value]) : String(value);
  if (name === "comparedWith") return PEER_LEVELS[value] ? pick(lang, PEER_LEVELS[value]) : String(value);
  if (name.startsWith("signed")) return formatDay(String(value), lang);
  return String(value);
}

/** The numbers that the rule kept, in words; what a reader has no word for stays with the stored evidence. */
export function EvidenceNumbers({ lang, numbers }: { readonly lang: Lang; readonly numbers: Numbers }) {
  const shown = Object.entries(NUMBER_LABELS).filter(([name]) => name in numbers);
  return <DefinitionList as="grid" items={shown.map(([name, label]) => ({ term: pick(lang, label), value: <span className="tabular">{read(lang, name, numbers[name]!)}</span> }))} />;
}
