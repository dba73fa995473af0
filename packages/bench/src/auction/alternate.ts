import { median, ROUNDS } from "../rounds.ts";

export type Measured = { readonly median: number; readonly standardError: number; readonly all: readonly number[] };

/**
 * Measures the sides in turn, every second round backwards, and gives each one's median with the standard error of its mean. A side that throws
 * ends the benchmark: there is no figure without its bids.
 */
export async function alternate<Side extends string>(sides: Readonly<Record<Side, () => Promise<number>>>, say: (line: string) => void, rounds = ROUNDS): Promise<Record<Side, Measured>> {
  const names = Object.keys(sides) as Side[];
  const measured = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) measured[name].push(await sides[name]());
    say(`round ${round + 1} of ${rounds}: ${names.map((name) => `${name} ${Math.round(measured[name].at(-1)!)}`).join(", ")}`);
  }
  for (const name of names) say(`${name}: median ${Math.round(median(measured[name]))}, standard error ${standardError(measured[name]).toPrecision(2)}`);
  const answer = {} as Record<Side, Measured>;
  for (const name of names) answer[name] = { median: median(measured[name]), standardError: standardError(measured[name]), all: measured[name] };
  return answer;
}

export function standardError(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return Math.sqrt(variance / values.length);
}
