/** What a ranking is worth at its first ten places against the best one there could be (nDCG@10), from 0 to 1. */
export function ndcgAt10(grades: readonly number[], all: readonly number[]): number {
  const best = gain(all.toSorted((a, b) => b - a));
  return best === 0 ? 0 : gain(grades) / best;
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
