/** Weighted bidding (权重报价), trading §5.8. Weights are basis points and add up to 10 000; points go from 0 to 100 in hundredths. */
export type WeightedTerms = { readonly priceWeightBp: number; readonly itemWeightsBp: Readonly<Record<string, number>> };

export type WeightedOffer = {
  readonly bidderNo: string;
  readonly amountFen: bigint;
  /** Points × 100 for each announced item. */
  readonly itemPoints: Readonly<Record<string, number>>;
};

export type WeightedScore = {
  readonly bidderNo: string;
  /** Points × 100, rounded down, for display; the order is decided on exact fractions. */
  readonly score: number;
  readonly rank: number;
};

const FULL_POINTS = 10_000n;

/**
 * `score = w_p · 100 · bid / maxBid + Σ w_j · q_j`, best first. Equal scores share a rank; the announcement says what then
 * follows. A missing item counts nothing.
 */
export function weightedScores(terms: WeightedTerms, offers: readonly WeightedOffer[]): WeightedScore[] {
  const maxBid = offers.reduce((highest, { amountFen }) => (amountFen > highest ? amountFen : highest), 0n);
  if (maxBid <= 0n) return [];
  const exact = offers.map((offer) => {
    const items = Object.entries(terms.itemWeightsBp).reduce((sum, [item, weight]) => sum + BigInt(weight) * BigInt(offer.itemPoints[item] ?? 0), 0n);
    return { bidderNo: offer.bidderNo, numerator: BigInt(terms.priceWeightBp) * FULL_POINTS * offer.amountFen + items * maxBid };
  });
  return exact
    .sort((a, b) => (a.numerator === b.numerator ? 0 : a.numerator > b.numerator ? -1 : 1))
    .map(({ bidderNo, numerator }) => ({
      bidderNo,
      score: Number(numerator / (10_000n * maxBid)),
      rank: 1 + exact.filter((other) => other.numerator > numerator).length,
    }));
}
