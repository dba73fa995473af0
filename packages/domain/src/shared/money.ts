/** An amount in fen (分), the hundredth of a yuan: never a float, never a bare number. */
export type Fen = bigint & { readonly unit: "fen" };

export function fen(amount: bigint | number): Fen {
  return BigInt(amount) as Fen;
}

export const ZERO_FEN = fen(0n);
const FEN_PER_YUAN = 100n;
const FEN_PER_WAN = 1_000_000n;

/** 1 元 = 100 分. Whole yuan only; decimal text goes through {@link parseYuan}. */
export function yuan(amount: bigint | number): Fen {
  return fen(BigInt(amount) * FEN_PER_YUAN);
}

/** 1 万元 = 1,000,000 分. */
export function wan(amount: bigint | number): Fen {
  return fen(BigInt(amount) * FEN_PER_WAN);
}

const YUAN_TEXT = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;

/** An amount as people type it: not negative, less than a trillion yuan, two decimals at most. */
export const YUAN_FORM = /^\d{1,12}(\.\d{1,2})?$/;

/** Reads a decimal string of yuan ("1234.5") exactly; undefined when it is not one. */
export function parseYuan(text: string): Fen | undefined {
  const match = YUAN_TEXT.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = ""] = match;
  const amount = BigInt(whole!) * FEN_PER_YUAN + BigInt(fraction.padEnd(2, "0") || "0");
  return fen(sign ? -amount : amount);
}

/** The decimal string of yuan used in JSON: "1234.50". Reverses {@link parseYuan}. */
export function toYuanText(amount: bigint): string {
  const magnitude = amount < 0n ? -amount : amount;
  return `${amount < 0n ? "-" : ""}${magnitude / FEN_PER_YUAN}.${String(magnitude % FEN_PER_YUAN).padStart(2, "0")}`;
}

export function addFen(...amounts: readonly bigint[]): Fen {
  return fen(amounts.reduce((sum, amount) => sum + amount, 0n));
}

export function subtractFen(from: bigint, ...amounts: readonly bigint[]): Fen {
  return fen(amounts.reduce((rest, amount) => rest - amount, from));
}

export function maxFen(a: bigint, b: bigint): Fen {
  return fen(a > b ? a : b);
}

export function minFen(a: bigint, b: bigint): Fen {
  return fen(a < b ? a : b);
}

const BASIS = 10_000n;

/** `rateBp` basis points of an amount ≥ 0, rounded down to the fen. */
export function shareFloor(amount: bigint, rateBp: number): Fen {
  return fen((amount * BigInt(rateBp)) / BASIS);
}

/** `rateBp` basis points of an amount ≥ 0, rounded up to the fen: legal minima round in favour of the person protected. */
export function shareCeil(amount: bigint, rateBp: number): Fen {
  return fen((amount * BigInt(rateBp) + BASIS - 1n) / BASIS);
}

/** Splits an amount ≥ 0 by weights; the parts always add up, the leftover fen go one each from first to last. */
export function splitFen(total: bigint, weights: readonly bigint[]): Fen[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError("weights must be ≥ 0 and not all 0");
  const parts = weights.map((weight) => (total * weight) / sum);
  let leftover = total - parts.reduce((a, b) => a + b, 0n);
  for (let i = 0; leftover > 0n; i = (i + 1) % parts.length) {
    if (weights[i]! > 0n) {
      parts[i]! += 1n;
      leftover -= 1n;
    }
  }
  return parts.map(fen);
}
