import { describe, expect, it } from "vitest";
import { searchQuery, searchRuns } from "./bigrams.ts";
import { marksOf, markTerm, monthsBetween, monthsTerm } from "./marks.ts";
import { SYNONYMS } from "./synonyms.ts";

const AT = new Date("2026-11-20T01:00:00Z");

describe("R1 search: marks", () => {
  it("R1 search: everything that narrows a search is a mark", () => {
    expect(marksOf({ kind: "RESULT", field: "05", region: "33", stage: null, price: "10-50", modes: ["LICENCE", "LICENCE"], owner: "6c2f", at: AT })).toEqual(["~kRESULT", "~f05", "~r33", "~p10-50", "~o6c2f", "~t2026-11", "~y2026", "~mLICENCE"]);
  });

  it("R1 search: no word that somebody types can be taken for a mark, and no value breaks out of its quotes", () => {
    for (const typed of ["~kRESULT", "~f05", "'~f05'", "t2026-11"]) {
      expect(searchRuns(typed).every((run) => !run.includes("~"))).toBe(true);
      expect(searchQuery(typed, SYNONYMS)).not.toContain("~");
    }
    expect(markTerm("f", ["05' | 'x", "06"])).toBe("('~f05x' | '~f06')");
    expect(markTerm("f", [])).toBeUndefined();
  });

  it("R1 search: months follow each other over the turn of a year", () => {
    expect(monthsBetween("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(monthsBetween("2026-02", "2026-01")).toEqual([]);
  });

  it("R1 search: of many months whole years are asked for, and only of the first and the last single months", () => {
    expect(monthsTerm(monthsBetween("2026-02", "2026-03"), true)).toBe("('~t2026-02' | '~t2026-03')");
    expect(monthsTerm(monthsBetween("2023-12", "2026-02"), false)).toBe("(('~t2023-12') | ('~y2024') | ('~y2025') | ('~t2026-01' | '~t2026-02'))");
    expect(monthsTerm(monthsBetween("2025-01", "2026-02"), true)).toBe("(('~y2025') | ('~y2026'))");
  });
});
