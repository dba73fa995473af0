import { describe, expect, it } from "vitest";
import { JUDGED } from "../src/search/judged.ts";
import { gradeOf } from "../src/search/relevance.ts";
import { ndcgAt10 } from "../src/search/ndcg.ts";
import { demoResults } from "../../../prisma/seed/content/index.ts";
import { SEED } from "../../../prisma/seed/seed-number.ts";

describe("R1 search: the judged set", () => {
  it("R1 search: has sixty queries and more, of every kind, each with something to find in the demo country", () => {
    const results = demoResults(SEED);
    expect(JUDGED.length).toBeGreaterThanOrEqual(60);
    expect(new Set(JUDGED.map(({ q }) => q)).size).toBe(JUDGED.length);
    for (const judged of JUDGED) {
      for (const key of Object.keys(judged.wanted)) {
        const [topic, ...words] = key.split(" ");
        expect(results.some((one) => one.topic === topic && words.every((word) => one.title.includes(word))), `${judged.q}: ${key}`).toBe(true);
      }
      expect(Math.max(...results.map((one) => gradeOf(judged, one))), judged.q).toBeGreaterThanOrEqual(2);
    }
  });

  it("R1 search: a perfect ranking is worth 1, an empty one nothing, a good hit counts more in front", () => {
    expect(ndcgAt10([3, 2, 1], [1, 2, 3])).toBe(1);
    expect(ndcgAt10([], [3])).toBe(0);
    expect(ndcgAt10([0, 3], [3])).toBeCloseTo(0.63, 2);
  });
});
