import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aHandedOverDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { readDomainTime } from "../shared/domain-clock.ts";
import { execute } from "../shared/execute.ts";
import { yuan } from "../shared/money.ts";
import { closeDeal } from "./index.ts";

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
});
