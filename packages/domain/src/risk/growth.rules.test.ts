import { describe, expect, test } from "vitest";
import { conclusionProblems, noteMinimum, type ConclusionFacts } from "./conclusion.rules.ts";
import { growthOf, type KnownAlert } from "./growth.rules.ts";

const known = (change: Partial<KnownAlert> = {}): KnownAlert => ({ id: "k", state: "OPEN", level: "AMBER", recordIds: ["a", "b"], ...change });

describe("K1 risk: what a signal does beside known alerts", () => {
  test.each<[string, { level: KnownAlert["level"]; recordIds: string[] }, KnownAlert[], string]>([
    ["nothing known", { level: "AMBER", recordIds: ["a", "b"] }, [], "open"],
    ["the same again", { level: "AMBER", recordIds: ["a", "b"] }, [known()], "nothing"],
    ["part of it", { level: "AMBER", recordIds: ["b"] }, [known()], "nothing"],
    ["a third contract", { level: "RED", recordIds: ["a", "b", "c"] }, [known()], "grow"],
    ["a third contract while the party is asked", { level: "AMBER", recordIds: ["b", "c"] }, [known({ state: "EXPLAINING" })], "grow"],
    ["a higher level of the same", { level: "RED", recordIds: ["a", "b"] }, [known()], "grow"],
    ["a lower level of the same", { level: "INFO", recordIds: ["a", "b"] }, [known()], "nothing"],
    ["what was concluded", { level: "RED", recordIds: ["a", "b"] }, [known({ state: "CONCLUDED" })], "nothing"],
    ["more than was concluded", { level: "RED", recordIds: ["b", "c"] }, [known({ state: "CONCLUDED" })], "open"],
  ])("K1 risk: %s", (_, signal, alerts, does) => expect(growthOf(signal, alerts).does).toBe(does));
});

describe("K1 risk: conclusions", () => {
  const facts: ConclusionFacts = { level: "AMBER", conclusion: "EXPLAINED", note: "总体方案载明各阶段成果相互独立并分别验收。", contractStates: ["REGISTERED"] };
  test.each<[string, Partial<ConclusionFacts>, string[]]>([
    ["explained with a reason", {}, []],
    ["a reason that says nothing", { note: "已核实" }, ["RISK_NOTE_TOO_SHORT"]],
    ["a red one with a short reason", { level: "RED", note: "材料齐全，情况属实。已核实" }, ["RISK_NOTE_TOO_SHORT"]],
    ["revoked, but none is", { conclusion: "REVOKED" }, ["RISK_CONCLUSION_NOT_SO_REVOKED"]],
    ["revoked", { conclusion: "REVOKED", contractStates: ["REGISTERED", "REVOKED"] }, []],
    ["refused, but none is", { conclusion: "REFUSED" }, ["RISK_CONCLUSION_NOT_SO_REFUSED"]],
    ["referred to nobody", { conclusion: "REFERRED" }, ["RISK_REFERRAL_BODY_NEEDED"]],
    ["referred to the tax body", { conclusion: "REFERRED", referredTo: "TAX" }, []],
    ["a body without a referral", { referredTo: "TAX" }, ["RISK_REFERRAL_NOT_CHOSEN"]],
  ])("K1 risk: %s", (_, change, codes) => expect(conclusionProblems({ ...facts, ...change }).map(({ code }) => code)).toEqual(codes));
  test("K1 risk: a red alert wants twenty characters", () => expect([noteMinimum("RED"), noteMinimum("AMBER")]).toEqual([20, 10]));
});
