import { describe, expect, it } from "vitest";
import { isHan, searchAlternatives, searchRuns } from "./bigrams.ts";
import { SYNONYMS } from "./synonyms.ts";

describe("R1 search: the vocabulary of other words", () => {
  const words = [...SYNONYMS.keys()];

  it("R1 search: every word stands in one group, has another beside it, and is written as searches read it", () => {
    for (const [word, others] of SYNONYMS) {
      expect(others.length, word).toBeGreaterThan(0);
      for (const other of others) expect(SYNONYMS.get(other), `${word} ↔ ${other}`).toContain(word);
      expect(isHan(word) || searchRuns(word).join("").length > 1, word).toBe(true);
    }
    expect(words.length).toBeGreaterThan(250);
  });

  it("R1 search: of two words at the same place the longer one is replaced first", () => {
    const [, first] = searchAlternatives("锂离子电池回收", SYNONYMS);
    expect(first).toBe("锂电池 回收");
    expect(words.every((word, at) => at === 0 || word.length <= words[at - 1]!.length)).toBe(true);
  });
});
