import { describe, expect, it } from "vitest";
import { consequenceRefusal, dutiesOf, type Consequence, type ConsequenceFacts } from "./consequence.rules.ts";

const yuan = (amount: number): bigint => BigInt(amount) * 100n;
const step = (kind: Consequence["kind"], amount?: number): Consequence => ({ kind, amountFen: amount === undefined ? null : yuan(amount) });
const open = (steps: readonly Consequence[]) => dutiesOf(steps).filter(({ done }) => !done).map(({ kind, openFen }) => (openFen === null ? kind : `${kind} ${openFen / 100n}`));

describe("C3 revocation: what follows (contract-registration §4, §7)", () => {
  it.each<[string, readonly Consequence[], readonly string[]]>([
    ["nothing yet", [], ["TELL_BODIES", "REPORT_RELIEF"]],
    ["bodies told", [step("BODIES_TOLD")], ["REPORT_RELIEF"]],
    ["no relief was taken", [step("BODIES_TOLD"), step("RELIEF_REPORTED", 0)], []],
    ["a relief was taken", [step("BODIES_TOLD"), step("RELIEF_REPORTED", 40_800)], ["REPAY_RELIEF 40800"]],
    ["the tax body demands more", [step("BODIES_TOLD"), step("RELIEF_REPORTED", 40_800), step("RELIEF_DEMANDED", 52_000)], ["REPAY_RELIEF 52000"]],
    ["the tax body finds none", [step("BODIES_TOLD"), step("RELIEF_REPORTED", 40_800), step("RELIEF_DEMANDED", 0)], []],
    ["demanded of a silent party", [step("BODIES_TOLD"), step("RELIEF_DEMANDED", 52_000), step("RELIEF_RECOVERED", 20_000)], ["REPAY_RELIEF 32000"]],
    ["paid back, a fine open", [step("BODIES_TOLD"), step("RELIEF_REPORTED", 40_800), step("RELIEF_RECOVERED", 40_800), step("FINED", 6_000)], ["PAY_FINE 6000"]],
    ["all done", [step("BODIES_TOLD"), step("RELIEF_REPORTED", 100), step("RELIEF_RECOVERED", 100), step("FINED", 6_000), step("FINE_PAID", 6_000)], []],
  ])("C3 revocation: %s", (_name, steps, expected) => {
    expect(open(steps)).toEqual(expected);
  });

  const FACTS: ConsequenceFacts = { kind: "FINED", amountFen: yuan(6_000), province: "33", ground: "FALSE_OR_FRAUD", steps: [], officeSuspended: false };
  it.each<[string, Partial<ConsequenceFacts>, string | undefined]>([
    ["Zhejiang, 6,000 yuan", {}, undefined],
    ["Zhejiang, the least", { amountFen: yuan(5_000) }, undefined],
    ["Zhejiang, below the least", { amountFen: yuan(4_999) }, "FINE_OUT_OF_RANGE"],
    ["Zhejiang, above the most", { amountFen: yuan(10_001) }, "FINE_OUT_OF_RANGE"],
    ["Beijing, the most", { province: "11", amountFen: yuan(10_000) }, undefined],
    ["Shanghai, the most", { province: "31", amountFen: yuan(2_000) }, undefined],
    ["Henan, below the least", { province: "41", amountFen: yuan(199) }, "FINE_OUT_OF_RANGE"],
    ["a province without a rule", { province: "42" }, "FINE_NOT_PROVIDED"],
    ["not for a contract registered twice", { ground: "DUPLICATE" }, "FINE_NOT_PROVIDED"],
    ["not twice", { steps: [step("FINED", 6_000)] }, "FINED_ALREADY"],
    ["an office warned in Zhejiang", { kind: "OFFICE_WARNED", amountFen: null }, undefined],
    ["an office warned where no rule was read", { kind: "OFFICE_WARNED", amountFen: null, province: "31" }, "MEASURE_NOT_PROVIDED"],
    ["an office fined in Beijing", { kind: "OFFICE_FINED", amountFen: yuan(6_000), province: "11" }, "MEASURE_NOT_PROVIDED"],
    ["an office fined in Zhejiang, the most", { kind: "OFFICE_FINED", amountFen: yuan(20_000) }, undefined],
    ["an office fined in Zhejiang, more than that", { kind: "OFFICE_FINED", amountFen: yuan(20_001) }, "FINE_OUT_OF_RANGE"],
    ["an office that still acts", { kind: "OFFICE_CLOSED", amountFen: null }, "OFFICE_STILL_ACTS"],
    ["an office that acts no more", { kind: "OFFICE_CLOSED", amountFen: null, officeSuspended: true }, undefined],
    ["relief recovered that nobody owes", { kind: "RELIEF_RECOVERED", amountFen: yuan(1) }, "NOTHING_TO_PAY"],
    ["more than owed", { kind: "RELIEF_RECOVERED", amountFen: yuan(101), steps: [step("RELIEF_REPORTED", 100)] }, "MORE_THAN_OWED"],
    ["a fine paid", { kind: "FINE_PAID", amountFen: yuan(6_000), steps: [step("FINED", 6_000)] }, undefined],
    ["bodies told", { kind: "BODIES_TOLD", amountFen: null, province: "42" }, undefined],
  ])("C3 revocation: %s", (_name, change, expected) => {
    expect(consequenceRefusal({ ...FACTS, ...change })).toBe(expected);
  });
});
