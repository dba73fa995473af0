import { describe, expect, it } from "vitest";
import { certificateRefusals, correctionRefusal, shownParty, type CertificateFacts } from "./certificate.rules.ts";

const GOOD: CertificateFacts = {
  contractSigned: true,
  noticeCleared: false,
  listingCompleted: true,
  duePaymentReceived: true,
  suspended: false,
  annulled: false,
  exportGate: "NOT_NEEDED",
};

describe("T7 certificate: conditions (trading §7, §9.12)", () => {
  it.each([
    [{}, []],
    [{ listingCompleted: false, noticeCleared: true }, []],
    [{ exportGate: "CLEARED" }, []],
    [{ contractSigned: false }, ["CONTRACT_NOT_SIGNED"]],
    [{ listingCompleted: false }, ["NEITHER_NOTICE_NOR_LISTING"]],
    [{ duePaymentReceived: false }, ["DUE_PAYMENT_MISSING"]],
    [{ buyerFeeOpen: true }, ["BUYER_FEE_OPEN"]],
    [{ suspended: true }, ["SUSPENDED"]],
    [{ annulled: true }, ["ANNULLED"]],
    [{ activeCertificateNo: "ZS-1" }, ["ALREADY_CERTIFIED"]],
    [{ exportGate: "PENDING" }, ["EXPORT_GATE_NOT_CLEARED"]],
    [{ contractSigned: false, annulled: true }, ["CONTRACT_NOT_SIGNED", "ANNULLED"]],
  ] as const)("T7 certificate: %j → %j", (change, refusals) => {
    expect(certificateRefusals({ ...GOOD, ...change })).toEqual(refusals);
  });

  it("T7 certificate: a correction revokes an active certificate for a reason", () => {
    expect(correctionRefusal({ state: "ACTIVE", reason: "价款笔误" })).toBeUndefined();
    expect(correctionRefusal({ state: "ACTIVE", reason: "" })).toBe("REASON_NEEDED");
    expect(correctionRefusal({ state: "REVOKED", reason: "价款笔误" })).toBe("NOT_ACTIVE");
  });

  it("T7 certificate: a party who asked for secrecy appears by code", () => {
    expect(shownParty({ name: "甲公司", code: "B-07", secrecyAsked: true })).toBe("B-07");
    expect(shownParty({ name: "甲公司", code: "B-07", secrecyAsked: false })).toBe("甲公司");
  });
});
