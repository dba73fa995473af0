import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockBy, moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aSoleBuyerDeal, contractDraft, type ListedDeal } from "../../testing/deals.ts";
import { aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, SYSTEM, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { draftContract, fileAwardObjection, listAwards, missSigning, readAward, readDeal, ruleAwardObjection, signDeal } from "./index.ts";

const HOUR_MS = 3_600_000;

describe("T7 award objection: against an announced result", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const file = (dealId: string, ground = "PROCEDURE") =>
    execute(db, fileAwardObjection, ANONYMOUS, { dealId, ground, interest: "BIDDER", filedBy: "周明远", contact: "13900000000", facts: "意向登记截止后仍有受让方补交材料，附截图。" }, anOrigin());
  const rule = (objectionId: string, by: PersonActor, ruling = "UNFOUNDED") => execute(db, ruleAwardObjection, by, { objectionId, ruling, reasons: "经调阅登记记录，材料均在期限内提交。" }, anOrigin());
  const dealOf = ({ dealId }: ListedDeal) => db.db.deal.findUniqueOrThrow({ where: { id: dealId } });
  const text = (value: unknown) => JSON.stringify(value, (_key, one: unknown) => (typeof one === "bigint" ? String(one) : one));

  async function afterTheAnnouncement(deal: ListedDeal): Promise<string> {
    const { contractHash } = await execute(db, draftContract, deal.seller, await contractDraft(db, deal), anOrigin());
    const { announcedUntil } = await read(db, readAward, ANONYMOUS, { dealId: deal.dealId });
    await moveClockTo(db, announcedUntil!);
    return contractHash;
  }

  it("T7 award-objection.file: shown with its ground, never with who objected or what he says", async () => {
    const deal = await aSoleBuyerDeal(db);
    await file(deal.dealId);
    const shown = await read(db, readAward, ANONYMOUS, { dealId: deal.dealId });
    expect(shown).toMatchObject({ objectionOpen: true, openObjections: 1, objections: [{ state: "FILED", ground: "PROCEDURE", interest: "BIDDER", ruling: null }] });
    for (const secret of ["周明远", "13900000000", "截图"]) {
      expect(text(shown)).not.toContain(secret);
      expect(text(await read(db, readDeal, deal.buyer, { dealId: deal.dealId }))).not.toContain(secret);
      expect(text(await read(db, readDeal, deal.listing.venue.reviewer, { dealId: deal.dealId }))).toContain(secret);
    }
    expect((await read(db, listAwards, ANONYMOUS, {})).items[0]).toMatchObject({ openObjections: 1 });
    expect(await db.db.notification.count({ where: { kind: "award.objected", personId: deal.listing.venue.reviewer.personId } })).toBe(1);
  });

  it("T7 award-objection.file: only while the result is announced, and only with everything said", async () => {
    const deal = await aSoleBuyerDeal(db);
    await expect(execute(db, fileAwardObjection, ANONYMOUS, { dealId: deal.dealId, ground: "PROCEDURE", interest: "BIDDER", filedBy: "", contact: "", facts: "" }, anOrigin())).rejects.toMatchObject({ code: "INPUT_INVALID" });
    const { announcedUntil } = await read(db, readAward, ANONYMOUS, { dealId: deal.dealId });
    await moveClockTo(db, announcedUntil!);
    await expect(file(deal.dealId)).rejects.toMatchObject({ code: "AWARD_OBJECTION_OUTSIDE_THE_PERIOD" });
    expect(await read(db, readAward, ANONYMOUS, { dealId: deal.dealId })).toMatchObject({ objectionOpen: false });
  });

  it("T7 award-objection.rule: nobody signs or is late while one is open; unfounded, the deal goes on with the time added and the ruling is public", async () => {
    const deal = await aSoleBuyerDeal(db);
    const [first, second] = [await file(deal.dealId), await file(deal.dealId, "COLLUSION")];
    const contractHash = await afterTheAnnouncement(deal);
    const sign = () => execute(db, signDeal, deal.buyer, { dealId: deal.dealId, contractHash }, anOrigin());
    await expect(sign()).rejects.toMatchObject({ code: "DEAL_UNDER_OBJECTION" });
    const { signDueAt } = await dealOf(deal);
    await moveClockTo(db, new Date(signDueAt.getTime() + HOUR_MS));
    expect(await execute(db, missSigning, SYSTEM, { dealId: deal.dealId, dueAt: signDueAt }, anOrigin())).toEqual({ state: "CONTRACTING" });
    await rule(first.objectionId, deal.listing.venue.reviewer);
    expect((await dealOf(deal)).signDueAt, "another is still open").toEqual(signDueAt);
    await expect(sign()).rejects.toMatchObject({ code: "DEAL_UNDER_OBJECTION" });
    await rule(second.objectionId, deal.listing.venue.reviewer, "SETTLED");
    expect((await dealOf(deal)).signDueAt.getTime()).toBeGreaterThan(signDueAt.getTime() + HOUR_MS);
    await sign();
    expect((await read(db, readAward, ANONYMOUS, { dealId: deal.dealId })).objections).toMatchObject([{ state: "UNFOUNDED", ruling: "经调阅登记记录，材料均在期限内提交。" }, { state: "SETTLED" }]);
    await expect(rule(first.objectionId, deal.listing.venue.reviewer)).rejects.toMatchObject({ code: "OBJECTION_ALREADY_RULED" });
  });

  it("T7 award-objection.rule: upheld, the deal is annulled, the deposit goes back and the page says why", async () => {
    const deal = await aSoleBuyerDeal(db);
    const { objectionId } = await file(deal.dealId);
    expect(await rule(objectionId, deal.listing.venue.reviewer, "UPHELD")).toMatchObject({ state: "ANNULLED" });
    expect(await db.db.deposit.findUniqueOrThrow({ where: { id: deal.depositId } })).toMatchObject({ state: "REFUNDING" });
    expect(await db.db.listing.findUniqueOrThrow({ where: { id: deal.listing.id } })).toMatchObject({ state: "TERMINATED" });
    expect(await read(db, readAward, ANONYMOUS, { dealId: deal.dealId })).toMatchObject({ annulledBecause: expect.stringContaining("成交结果异议成立") as unknown, objectionOpen: false });
    await moveClockBy(db, HOUR_MS);
    await expect(file(deal.dealId)).rejects.toMatchObject({ code: "AWARD_OBJECTION_NOT_ANNOUNCED" });
  });

  it("T7 award-objection.rule: of the exchange's second person, and of another where his own finding is contested", async () => {
    const deal = await aSoleBuyerDeal(db);
    const { objectionId } = await file(deal.dealId, "QUALIFICATION");
    const { venue } = deal.listing;
    for (const by of [deal.seller, deal.buyer, venue.operator, venue.reviewer]) await expect(rule(objectionId, by)).rejects.toMatchObject({ kind: "forbidden" });
    await rule(objectionId, await aPerson(db, venue.reviewer.organisation!, ["VENUE_REVIEWER"]));
  });
});
