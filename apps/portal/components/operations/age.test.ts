import { describe, expect, it } from "vitest";
import { formatAge } from "./age.ts";

describe("X6 operations: ages", () => {
  it.each([
    [0, "0 秒", "0 s"],
    [59, "59 秒", "59 s"],
    [61, "1 分 1 秒", "1 min 1 s"],
    [3_600, "1 小时", "1 h"],
    [90_061, "1 天 1 小时", "1 d 1 h"],
    [86_400 + 59, "1 天", "1 d"],
  ])("%i seconds", (seconds, zh, en) => {
    expect(formatAge(seconds, "zh")).toBe(zh);
    expect(formatAge(seconds, "en")).toBe(en);
  });
});
