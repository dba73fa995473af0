/** Median and median absolute deviation of numbers; robust against the outliers they are used to find. B5. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("no values");
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function medianAbsoluteDeviation(values: readonly number[]): number {
  const centre = median(values);
  return median(values.map((value) => Math.abs(value - centre)));
}

const MAD_TO_SIGMA = 0.6745;
const MEAN_DEVIATION_TO_SIGMA = 1.253314;

/**
 * Robust z of a value among its peers. Where half of the peers are equal the mean absolute deviation stands in; where all are equal
 * there is no scale and the answer is undefined.
 */
export function robustZ(value: number, peers: readonly number[]): number | undefined {
  if (peers.length === 0) return undefined;
  const centre = median(peers);
  const deviation = medianAbsoluteDeviation(peers);
  if (deviation > 0) return (MAD_TO_SIGMA * (value - centre)) / deviation;
  const meanDeviation = peers.reduce((sum, peer) => sum + Math.abs(peer - centre), 0) / peers.length;
  return meanDeviation > 0 ? (value - centre) / (MEAN_DEVIATION_TO_SIGMA * meanDeviation) : undefined;
}
