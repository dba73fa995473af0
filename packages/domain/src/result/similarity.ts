import { bigramsOf, isHan, searchRuns } from "../search/index.ts";

/** Pairs of characters and words of a text: what two texts are compared by. */
function featuresOf(text: string): Set<string> {
  return new Set(searchRuns(text).flatMap((run) => (isHan(run) ? (run.length === 1 ? [run] : bigramsOf(run)) : [run])));
}

/** How much two short texts share, from 0 to 1 (Dice): the same words in another order count, one word more counts a little less. */
export function likeness(one: string, other: string): number {
  const [a, b] = [featuresOf(one), featuresOf(other)];
  return a.size + b.size === 0 ? 0 : (2 * sharedBy(a, b)) / (a.size + b.size);
}

/** How much of a text stands in another one, from 0 to 1. */
export function containedIn(text: string, other: string): number {
  const a = featuresOf(text);
  return a.size === 0 ? 0 : sharedBy(a, featuresOf(other)) / a.size;
}

function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((feature) => b.has(feature)).length;
}
