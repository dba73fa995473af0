import { describe, expect, it } from "vitest";
import { capitalYuan } from "./capital-yuan.ts";
import { parseYuan } from "./money.ts";

describe("T6 money in words", () => {
  it.each([
    ["0", "人民币零元整"],
    ["0.05", "人民币伍分"],
    ["0.50", "人民币伍角整"],
    ["10", "人民币壹拾元整"],
    ["1005.07", "人民币壹仟零伍元零柒分"],
    ["1680.32", "人民币壹仟陆佰捌拾元叁角贰分"],
    ["107000.53", "人民币壹拾万柒仟元伍角叁分"],
    ["1200000", "人民币壹佰贰拾万元整"],
    ["20005000", "人民币贰仟万伍仟元整"],
    ["100000001", "人民币壹亿零壹元整"],
  ])("T6 money in words: %s → %s", (yuan, words) => {
    expect(capitalYuan(parseYuan(yuan)!)).toBe(words);
  });
});
