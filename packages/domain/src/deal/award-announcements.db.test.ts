import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aSoleBuyerDeal } from "../../testing/deals.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { read } from "../shared/execute.ts";
import { listAwards } from "./index.ts";

describe("T7 deal: results of trading", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("T7 deal.list-awards: a university's result is announced for five working days, without the buyer's name", async () => {
    const deal = await aSoleBuyerDeal(db);
    const [award] = (await read(db, listAwards, ANONYMOUS, {})).items;
    expect(award).toMatchObject({ listing: { id: deal.listing.id }, standing: "RUNNING", origin: "SOLE_BUYER", priceFen: 125_000_000n, buyerKind: "ENTERPRISE" });
    expect(award!.announcedUntil!.getTime() - award!.awardedAt.getTime()).toBeGreaterThan(4 * 86_400_000);
    expect(JSON.stringify(award, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain(deal.buyer.organisation!.name);
    expect(award!.relations).toEqual([]);
    const related = await aSoleBuyerDeal(db, {}, ["COMPLETER_INTEREST"]);
    const marked = (await read(db, listAwards, ANONYMOUS, {})).items.find(({ listing }) => listing.id === related.listing.id);
    expect(marked?.relations, "a buyer tied to the seller's side is marked (trading §3)").toEqual(["COMPLETER_INTEREST"]);
    expect(award!.buyer).toBeNull();
    const named = await aSoleBuyerDeal(db, { bidding: { identityMode: "WINNER_NAMED" } });
    const won = (await read(db, listAwards, ANONYMOUS, {})).items.find(({ listing }) => listing.id === named.listing.id);
    expect(won?.buyer, "the listing was announced with the winner named (trading §5.11)").toBe(named.buyer.organisation!.name);
    await moveClockTo(db, award!.announcedUntil!);
    expect((await read(db, listAwards, ANONYMOUS, {})).items.find(({ no }) => no === award!.no)).toMatchObject({ standing: "OVER" });
  });
});
