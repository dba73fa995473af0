import { describe, expect, it } from "vitest";
import { exportDecision, groundOf, sameFindings, stageRefusal, whenPaperComes, type Findings } from "./export-control.rules.ts";

const CLEAN: Findings = { catalogueItem: "", secretDeclared: false, dualUse: false, fiscalProject: false, assignsOrExclusive: false, securityReview: false };

describe("T8 export control: the decision procedure (rights and income §12.2)", () => {
  it.each<[string, Partial<Findings>, string, string[]]>([
    ["nothing", {}, "classifyFree", ["CONTRACT_REGISTRATION"]],
    ["a secret", { secretDeclared: true }, "block", []],
    ["a prohibited item", { catalogueItem: "050302J" }, "block", []],
    ["a prohibited item that is dual-use as well", { catalogueItem: "050302J", dualUse: true }, "block", []],
    ["a restricted item", { catalogueItem: "183506X" }, "classifyRestricted", ["LETTER_OF_INTENT", "LICENCE"]],
    ["a dual-use item before a restricted one", { catalogueItem: "183506X", dualUse: true }, "classifyControlled", ["DUAL_USE_LICENCE", "END_USER_CERTIFICATE"]],
    ["fiscal money and an assignment", { fiscalProject: true, assignsOrExclusive: true }, "classifyFree", ["CONTRACT_REGISTRATION", "PROJECT_APPROVAL"]],
    ["fiscal money and an ordinary licence", { fiscalProject: true }, "classifyFree", ["CONTRACT_REGISTRATION"]],
    ["a security review in addition", { catalogueItem: "183506X", securityReview: true }, "classifyRestricted", ["LETTER_OF_INTENT", "LICENCE", "SECURITY_REVIEW"]],
  ])("T8 export control: %s", (_name, found, event, papersNeeded) => {
    expect(exportDecision({ ...CLEAN, ...found })).toEqual({ event, papersNeeded });
  });

  it("T8 export control: only equal findings of two persons classify", () => {
    expect(sameFindings(CLEAN, { ...CLEAN })).toBe(true);
    expect(sameFindings(CLEAN, { ...CLEAN, dualUse: true })).toBe(false);
  });

  it.each([["500", "BUYER_ABROAD"], ["330", "BUYER_FOREIGN_FUNDED"], ["150", null], ["0221", null], ["600", null]])("T8 export control: party type %s → %s", (partyType, ground) => {
    expect(groundOf(partyType)).toBe(ground);
  });
});

describe("T8 export control: what is open when (rights and income §12.3)", () => {
  it.each([
    ["NEGOTIATE", null, "EXPORT_NOT_CHECKED"], ["NEGOTIATE", "CHECK", "EXPORT_NOT_CHECKED"], ["NEGOTIATE", "RESTRICTED", "EXPORT_PAPER_MISSING"], ["NEGOTIATE", "PENDING_INTENT", "EXPORT_PAPER_MISSING"],
    ["NEGOTIATE", "CONTROLLED", "EXPORT_PAPER_MISSING"], ["NEGOTIATE", "MAY_NEGOTIATE", undefined], ["NEGOTIATE", "FREE", undefined], ["NEGOTIATE", "BLOCKED", "EXPORT_BLOCKED"],
    ["SIGN", "PENDING_LICENCE", "EXPORT_PAPER_MISSING"], ["SIGN", "MAY_NEGOTIATE", undefined], ["SIGN", "CLEARED", undefined],
    ["CERTIFY", "FREE", "EXPORT_PAPER_MISSING"], ["CERTIFY", "REGISTER", "EXPORT_PAPER_MISSING"], ["CERTIFY", "CLEARED", undefined],
  ] as const)("T8 export control: %s with the gate %s → %s", (stage, gate, refusal) => {
    expect(stageRefusal(stage, gate)).toBe(refusal);
  });

  it("T8 export control: a paper moves the gate only when the step is complete", () => {
    const controlled = ["DUAL_USE_LICENCE", "END_USER_CERTIFICATE"];
    expect(whenPaperComes("CONTROLLED", controlled, new Set(["DUAL_USE_LICENCE"]))).toBeUndefined();
    expect(whenPaperComes("CONTROLLED", controlled, new Set(controlled))).toBe("licence");
    expect(whenPaperComes("PENDING_INTENT", ["LETTER_OF_INTENT", "LICENCE"], new Set(["LETTER_OF_INTENT"]))).toBe("letterOfIntent");
    expect(whenPaperComes("PENDING_LICENCE", ["LETTER_OF_INTENT", "LICENCE", "PROJECT_APPROVAL"], new Set(["LETTER_OF_INTENT", "LICENCE"]))).toBeUndefined();
    expect(whenPaperComes("REGISTER", ["CONTRACT_REGISTRATION"], new Set(["CONTRACT_REGISTRATION"]))).toBe("register");
    expect(whenPaperComes("FREE", ["CONTRACT_REGISTRATION"], new Set(["CONTRACT_REGISTRATION"]))).toBeUndefined();
  });
});
