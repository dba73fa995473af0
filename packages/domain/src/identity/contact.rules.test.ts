import { expect, test } from "vitest";
import { normaliseEMail, normaliseMobile } from "./contact.rules.ts";

test.each([
  ["13812345678", "13812345678"],
  ["+86 138-1234-5678", "13812345678"],
  ["008613812345678", "13812345678"],
  ["8613812345678", "13812345678"],
  ["１３８１２３４５６７８", "13812345678"],
  ["12812345678", undefined],
  ["1381234567", undefined],
  ["0571-88888888", undefined],
])("X1 identity: mobile %s → %s", (text, expected) => expect(normaliseMobile(text)).toBe(expected));

test.each([
  [" Wang.Li@Zju.EDU.cn ", "wang.li@zju.edu.cn"],
  ["a+b@example.cn", "a+b@example.cn"],
  ["ａ＠example.cn", "a@example.cn"],
  ["a@b", undefined],
  ["a..b@example.cn", undefined],
  ["@example.cn", undefined],
  ["a b@example.cn", undefined],
  [`a@${"x".repeat(250)}.cn`, undefined],
])("X1 identity: e-mail %s → %s", (text, expected) => expect(normaliseEMail(text)).toBe(expected));
