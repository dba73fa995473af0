import { describe, expect, it } from "vitest";
import { readStatement } from "./statement.rules.ts";

const HEADER = "流水号,附言,付款人,付款账号,金额,到账时间";

describe("T6 statement file", () => {
  it("T6 statement: reads quoted cells, thousands and Beijing time, with the line of each row", () => {
    const text = `\uFEFF${HEADER}\r\n2026030200001,BZ23456789AB,"甲（杭州）公司, 一部",6222 0001,"20,000.00",2026-03-02 09:30\r\n\r\nN2,保证金,"所谓""乙""公司",6222,1,2026/03/02 09:31:05\n`;
    expect(readStatement(text)).toEqual([
      { line: 2, bankReference: "2026030200001", reference: "BZ23456789AB", payerName: "甲（杭州）公司, 一部", payerAccount: "6222 0001", amount: "20000.00", receivedAt: "2026-03-02T09:30:00+08:00" },
      { line: 4, bankReference: "N2", reference: "保证金", payerName: '所谓"乙"公司', payerAccount: "6222", amount: "1", receivedAt: "2026-03-02T09:31:05+08:00" },
    ]);
  });

  it("T6 statement: another header is no statement", () => {
    expect(readStatement("a,b,c\n1,2,3")).toBeNull();
    expect(readStatement("")).toBeNull();
    expect(readStatement(HEADER)).toEqual([]);
  });
});
