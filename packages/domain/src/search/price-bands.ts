/** Asked prices as buyers narrow them down; lower bound included, upper bound not. A price to be negotiated has a band of its own. */
export type PriceBand = { readonly code: string; readonly fromFen: bigint | null; readonly toFen: bigint | null; readonly zh: string; readonly en: string };

const WAN = 1_000_000n;

export const PRICE_BANDS: readonly PriceBand[] = [
  { code: "UNDER-10", fromFen: 0n, toFen: 10n * WAN, zh: "10 万元以下", en: "under ¥100,000" },
  { code: "10-50", fromFen: 10n * WAN, toFen: 50n * WAN, zh: "10 万–50 万元", en: "¥100,000 – 500,000" },
  { code: "50-100", fromFen: 50n * WAN, toFen: 100n * WAN, zh: "50 万–100 万元", en: "¥500,000 – 1 million" },
  { code: "100-500", fromFen: 100n * WAN, toFen: 500n * WAN, zh: "100 万–500 万元", en: "¥1 – 5 million" },
  { code: "OVER-500", fromFen: 500n * WAN, toFen: null, zh: "500 万元以上", en: "¥5 million and more" },
  { code: "NEGOTIABLE", fromFen: null, toFen: null, zh: "价格面议", en: "to be negotiated" },
];

/** The band of a price; null is to be negotiated. */
export function bandOf(priceFen: bigint | null): PriceBand {
  return PRICE_BANDS.find(({ fromFen, toFen }) => (priceFen === null ? fromFen === null : fromFen !== null && priceFen >= fromFen && (toFen === null || priceFen < toFen)))!;
}

/** The least span of prices that holds these bands, upper bound not included; undefined when one of them has no price. */
export function spanOf(codes: readonly string[]): { readonly fromFen: bigint; readonly toFen: bigint | null } | undefined {
  const bands = PRICE_BANDS.filter(({ code }) => codes.includes(code));
  const [first, last] = [bands[0], bands.at(-1)]; // they stand in order, the one without a price last
  return first?.fromFen == null || last?.fromFen == null ? undefined : { fromFen: first.fromFen, toFen: last.toFen };
}
