import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aHandedOverDeal, anOpenDeal, aSoleBuyerDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute, read } from "../shared/execute.ts";
import { yuan } from "../shared/money.ts";
import { closeDeal, readAward } from "./index.ts";
import { lateParametersOf } from "./late-rate.ts";
import { signaturesHeldUntil } from "./result-hold.ts";

describe("T6 deal: the fees that were announced", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const tariffFrom = async (venueId: string, effectiveFrom: Date, version: number, rateBp: number) =>
    db.db.parameter.create({ data: { key: "settlement.fee-tariff", scope: venueId, version, effectiveFrom, reason: "测试", value: { bands: [{ rateBp }] }, createdAt: effectiveFrom } });

  it("T6 deal.close: a tariff published after the announcement does not count for it, one from before does", async () => {
    const deal = await aHandedOverDeal(db);
    const venueId = deal.venue!.finance.organisation!.id;
    await tariffFrom(venueId, new Date(0), 1, 200);
    await tariffFrom(venueId, await readDomainTime(db.db, "test"), 2, 900);
    const { feeFen } = await execute(db, closeDeal, deal.venue!.finance, { dealId: deal.dealId }, anOrigin());
    expect(feeFen).toBe(yuan(24_000));
  });

  it("T6 deal: days of grace, interest, and how long a result is announced and holds the signatures are those of the announcement, too", async () => {
    const later = (publishedAt: Date | null) => new Date(publishedAt!.getTime() + 1);
    const noticed = await anOpenDeal(db);
    const { publishedAt } = await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticed.noticeId } });
    await db.db.parameter.create({ data: { key: "settlement.rules", scope: noticed.venue!.operator.organisation!.id, version: 1, effectiveFrom: later(publishedAt), reason: "公示之后施行", value: { version: "venue-1", graceDays: 60, overdueInterestBpPerYear: 1_800 } } });
    const deal = await db.db.deal.findUniqueOrThrow({ where: { id: noticed.dealId } });
    expect(await lateParametersOf(db.db, deal)).toMatchObject({ graceDays: 5, overdueInterestBpPerYear: 500 });

    const sold = await aSoleBuyerDeal(db);
    const before = (await read(db, readAward, ANONYMOUS, { dealId: sold.dealId })).announcedUntil;
    const listing = await db.db.listing.findUniqueOrThrow({ where: { id: sold.listing.id } });
    const [days, holds] = [{ STATE_INSTITUTE: 60, STATE_OWNED_ENTERPRISE: 60, PRIVATE: 60 }, { STATE_INSTITUTE: true, STATE_OWNED_ENTERPRISE: true, PRIVATE: true }];
    await db.db.parameter.create({ data: { key: "listing.venue", scope: listing.venueId, version: 1, effectiveFrom: later(listing.publishedAt), reason: "公告之后施行", value: { resultAnnouncementWorkingDays: days, resultHoldsContract: holds } } });
    expect((await read(db, readAward, ANONYMOUS, { dealId: sold.dealId })).announcedUntil).toEqual(before);
    const row = await db.db.deal.findUniqueOrThrow({ where: { id: sold.dealId } });
    expect(await signaturesHeldUntil(db.db, { ...row, seller: { kind: "UNIVERSITY" } as never })).toBeNull();
  });
});
