import { describe, expect, it } from "vitest";
import type { WorkingCalendar } from "../shared/calendar.ts";
import { day } from "../shared/clock.ts";
import { wan } from "../shared/money.ts";
import {
  acceptRefusal,
  announcementEnd,
  auctionNoticeRefusal,
  DEFAULT_VENUE_PARAMETERS as VENUE,
  latestNoticeDay,
  LISTING_MATERIALS,
  missingMaterials,
  priceCutRefusal,
  publishRefusal,
  remainingOnResume,
  requiredMaterials,
  contractHeldUntil,
  resultAnnouncementEnd,
  soleBuyerOwesNotice,
  runningRefusal,
  sellerClassOf,
  soleBuyerPrice,
  suspensionEnd,
  whenPeriodEnds,
  withdrawRefusal,
  workingDaysRun,
  type PeriodEndFacts,
} from "./listing.rules.ts";

const CALENDAR_2025: WorkingCalendar = {
  version: "test-2025",
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays: new Set(["01", "02", "03", "04", "05", "06", "07", "08"].map((date) => `2025-10-${date}`)),
  workdays: new Set(["2025-09-28", "2025-10-11"]),
};
const at = (text: string): Date => new Date(`${text}+08:00`);

describe("T1 listing: materials", () => {
  const plain = { hasCoOwnersOrPledgees: false, hasPriorityHolders: false, setsBuyerConditions: false };

  it("T1 listing: a university with co-owners, priority holders and conditions owes all twelve", () => {
    const facts = { sellerClass: "STATE_INSTITUTE", hasCoOwnersOrPledgees: true, hasPriorityHolders: true, setsBuyerConditions: true } as const;
    expect(requiredMaterials(facts)).toEqual([...LISTING_MATERIALS]);
    expect(LISTING_MATERIALS).toHaveLength(12);
  });

  it("T1 listing: a private seller owes neither decision paper nor price basis", () => {
    const required = requiredMaterials({ sellerClass: "PRIVATE", ...plain });
    expect(required).not.toContain("DECISION_PAPER");
    expect(required).not.toContain("PRICE_BASIS");
    expect(requiredMaterials({ sellerClass: "STATE_OWNED_ENTERPRISE", ...plain })).toContain("PRICE_BASIS");
  });

  it("T1 listing: all that is missing is said at once", () => {
    expect(missingMaterials({ sellerClass: "PRIVATE", ...plain }, new Set(["APPLICATION", "SUBJECT_IDENTITY", "TITLE_PROOF"]))).toEqual([
      "SECRECY_AND_EXPORT_DECLARATION",
      "TECHNICAL_DESCRIPTION",
      "DRAFT_CONTRACT",
      "CONTACT_AND_PAYEE",
    ]);
  });
});

describe("T1 listing: acceptance and publication", () => {
  it.each([
    [{ submittedBy: "a", reviewer: "a", restrictedExport: false }, "REVIEWER_IS_SUBMITTER"],
    [{ submittedBy: "a", reviewer: "b", restrictedExport: false }, undefined],
    [{ submittedBy: "a", reviewer: "b", restrictedExport: true }, "SECOND_REVIEWER_NEEDED"],
    [{ submittedBy: "a", reviewer: "b", secondReviewer: "b", restrictedExport: true }, "SECOND_REVIEWER_NEEDED"],
    [{ submittedBy: "a", reviewer: "b", secondReviewer: "a", restrictedExport: true }, "REVIEWER_IS_SUBMITTER"],
    [{ submittedBy: "a", reviewer: "b", secondReviewer: "c", restrictedExport: true }, undefined],
  ])("T1 listing: reviewers %j → %s", (facts, refusal) => {
    expect(acceptRefusal(facts)).toBe(refusal);
  });

  const now = at("2025-09-24T09:00:00");
  it.each([
    ["STATE_OWNED_ENTERPRISE", 19, "PERIOD_TOO_SHORT"],
    ["STATE_OWNED_ENTERPRISE", 20, undefined],
    ["STATE_INSTITUTE", 9, "PERIOD_TOO_SHORT"],
    ["STATE_INSTITUTE", 10, undefined],
    ["PRIVATE", 4, "PERIOD_TOO_SHORT"],
    ["PRIVATE", 5, undefined],
  ] as const)("T1 listing: %s announced for %i working days → %s", (sellerClass, workingDays, refusal) => {
    expect(publishRefusal({ sellerClass, workingDays, startsAt: now, now }, VENUE)).toBe(refusal);
  });

  it("T1 listing: no start in the past, no extension below five working days, no more cycles than the venue allows", () => {
    const facts = { sellerClass: "PRIVATE", workingDays: 10, startsAt: now, now } as const;
    expect(publishRefusal({ ...facts, startsAt: new Date(now.getTime() - 1) }, VENUE)).toBe("START_IN_THE_PAST");
    expect(publishRefusal({ ...facts, extensionWorkingDays: 4 }, VENUE)).toBe("EXTENSION_TOO_SHORT");
    expect(publishRefusal({ ...facts, extensionWorkingDays: 5, extensionCycles: 7 }, VENUE)).toBe("TOO_MANY_EXTENSIONS");
    expect(publishRefusal({ ...facts, extensionWorkingDays: 5, extensionCycles: 6 }, VENUE)).toBeUndefined();
  });
});

describe("T1 listing: periods (trading §2.2)", () => {
  it("T1 listing: published 2025-09-24, ten working days, ends 2025-10-14 at close of business", () => {
    expect(announcementEnd(at("2025-09-24T09:00:00"), 10, CALENDAR_2025)).toEqual(at("2025-10-14T17:00:00"));
    expect(announcementEnd(at("2025-09-24T23:59:59"), 10, CALENDAR_2025, 18)).toEqual(at("2025-10-14T18:00:00"));
  });

  it("T1 listing: an auction on 2025-11-10 is announced by 2025-11-03", () => {
    expect(latestNoticeDay(day("2025-11-10"), 7)).toBe("2025-11-03");
  });

  it("T1 listing: the result of a state sale is announced for five working days, of a private one not", () => {
    expect(resultAnnouncementEnd(at("2025-10-14T17:00:00"), "STATE_OWNED_ENTERPRISE", CALENDAR_2025, VENUE)).toEqual(at("2025-10-21T17:00:00"));
    expect(resultAnnouncementEnd(at("2025-10-14T17:00:00"), "PRIVATE", CALENDAR_2025, VENUE)).toBeUndefined();
    expect(contractHeldUntil(at("2025-10-14T17:00:00"), "STATE_OWNED_ENTERPRISE", CALENDAR_2025, VENUE)).toEqual(at("2025-10-21T17:00:00"));
    expect(contractHeldUntil(at("2025-10-14T17:00:00"), "STATE_INSTITUTE", CALENDAR_2025, VENUE)).toBeUndefined();
  });

  it.each([
    [true, true, "STATE_INSTITUTE", true],
    [false, true, "STATE_INSTITUTE", false],
    [true, false, "STATE_INSTITUTE", false],
    [true, true, "STATE_OWNED_ENTERPRISE", false],
    [true, true, "PRIVATE", false],
  ] as const)("T3 listing: the venue's switch %s, sole buyer %s, %s: owes the notice of an agreed price: %s", (soleBuyerNeedsNotice, isSoleBuyer, sellerClass, owes) => {
    expect(soleBuyerOwesNotice({ isSoleBuyer, sellerClass }, { soleBuyerNeedsNotice })).toBe(owes);
  });
});

describe("T1 listing: when the period ends (trading §3)", () => {
  const facts: PeriodEndFacts = {
    sellerClass: "STATE_INSTITUTE",
    qualifiedBuyers: 0,
    extensionPromised: true,
    extensionCycles: 2,
    extensionsUsed: 0,
    ifSole: "AGREE",
    ifSeveral: "BIDDING",
  };
  it.each([
    ["nobody, cycles left", {}, "extend"],
    ["nobody, last cycle used", { extensionsUsed: 2 }, "lapse"],
    ["nobody, no promise", { extensionPromised: false }, "lapse"],
    ["one", { qualifiedBuyers: 1 }, "agreeWithSole"],
    ["one, private seller who announced two", { qualifiedBuyers: 1, sellerClass: "PRIVATE", ifSole: "LAPSE" }, "lapse"],
    ["one, state seller deals whatever was announced", { qualifiedBuyers: 1, ifSole: "LAPSE" }, "agreeWithSole"],
    ["two", { qualifiedBuyers: 2 }, "openBidding"],
    ["two, university announced talks", { qualifiedBuyers: 2, ifSeveral: "AGREE" }, "agreeAsAnnounced"],
    ["three, private announced talks", { qualifiedBuyers: 3, sellerClass: "PRIVATE", ifSeveral: "AGREE" }, "agreeAsAnnounced"],
    ["two, an SOE must bid", { qualifiedBuyers: 2, sellerClass: "STATE_OWNED_ENTERPRISE", ifSeveral: "AGREE" }, "openBidding"],
    ["one, SOE", { qualifiedBuyers: 1, sellerClass: "STATE_OWNED_ENTERPRISE" }, "agreeWithSole"],
  ] as const)("T1 listing: %s → %s", (_name, change, event) => {
    expect(whenPeriodEnds({ ...facts, ...change })).toBe(event);
  });

  it("T1 listing: the sole buyer pays the higher of listing price and offer", () => {
    expect(soleBuyerPrice(wan(200), wan(180))).toBe(wan(200));
    expect(soleBuyerPrice(wan(200), wan(230))).toBe(wan(230));
  });
});

describe("T1 listing: price cut, suspension, withdrawal, scope", () => {
  it.each([
    ["STATE_OWNED_ENTERPRISE", wan(90), false, undefined],
    ["STATE_OWNED_ENTERPRISE", wan(90) - 1n, false, "PRICE_CUT_NEEDS_APPROVAL"],
    ["STATE_OWNED_ENTERPRISE", wan(50), true, undefined],
    ["STATE_INSTITUTE", wan(89), false, "PRICE_CUT_NEEDS_APPROVAL"],
    ["PRIVATE", wan(10), false, undefined],
  ] as const)("T1 listing: %s relists a basis of 100 万 at %s fen, approval %s → %s", (sellerClass, newPriceFen, freshApproval, refusal) => {
    expect(priceCutRefusal({ sellerClass, basisFen: wan(100), newPriceFen, freshApproval }, VENUE)).toBe(refusal);
  });

  it("T1 listing: on resumption at least ten working days remain and the total reaches the minimum", () => {
    const soe = { sellerClass: "STATE_OWNED_ENTERPRISE", workingDays: 20 } as const;
    expect(remainingOnResume({ ...soe, workingDaysRun: 3 }, VENUE)).toBe(17);
    expect(remainingOnResume({ ...soe, workingDaysRun: 15 }, VENUE)).toBe(10);
  });

  it("T1 listing: the day of suspension has not run; a suspension ends by itself", () => {
    expect(workingDaysRun(at("2025-09-24T09:00:00"), at("2025-09-28T10:00:00"), CALENDAR_2025)).toBe(2);
    expect(workingDaysRun(at("2025-09-24T09:00:00"), at("2025-09-24T10:00:00"), CALENDAR_2025)).toBe(0);
    expect(suspensionEnd(at("2025-09-01T10:00:00"), VENUE)).toEqual(at("2025-10-02T00:00:00"));
  });

  it("T1 listing: withdrawal waits for the costs", () => {
    expect(withdrawRefusal({ costsFen: 100n, paidFen: 99n })).toBe("COSTS_NOT_SETTLED");
    expect(withdrawRefusal({ costsFen: 100n, paidFen: 100n })).toBeUndefined();
  });
});

describe("T1 listing: reserve, auction notice, end of the period", () => {
  it.each([
    ["UNIVERSITY", "STATE_INSTITUTE"],
    ["INSTITUTE", "STATE_INSTITUTE"],
    ["STATE_ENTERPRISE", "STATE_OWNED_ENTERPRISE"],
    ["ENTERPRISE", "PRIVATE"],
    ["INDIVIDUAL", "PRIVATE"],
  ] as const)("T1 listing: a seller of kind %s is %s", (kind, sellerClass) => {
    expect(sellerClassOf(kind)).toBe(sellerClass);
  });

  it.each([
    ["2025-11-03T23:00:00", undefined],
    ["2025-11-04T00:00:00", "AUCTION_NOTICE_TOO_SHORT"],
  ] as const)("T1 listing: an auction of 2025-11-10 announced at %s → %s", (publishedAt, refusal) => {
    const facts = { publishedAt: at(publishedAt), biddingStartsAt: at("2025-11-10T09:00:00") };
    expect(auctionNoticeRefusal({ ...facts, isAuctionLaw: true })).toBe(refusal);
    expect(auctionNoticeRefusal({ ...facts, isAuctionLaw: false })).toBeUndefined();
  });

  it("T1 listing: nothing moves a listing once its period is over", () => {
    const periodEndsAt = at("2025-10-14T17:00:00");
    expect(runningRefusal({ state: "LISTED", periodEndsAt, now: at("2025-10-14T16:59:59") })).toBeUndefined();
    expect(runningRefusal({ state: "LISTED", periodEndsAt, now: periodEndsAt })).toBe("PERIOD_OVER");
    expect(runningRefusal({ state: "SUSPENDED", periodEndsAt, now: periodEndsAt })).toBeUndefined();
  });
});
