import type { AlertLevel } from "./risk-alert.machine.ts";
import type { RuleFamily } from "./signal.rules.ts";

/** Quality of the evidence behind a signal. */
export const EVIDENCE_QUALITY = { official: 1, declared: 0.7, inferred: 0.4 } as const;
export type EvidenceQuality = keyof typeof EVIDENCE_QUALITY;

export type WeighedSignal = { readonly family: RuleFamily; readonly weight: number; readonly strength: number; readonly evidence: EvidenceQuality };

export type CompositeScore = { readonly score: number; readonly level: AlertLevel; readonly families: readonly { readonly family: RuleFamily; readonly contribution: number }[] };

/** Red from 70 or by a hard rule, amber from 40, yellow from 20. */
export function levelOfScore(score: number, hardRule = false): AlertLevel {
  if (hardRule || score >= 70) return "RED";
  if (score >= 40) return "AMBER";
  return score >= 20 ? "YELLOW" : "INFO";
}

/** 100 × (1 − Π (1 − contribution)) over the families, rounded to a whole number. */
export function combine(contributions: readonly number[]): number {
  return Math.round(100 * (1 - contributions.reduce((rest, one) => rest * (1 - Math.min(1, Math.max(0, one))), 1)));
}

/** The strongest w·s·e of each family, combined: several weak hints of one kind do not add up to a strong one. */
export function compositeScore(signals: readonly WeighedSignal[], hardRule = false): CompositeScore {
  const strongest = new Map<RuleFamily, number>();
  for (const { family, weight, strength, evidence } of signals) {
    strongest.set(family, Math.max(strongest.get(family) ?? 0, weight * strength * EVIDENCE_QUALITY[evidence]));
  }
  const families = [...strongest].map(([family, contribution]) => ({ family, contribution })).toSorted((a, b) => b.contribution - a.contribution);
  const score = combine(families.map(({ contribution }) => contribution));
  return { score, level: levelOfScore(score, hardRule), families };
}

/** A rule upheld in under 15 % of at least 100 concluded alerts only informs (B1, capacity rule). */
export function isDemoted(upheld: number, concluded: number): boolean {
  return concluded >= 100 && upheld / concluded < 0.15;
}
