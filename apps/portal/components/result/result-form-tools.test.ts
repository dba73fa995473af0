import { describe, expect, it } from "vitest";
import { equalShares, shareOf, shareText } from "./result-form-tools.ts";

describe("R1 form: completers' shares", () => {
  it.each([["33.33", 3333], ["100", 10_000], ["0.5", 50], ["100.01", null], ["abc", null], ["33.333", null], ["", null]])("R1 form: “%s” is %s basis points", (text, bp) => {
    expect(shareOf(text)).toBe(bp);
  });

  it("R1 form: equal shares always make a whole", () => {
    for (let count = 1; count <= 50; count += 1) expect(equalShares(count).reduce((a, b) => a + b, 0)).toBe(10_000);
    expect(equalShares(3)).toEqual([3334, 3333, 3333]);
    expect([shareText(3333), shareText(5000), shareText(1050), shareText(null)]).toEqual(["33.33", "50", "10.5", ""]);
  });
});
