import { describe, expect, it } from "vitest";
import { changesBetween } from "./changes.rules.ts";

describe("X4 audit: what an act changed", () => {
  it("names the places that differ, also inside", () => {
    expect(changesBetween({ state: "DRAFT", price: "1.00", terms: { days: 15, place: "杭州" } }, { state: "LISTED", price: "1.00", terms: { days: 20, place: "杭州" } })).toEqual([
      { path: "state", before: "DRAFT", after: "LISTED" },
      { path: "terms.days", before: 15, after: 20 },
    ]);
  });

  it("shows a new record and a removed one field by field", () => {
    expect(changesBetween(null, { title: "高温合金" })).toEqual([{ path: "title", before: undefined, after: "高温合金" }]);
    expect(changesBetween({ title: "高温合金" }, null)).toEqual([{ path: "title", before: "高温合金", after: undefined }]);
  });

  it("tells an added field from an emptied one, and takes a list as one value", () => {
    expect(changesBetween({ a: 1, list: [1] }, { a: null, b: 2, list: [1, 2] })).toEqual([
      { path: "a", before: 1, after: null },
      { path: "list", before: [1], after: [1, 2] },
      { path: "b", before: undefined, after: 2 },
    ]);
  });

  it("finds nothing where nothing changed", () => {
    expect(changesBetween(null, null)).toEqual([]);
    expect(changesBetween({ a: { b: [1] } }, { a: { b: [1] } })).toEqual([]);
  });
});
