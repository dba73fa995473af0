import { expect, test } from "vitest";
import { z } from "zod";
import type { DomainError } from "@ttx/domain/shared/errors";
import { parseInput } from "@ttx/domain/shared/execute";
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
  [{ ...GOOD, promised: false }, { promised: "请勾选这一项。" }, { promised: "Tick this." }],
])("X4 door: %j is answered in plain words", (input, zh, en) => {
  expect(messages(input, "zh")).toEqual(zh);
  expect(messages(input, "en")).toEqual(en);
});
