import { describe, expect, it } from "vitest";
import { formatBp, formatCount, formatDateTime, formatDay, formatLeft, formatWan, formatYuan, parseWan, parseYuan, yuanText } from "./format.ts";

describe("X5 money on screen", () => {
  it.each([
    ["0", "¥0.00"],
    ["1234567", "¥1,234,567.00"],
    ["999999999999.99", "¥999,999,999,999.99"],
    ["-12.5", "-¥12.50"],
  ])("exact: %s", (yuan, expected) => expect(formatYuan(yuan)).toBe(expected));

  it("takes fen as a bigint, beyond what a float holds", () => {
    expect(formatYuan(123_456_700n)).toBe("¥1,234,567.00");
    expect(formatYuan(9_007_199_254_740_993n)).toBe("¥90,071,992,547,409.93");
  });

  it.each([
    ["0", "0 元", "¥0"],
    ["9999.99", "9,999.99 元", "¥9,999.99"],
    ["10000", "1.00 万元", "¥10,000"],
    ["1234567", "123.46 万元", "¥1.2346 million"],
    ["2000000", "200.00 万元", "¥2.00 million"],
    ["6100000", "610.00 万元", "¥6.10 million"],
    ["1188000", "118.80 万元", "¥1.188 million"],
    ["123456789", "1.23 亿元", "¥123.46 million"],
    ["1234567890", "12.35 亿元", "¥1.23 billion"],
    ["-1234567", "-123.46 万元", "-¥1.2346 million"],
  ])("readable: %s", (yuan, zh, en) => {
    expect(formatWan(yuan)).toBe(zh);
    expect(formatWan(yuan, "en")).toBe(en);
  });

  it("reads what people type and refuses what is not exact", () => {
    expect(parseYuan("1,234,567.5")).toBe(123_456_750n);
    expect(parseYuan("1.005")).toBeNull();
    expect(parseYuan("十万")).toBeNull();
    expect(parseWan("123.4567")).toBe(123_456_700n);
    expect(parseWan("0.0000001")).toBeNull();
    expect(yuanText(-5n)).toBe("-0.05");
  });
});

describe("X5 days and counts on screen", () => {
  it("shows instants in Asia/Shanghai", () => {
    expect(formatDateTime("2025-09-24T01:00:00Z")).toBe("2025年9月24日 09:00");
    expect(formatDateTime("2025-09-24T16:30:05Z", "en", true)).toBe("25 Sep 2025, 00:30:05");
    expect(formatDay("2025-09-24T16:30:00Z")).toBe("2025年9月25日");
  });
  it("keeps a calendar day as it is", () => {
    expect(formatDay("2025-09-24")).toBe("2025年9月24日");
    expect(formatDay("2025-09-24", "en")).toBe("24 Sep 2025");
  });
  it("says what is left in words", () => {
    expect(formatLeft(3 * 86_400_000 + 4 * 3_600_000)).toBe("还剩 3 天 4 小时");
    expect(formatLeft(65_000, "en")).toBe("1 min 5 s left");
    expect(formatLeft(0)).toBeNull();
  });
  it("groups counts and shows basis points as a percentage", () => {
    expect(formatCount(1_234_567)).toBe("1,234,567");
    expect(formatBp(1234)).toBe("12.34%");
    expect(formatBp(-500)).toBe("-5%");
  });
});
