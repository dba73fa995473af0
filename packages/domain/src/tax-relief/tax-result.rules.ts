import { fen, type Fen } from "../shared/money.ts";

export type TaxText = { readonly zh: string; readonly en: string };
export type TaxStep = { readonly label: TaxText; readonly amountFen: Fen };
export type LegalBasis = { readonly citation: string; readonly confirmed: boolean };

/** One computed relief, with every step and its legal basis. The tax body decides; `warnings` say what is uncertain or at risk. */
export type TaxResult<Warning extends string = string> = {
  readonly ruleSet: string;
  readonly taxFen: Fen;
  readonly withoutReliefFen: Fen;
  readonly reliefFen: Fen;
  readonly steps: readonly TaxStep[];
  readonly basis: readonly LegalBasis[];
  readonly warnings: readonly Warning[];
};

/** `rateBp` basis points of an amount ≥ 0, rounded half up to the fen. */
export function taxAt(amountFen: bigint, rateBp: number): Fen {
  return fen((amountFen * BigInt(rateBp) + 5_000n) / 10_000n);
}

export function taxStep(zh: string, en: string, amountFen: bigint): TaxStep {
  return { label: { zh, en }, amountFen: fen(amountFen) };
}

/** The entry in effect on a day: the last one that has begun. Entries stand in order of time. */
export function inEffectOn<Entry extends { readonly from: string }>(entries: readonly Entry[], on: string): Entry {
  const entry = entries.findLast(({ from }) => from <= on);
  if (!entry) throw new RangeError(`no rule in effect on ${on}`);
  return entry;
}
