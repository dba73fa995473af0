import { describe, expect, it } from "vitest";
import { consentProblems, funderRefusal, namesProject } from "./project-contract.rules.ts";

describe("T1 project contract: the funder's word", () => {
  it.each([
    [null, false, undefined],
    [null, true, "PROJECT_CONTRACT_UNDECLARED"],
    [{ demand: "FREE", hasConsent: false }, true, undefined],
    [{ demand: "CONSENT", hasConsent: true }, true, undefined],
    [{ demand: "CONSENT", hasConsent: false }, true, "FUNDER_CONSENT_MISSING"],
    [{ demand: "CONSENT", hasConsent: false }, false, "FUNDER_CONSENT_MISSING"],
  ])("T1 project contract: declared %j, names a project: %s → %s", (contract, isFunded, refusal) => {
    expect(funderRefusal(contract, isFunded)).toBe(refusal);
  });

  it.each([
    [{ projectNo: null, programme: null }, false],
    [{ projectNo: "", programme: "" }, false],
    [{ projectNo: null, programme: "0" }, false], // 计划外
    [{ projectNo: null, programme: "105" }, true],
    [{ projectNo: "2021YFB3701200", programme: "0" }, true],
    [{ projectNo: "2021YFB3701200", programme: null }, true],
  ])("T1 project contract: %j names a project: %s", (result, isFunded) => {
    expect(namesProject(result)).toBe(isFunded);
  });

  it("T1 project contract: a consent is whole or not there, and of no day to come", () => {
    const nothing = { consentNo: "", consentOn: null, documentId: null };
    expect(consentProblems(nothing, "2026-05-01")).toEqual([]);
    expect(consentProblems({ consentNo: "国科资函〔2026〕3号", consentOn: "2026-05-01", documentId: "d" }, "2026-05-01")).toEqual([]);
    expect(consentProblems({ ...nothing, consentOn: "2026-05-01" }, "2026-05-01")).toEqual([{ path: "consentNo", code: "CONSENT_PART_MISSING" }, { path: "documentId", code: "CONSENT_PART_MISSING" }]);
    expect(consentProblems({ consentNo: "3", consentOn: "2026-05-02", documentId: "d" }, "2026-05-01")).toEqual([{ path: "consentOn", code: "CONSENT_IN_FUTURE" }]);
  });
});
