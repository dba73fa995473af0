/** Each duration in milliseconds of many calls made by so many clients at once, each beginning the next when its last is answered. */
export async function byClients<Item>(clients: number, items: readonly Item[], call: (item: Item) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let at = next++; at < items.length; at = next++) {
        const started = performance.now();
        await call(items[at]!);
        took.push(performance.now() - started);
      }
    }),
  );
  return took;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (found === undefined) throw new Error("There is no percentile of nothing.");
  return found;
}
