export const ROUNDS = 5;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  if (upper === undefined || lower === undefined) throw new Error("There is no median of nothing.");
  return (lower + upper) / 2;
}

/**
 * Measures the sides in turn and gives each one's median. Every second round goes backwards, so that a machine that slows down
 * meanwhile hurts all of them alike.
 */
export async function inTurn<Side extends string>(sides: Readonly<Record<Side, () => Promise<number>>>, say: (line: string) => void, rounds = ROUNDS): Promise<Record<Side, number>> {
  const names = Object.keys(sides) as Side[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) measured[name].push(await sides[name]());
    say(`round ${round + 1} of ${rounds}: ${names.map((name) => `${name} ${Number(measured[name].at(-1)?.toPrecision(4))}`).join(", ")}`);
  }
  return Object.fromEntries(names.map((name) => [name, median(measured[name])])) as Record<Side, number>;
}
