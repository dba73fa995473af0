import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { wan } from "../shared/money.ts";
import { NON_TECHNICAL_COST_KINDS } from "../reference/index.ts";
import { COST_KINDS, amountWorksheet, technicalIncomeFen, type CostKind, type Deduction } from "./amounts.rules.ts";

const less = (kind: CostKind, amount: number, carrier?: Deduction["carrier"]): Deduction => ({ kind, amountFen: wan(amount), note: "见报价明细", carrier });
const rigs = (count: number) => ({ kind: "plant", unitCostFen: wan(40), count, neededCount: 2 }) as const;

describe("C2 recognition: amounts worksheet (§6)", () => {
  test.each<[string, number, Deduction[], number]>([
    [
      "commissioned development, 1 prototype", 500,
      [less("equipment", 120), less("parts", 20), less("materials", 15), less("other", 10, { kind: "sample", unitCostFen: wan(10), count: 1, neededCount: 1 })], 345,
    ],
    ["service with instruments supplied", 80, [less("equipment", 30)], 50],
    ["know-how transfer, two test rigs of 40 each", 600, [less("equipment", 80, rigs(2))], 600],
    ["the same with five rigs", 600, [less("equipment", 200, rigs(5))], 480],
    ["entry fee 100 and royalties not yet known", 100, [], 100],
  ])("C2 recognition: %s", (_, turnover, deductions, technical) => {
    const worksheet = amountWorksheet(wan(turnover), deductions);
    expect(worksheet.problems).toEqual([]);
    expect(worksheet.technicalAmountFen).toBe(wan(technical));
    const sum = worksheet.lines.filter(({ kind }) => kind !== "technicalAmount").reduce((total, { amountFen }) => total + amountFen, 0n);
    expect(sum).toBe(worksheet.technicalAmountFen);
  });

  test.each<[string, bigint, Deduction[], string]>([
    ["nothing technical left", wan(80), [less("equipment", 80)], "technicalAmountFen TECHNICAL_AMOUNT_ZERO"],
    ["more deducted than paid", wan(80), [less("equipment", 90)], "deductions DEDUCTIONS_ABOVE_TURNOVER"],
    ["negative deduction", wan(80), [{ kind: "parts", amountFen: -1n }], "deductions.0.amountFen AMOUNT_NOT_POSITIVE"],
    ["other cost without a note", wan(80), [{ kind: "other", amountFen: 1n }], "deductions.0.note OTHER_COST_NEEDS_NOTE"],
    ["carriers dearer than their deduction", wan(600), [less("equipment", 80, rigs(3))], "deductions.0.carrier CARRIERS_ABOVE_DEDUCTION"],
  ])("C2 recognition: %s", (_, turnover, deductions, problem) => {
    expect(amountWorksheet(turnover, deductions).problems.map(({ path, code }) => `${path} ${code}`)).toContain(problem);
  });

  test("C2 recognition: cost kinds equal the code table", () => {
    expect([...COST_KINDS]).toEqual(NON_TECHNICAL_COST_KINDS.rows.map(({ code }) => code));
  });

  test("C2 recognition: the technical amount never exceeds the turnover", () => {
    const deduction = fc.record({
      kind: fc.constantFrom(...COST_KINDS), amountFen: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      carrier: fc.option(fc.record({
        kind: fc.constantFrom("document", "sample", "plant"), unitCostFen: fc.bigInt({ min: 0n, max: 10n ** 9n }), count: fc.nat(50), neededCount: fc.nat(50),
      }), { nil: undefined }),
    });
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.array(deduction, { maxLength: 6 }), (turnover, deductions) => {
      expect(amountWorksheet(turnover, deductions).technicalAmountFen <= turnover).toBe(true);
    }));
  });

  test("C5 contract: technical income follows the payments in the ratio of the amounts", () => {
    expect(technicalIncomeFen(wan(200), wan(345), wan(500))).toBe(wan(138));
    expect(technicalIncomeFen(100n, 1n, 3n)).toBe(33n);
    expect(technicalIncomeFen(100n, 0n, 0n)).toBe(0n);
  });
});
