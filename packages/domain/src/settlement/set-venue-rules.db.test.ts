import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftListing, aListedListing, aVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { submitListing, venueParametersAt } from "../listing/index.ts";
import { ANONYMOUS, type Actor } from "../shared/actor.ts";
import { addDays, dayOf, startOfDay } from "../shared/clock.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { yuan } from "../shared/money.ts";
import { readVenueFees, readVenueRules, setVenueRules, settlementParametersAt } from "./index.ts";

/** What a venue sets of fees and deposits. */
const MONEY = { feeFirstUpTo: "2000000", feeFirstBp: 250, feeSecondUpTo: "8000000", feeSecondBp: 150, feeAboveBp: 80, feeBuyerShareBp: 5_000, depositRefundHours: 12, depositInterestBp: 30, depositAppealWorkingDays: 7 };

describe("T1 venue rules", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T1 venue rules: published seven days ahead for everybody to read, in force on their day, by the venue's own officer; what is announced keeps its version", async () => {
    const [venue, other] = [await aVenue(db), await aVenue(db)];
    const now = await readDomainTime(db.db, "test");
    await db.db.parameter.create({ data: { key: "listing.venue", scope: venue.id, version: 1, effectiveFrom: new Date(0), reason: "首版", value: { extensionMaxCycles: 3 } } });
    const rules = {
      announcedStateInstitute: 15, announcedStateEnterprise: 25, announcedPrivate: 8, extensionWorkingDays: 6, suspensionDays: 20, qualificationDays: 3, soleBuyer: "NOTICE", withdrawalCost: "2000",
      fullPriceWorkingDays: 7, graceDays: 3, overdueInterestBp: 400, ...MONEY, reason: "按年度评估结果调整公告期和结算期限。", comments: "rules@example.cn，施行前 1 日止",
    };
    const set = (effectiveOn: string, actor: Actor = venue.operator) => execute(db, setVenueRules, actor, { ...rules, effectiveOn }, anOrigin());
    const [tooSoon, first] = [addDays(dayOf(now), 7), addDays(dayOf(now), 8)];
    await expect(set(tooSoon)).rejects.toMatchObject({ fields: [{ path: "effectiveOn", code: "VENUE_RULES_TOO_SOON", details: { earliest: first } }] });
    await expect(set(first, venue.finance)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const running = await aListedListing(db, { venue });
    expect(await set(first)).toMatchObject({ version: 2 });

    const shown = (await read(db, readVenueRules, ANONYMOUS, { venueId: venue.id })).rules!;
    expect(shown.coming).toMatchObject([{ effectiveFrom: startOfDay(first), announcementMinWorkingDays: { PRIVATE: 8 }, graceDays: 3, soleBuyerNeedsNotice: true, withdrawalCostFen: yuan(2_000), buyerShareBp: 5_000 }]);
    expect(shown.coming[0]!.reason).toContain("rules@example.cn");
    expect(shown.listing.announcementMinWorkingDays.STATE_INSTITUTE).toBe(10);
    expect((await read(db, readVenueRules, ANONYMOUS, { venueId: other.id })).rules!.coming).toEqual([]);

    await moveClockTo(db, startOfDay(first));
    const [listing, settlement] = [await venueParametersAt(db.db, venue.id, startOfDay(first)), await settlementParametersAt(db.db, venue.id, startOfDay(first))];
    expect(listing).toMatchObject({ parameterVersion: 2, extensionMaxCycles: 3, announcementMinWorkingDays: { STATE_INSTITUTE: 15 } });
    const money = (await read(db, readVenueRules, ANONYMOUS, { venueId: venue.id })).rules!;
    expect(money.fees).toMatchObject({ agreed: true, bands: [{ upToFen: yuan(2_000_000), rateBp: 250 }, { upToFen: yuan(8_000_000), rateBp: 150 }, { upToFen: null, rateBp: 80 }] });
    expect(money.fees).toMatchObject({ buyerShareBp: 5_000, examples: [{ priceFen: yuan(500_000), buyerFen: yuan(6_250), sellerFen: yuan(6_250) }, {}, {}, {}] });
    const cost = (at?: Date) => read(db, readVenueFees, ANONYMOUS, { venueId: venue.id, price: "1000000", ...(at ? { at } : {}) });
    expect(await cost()).toMatchObject({ agreed: true, buyerShareBp: 5_000, buyerFen: yuan(12_500), sellerFen: yuan(12_500) });
    expect(await cost(now), "by the tariff of the day before").toMatchObject({ agreed: false, buyerShareBp: 0, buyerFen: 0n, sellerFen: yuan(30_000) });
    expect(money.deposit).toMatchObject({ refund: { kind: "HOURS", hours: 12 }, interest: { kind: "CURRENT", rateBp: 30 }, forfeit: { appealWorkingDays: 7 } });
    const before = (await read(db, readVenueRules, ANONYMOUS, { venueId: venue.id, at: running.periodEndsAt < startOfDay(first) ? running.periodEndsAt : now })).rules!;
    expect(before, "as they stood when a listing was announced").toMatchObject({ asOf: expect.any(Date) as unknown, fees: { agreed: false }, deposit: { refund: { hours: 24 } } });
    for (const [changed, path, code] of [[{ feeSecondUpTo: "2000000" }, "feeSecondUpTo", "VENUE_FEE_BANDS_NOT_ASCENDING"], [{ feeAboveBp: 400 }, "feeSecondBp", "VENUE_FEE_RATE_RISES"]] as const) {
      await expect(execute(db, setVenueRules, venue.operator, { ...rules, ...changed, effectiveOn: addDays(first, 20) }, anOrigin())).rejects.toMatchObject({ fields: [{ path, code }] });
    }
    expect(settlement).toMatchObject({ standing: "VENUE_RULES", fullPriceWorkingDays: 7, overdueInterestBpPerYear: 400 });
    const draft = await aDraftListing(db, { venue, workingDays: 10 });
    await expect(execute(db, submitListing, draft.seller, { listingId: draft.id }, anOrigin())).rejects.toMatchObject({ fields: [{ path: "workingDays", code: "PERIOD_TOO_SHORT", details: { min: 15 } }] });
    expect(await db.db.listing.findUniqueOrThrow({ where: { id: running.id } })).toMatchObject({ parameterVersion: 1, periodEndsAt: running.periodEndsAt });
  });
});
