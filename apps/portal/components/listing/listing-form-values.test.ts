import { describe, expect, it } from "vitest";
import { listingBody, type TypedListing } from "./listing-form-values.ts";

const TYPED: TypedListing = {
  tradeMode: "ASSIGNMENT", licenceKind: "sole", licenceYears: "5", licenceTerritory: "浙江省", encumbrances: [{ kind: "PLEDGE", territory: "", until: "", detail: "登记号 Y2026330000123" }], defects: "", price: "1200000", basis: "", workingDays: "10", extensionCycles: "0", extensionDays: "5",
  buyerConditions: "在境内依法设立", paymentTerms: "", relatedParties: " 甲公司 \n\n乙公司", hasCoOwnersOrPledgees: false, isExportRestricted: false, hasFreshApproval: false, isTruthful: true,
  ifSole: "AGREE", ifSeveral: "BIDDING", depositPercent: "12.5", depositDue: "AT_LISTING_END", depositDays: "", mayLeave: true,
  format: "F1", startDelayHours: "24", freeMinutes: "120", limitedSeconds: "300", limitedTrigger: "ALWAYS", ladder: [{ from: "", step: "1000" }, { from: "1000000", step: "" }],
  incrementMode: "AT_LEAST", priorityMode: "NONE", allowTopUpByLeader: false, allowProxy: false, rounds: "3", roundMinutes: "60", revealMinutes: "60", pricePercent: "60", scoredItems: "实施方案 40", scorers: "1", fallStepMinutes: "5", fallStepPercent: "1", fallFloorPercent: "90", fallFollowUp: "NONE", hasReserve: false, legalRegime: "VENUE_BIDDING", identityMode: "TYPE_AND_REGION", standby: "RESALE_ONLY", hardStopMinutes: "", viewingDays: "2", viewing: "技术中心", forfeitSurplus: "TO_SELLER",
  materials: { APPLICATION: { documentId: null, documentName: null, note: "已附" } },
};

describe("T1 listing form: what is sent of what is typed", () => {
  it("turns percent, hours and lines into the API's units", () => {
    expect(listingBody(TYPED)).toMatchObject({
      licenceKind: null,
      licenceYears: null,
      disclosure: { encumbrances: [{ kind: "PLEDGE", detail: "登记号 Y2026330000123" }], defects: "" },
      relatedParties: ["甲公司", "乙公司"],
      promise: { depositRateBp: 1250, depositDue: { kind: "AT_LISTING_END" } },
      bidding: { startDelaySeconds: 86_400, freeDurationSeconds: 7_200, incrementTable: [{ from: "0", step: "1000" }] },
      materials: { APPLICATION: { documentId: null, note: "已附" } },
    });
  });

  it("announces a last possible end only where one was typed and bids are open, and the viewing as typed", () => {
    const biddingOf = (patch: Partial<TypedListing>) => (listingBody({ ...TYPED, ...patch }) as { bidding: unknown }).bidding;
    expect(biddingOf({})).toMatchObject({ hardStopSeconds: null, viewingDays: 2, viewing: "技术中心" });
    expect(biddingOf({ hardStopMinutes: "90" })).toMatchObject({ hardStopSeconds: 5_400 });
    expect(biddingOf({ hardStopMinutes: "90", format: "F3" })).toMatchObject({ hardStopSeconds: null });
  });

  it("a licence says where it holds; a burden that is only begun is sent too, so that it is asked for when the form is handed in", () => {
    expect(listingBody({ ...TYPED, tradeMode: "LICENCE" })).toMatchObject({ licenceKind: "sole", licenceYears: 5, licenceTerritory: "浙江省" });
    expect(listingBody({ ...TYPED, tradeMode: "LICENCE", licenceTerritory: " ", encumbrances: [{ kind: "SEIZURE", territory: "", until: "", detail: "" }] })).toMatchObject({ licenceTerritory: null, disclosure: { encumbrances: [{ kind: "SEIZURE" }] } });
  });

  it("leaves out what is not yet a number or an amount, so that the rest is saved", () => {
    const body = listingBody({ ...TYPED, price: "12万", workingDays: "", depositPercent: "" }) as Record<string, unknown>;
    expect(body["price"]).toBeUndefined();
    expect(body["workingDays"]).toBeUndefined();
    expect((body["promise"] as Record<string, unknown>)["depositRateBp"]).toBeUndefined();
  });
});
