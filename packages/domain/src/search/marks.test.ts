import { describe, expect, it } from "vitest";
import { searchQuery, searchRuns } from "./bigrams.ts";
import { marksOf, markTerm } from "./marks.ts";
import { SYNONYMS } from "./synonyms.ts";

const AT = new Date("2026-11-20T01:00:00Z");

describe("R1 search: marks", () => {
  it("R1 search: everything that narrows a search is a mark", () => {
    expect(marksOf({ kind: "RESULT", field: "05", region: "33", stage: null, price: "10-50", modes: ["LICENCE", "LICENCE"], owner: "6c2f", at: AT })).toEqual(["~kRESULT", "~f05", "~r33", "~p10-50", "~o6c2f", "~t0-10388", "~t1-2597", "~t2-649", "~t3-162", "~t4-40", "~mLICENCE"]);
  });

  it("R1 search: no word that somebody types can be taken for a mark, and no value breaks out of its quotes", () => {
    for (const typed of ["~kRESULT", "~f05", "'~f05'", "t0-10388"]) {
      expect(searchRuns(typed).every((run) => !run.includes("~"))).toBe(true);
      expect(searchQuery(typed, SYNONYMS)).not.toContain("~");
    }
    expect(markTerm("f", ["05' | 'x", "06"])).toBe("('~f05x' | '~f06')");
    expect(markTerm("f", [])).toBeUndefined();
  });
});
