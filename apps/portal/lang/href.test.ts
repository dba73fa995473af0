import { describe, expect, it } from "vitest";
import { href, inOtherLang, placeOf } from "./href.ts";

describe("N3 addresses in two languages", () => {
  it.each([
    ["/", "en", "/en"],
    ["/?a=1", "en", "/en?a=1"],
    ["/results?q=%E9%92%92", "en", "/en/results?q=%E9%92%92"],
    ["/en", "zh", "/"],
    ["/en?a=1", "zh", "/?a=1"],
    ["/en/desk/x", "zh", "/desk/x"],
    ["/energy", "en", "/en/energy"],
  ])("%s in the other language", (address, lang, expected) => expect(inOtherLang(address)).toEqual({ lang, href: expected }));

  it("makes addresses and finds their place again", () => {
    expect(href("zh", "/")).toBe("/");
    expect(href("en", "/")).toBe("/en");
    expect(href("en", "/results", { q: "钒钛", page: undefined })).toBe("/en/results?q=%E9%92%92%E9%92%9B".replace("%E9%92%92", "%E9%92%92"));
    expect(placeOf("/en/results?q=1")).toBe("/results");
    expect(placeOf("/en")).toBe("/");
  });
});
