export interface Finding {
  readonly name: string;
  /** good: as it should be · note: works, but worth knowing · bad: stands in the way */
  readonly verdict: "good" | "note" | "bad";
  readonly words: string;
  readonly remedy?: string;
}

const SIGNS = { good: "✓", note: "·", bad: "✗" } as const;

export function findingLine({ name, verdict, words, remedy }: Finding): string {
  return `${SIGNS[verdict]} ${name}: ${words}${remedy && verdict !== "good" ? ` → ${remedy}` : ""}`;
}

export function summary(findings: readonly Finding[]): string {
  const bad = findings.filter(({ verdict }) => verdict === "bad").length;
  return bad === 0 ? "Nothing stands in the way." : `${bad} ${bad === 1 ? "thing stands" : "things stand"} in the way.`;
}
