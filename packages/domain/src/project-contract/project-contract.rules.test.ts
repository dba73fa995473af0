import { describe, expect, it } from "vitest";
import { consentProblems, funderRefusal } from "./project-contract.rules.ts";

describe("T1 project contract: the funder's word", () => {
  it.each([
    [null, undefined],
    [{ demand: "FREE", hasConsent: false }, undefined],
    [{ demand: "CONSENT", hasConsent: true }, undefined],
    [{ demand: "CONSENT", hasConsent: false }, "FUNDER_CONSENT_MISSING"],
  ])("T1 project contract: %j → %s", (contract, refusal) => {
    expect(funderRefusal(contract)).toBe(refusal);
  });

  it("T1 project contract: a consent is whole or not there, and of no day to come", () => {
    const nothing = { consentNo: "", consentOn: null, documentId: null };
    expect(consentProblems(nothing, "2026-05-01")).toEqual([]);
    expect(consentProblems({ consentNo: "国科资函〔2026〕3号", consentOn: "2026-05-01", documentId: "d" }, "2026-05-01")).toEqual([]);
    expect(consentProblems({ ...nothing, consentOn: "2026-05-01" }, "2026-05-01")).toEqual([{ path: "consentNo", code: "CONSENT_PART_MISSING" }, { path: "documentId", code: "CONSENT_PART_MISSING" }]);
    expect(consentProblems({ consentNo: "3", consentOn: "2026-05-02", documentId: "d" }, "2026-05-01")).toEqual([{ path: "consentOn", code: "CONSENT_IN_FUTURE" }]);
  });
});
