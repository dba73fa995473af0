import { expect, test } from "vitest";
import { z } from "zod";
import type { DomainError } from "@ttx/domain/shared/errors";
import { parseInput } from "@ttx/domain/shared/execute";
import { Id, REQUEST_FORM, YuanText } from "@ttx/domain/shared/input";
import { problemOf } from "./problem.ts";

const Form = z.object({
  name: z.string().min(1),
  title: z.string().min(2),
  note: z.string().max(3).optional(),
  amount: z.coerce.number().int().min(1).optional(),
  kind: z.enum(["A", "B"]),
  roles: z.array(z.string()).min(1),
  on: z.iso.date().optional(),
  promised: z.literal(true).optional(),
  price: YuanText.optional(),
  lot: Id.optional(),
  request: z.string().regex(REQUEST_FORM).optional(),
  code: z.string().regex(/^A\d$/).optional(),
});
const GOOD = { name: "x", title: "xx", kind: "A", roles: ["x"] };

function messages(input: unknown, language: "zh" | "en"): Record<string, string> {
  try {
    parseInput(Form, input);
    return {};
  } catch (error) {
    return Object.fromEntries(problemOf(error as DomainError, language, "r").errors!.map(({ path, message }) => [path, message]));
  }
}

test.each([
  [{ ...GOOD, name: undefined }, { name: "请填写这一项。" }, { name: "Fill this in." }],
  [{ ...GOOD, name: "" }, { name: "请填写这一项。" }, { name: "Fill this in." }],
  [{ ...GOOD, title: "x" }, { title: "至少 2 个字符。" }, { title: "At least 2 characters." }],
  [{ ...GOOD, note: "long" }, { note: "最多 3 个字符。" }, { note: "At most 3 characters." }],
  [{ ...GOOD, amount: 0 }, { amount: "应不小于 1。" }, { amount: "It cannot be less than 1." }],
  [{ ...GOOD, amount: "x" }, { amount: "请填写数字。" }, { amount: "Enter a number." }],
  [{ ...GOOD, kind: "C" }, { kind: "请从选项中选择。" }, { kind: "Choose one of the options." }],
  [{ ...GOOD, roles: [] }, { roles: "至少选择 1 项。" }, { roles: "Choose at least 1." }],
  [{ ...GOOD, on: "soon" }, { on: "请填写日期，例如 2026-03-01。" }, { on: "Enter a date like 2026-03-01." }],
  [{ ...GOOD, price: "二百万" }, { price: "请填写以元为单位的金额，最多两位小数，例如 1234.50。" }, { price: "Enter an amount in yuan with two decimals at most, like 1234.50." }],
  [{ ...GOOD, lot: "7" }, { lot: "请填写完整的标识，例如 018f3b1a-0000-7000-8000-000000000001。" }, { lot: "Enter the whole id, like 018f3b1a-0000-7000-8000-000000000001." }],
  [{ ...GOOD, request: "short" }, { request: "应为 8 至 100 个字母、数字或 . _ : - 符号。" }, { request: "Use 8 to 100 letters, digits or the signs . _ : -." }],
  [{ ...GOOD, code: "B1" }, { code: "格式不正确，请核对。" }, { code: "This is not in the right form; please check it." }],
  [{ ...GOOD, promised: false }, { promised: "请勾选这一项。" }, { promised: "Tick this." }],
])("X4 door: %j is answered in plain words", (input, zh, en) => {
  expect(messages(input, "zh")).toEqual(zh);
  expect(messages(input, "en")).toEqual(en);
});
