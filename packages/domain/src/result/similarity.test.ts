import { describe, expect, it } from "vitest";
import { containedIn, likeness } from "./similarity.ts";

describe("R1 result: likeness", () => {
  it.each([
    ["高强韧钛合金粉末近净成形技术", "高强韧钛合金粉末近净成形技术", 1, 1],
    ["高强韧钛合金粉末近净成形技术", "高强韧钛合金粉末近净成形工艺", 0.8, 0.95],
    ["高强韧钛合金粉末近净成形技术", "钛合金构件激光修复技术", 0.1, 0.4],
    ["高强韧钛合金粉末近净成形技术", "水稻抗倒伏育种方法", 0, 0],
    ["Graphene heat spreader", "graphene HEAT spreader", 1, 1],
    ["", "", 0, 0],
  ])("R1 result: “%s” and “%s” are alike from %d to %d", (one, other, from, to) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(from);
    expect(likeness(one, other)).toBeLessThanOrEqual(to);
  });

  it("R1 result: a passage that was taken over is seen in a longer text", () => {
    const passage = "抗拉强度稳定在一千零五十兆帕以上，材料利用率提高到百分之八十五";
    expect(containedIn(passage, `本成果另有说明。${passage}，已在三家单位完成装机验证。`)).toBe(1);
    expect(containedIn(passage, "亩产提高百分之十二")).toBeLessThan(0.2);
  });
});
