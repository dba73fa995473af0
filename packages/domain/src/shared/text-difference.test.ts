import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textDifference } from "./text-difference.ts";

const shown = (before: string, after: string): string => textDifference(before, after).map(({ text, is }) => (is === "same" ? text : is === "gone" ? `[-${text}]` : `[+${text}]`)).join("");

describe("R1 versions: differences of a text", () => {
  it.each([
    ["抗拉强度1050兆帕", "抗拉强度1100兆帕", "抗拉强度[-1050][+1100]兆帕"],
    ["已在三家单位验证。", "已在五家单位验证，并批量应用。", "已在[-三][+五]家单位验证[+，并批量应用]。"],
    ["", "新的", "[+新的]"],
    ["相同", "相同", "相同"],
    ["A cat", "A dog", "A [-cat][+dog]"],
  ])("R1 versions: “%s” → “%s” is %s", (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it("R1 versions: either version can be read from the pieces, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("钛", "合", "金", "a", "1", "，", "\n"), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = textDifference(before, after);
        const read = (without: string): string => pieces.filter(({ is }) => is !== without).map((piece) => piece.text).join("");
        expect([read("new"), read("gone")]).toEqual([before, after]);
      }),
    );
  });

  it("R1 versions: long texts are compared by sentences, and quickly", () => {
    const long = Array.from({ length: 400 }, (_, i) => `第${i}句说明一项指标及其验证情况`).join("。");
    const pieces = textDifference(long, long.replace("第7句", "第七句").replace("第390句", "第三百九十句"));
    expect(pieces.filter(({ is }) => is === "new")).toHaveLength(2);
  });
});
