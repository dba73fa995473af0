export type Latencies = { readonly p50: number; readonly p99: number; readonly most: number; readonly count: number };

/** Percentiles of what was measured, in the unit of the measurements. */
export function latencies(measured: readonly number[]): Latencies {
  if (measured.length === 0) throw new Error("Nothing was measured.");
  const sorted = Float64Array.from(measured).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
  return { p50: at(0.5), p99: at(0.99), most: sorted.at(-1)!, count: sorted.length };
}
