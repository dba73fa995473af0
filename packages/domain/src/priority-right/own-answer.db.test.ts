import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftedDeal } from "../../testing/deals.ts";
import { aBuyer, anAcceptedListing } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { publishListing } from "../listing/index.ts";
import type { PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { toYuanText } from "../shared/money.ts";
import { readWorklist } from "../worklist/index.ts";
import { answerOwnPriorityRight, answerPriorityRight, linkPriorityHolder, listOwnPriorityRights, listPriorityRights, namePriorityRight, notifyPriorityRight, PriorityRightAnswered } from "./index.ts";

const PRICE = "1200000";

describe("T3 priority right: the holder answers by himself", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: Parameters<typeof execute<I, O>>[1], actor: PersonActor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const own = async (actor: PersonActor) => (await read(db, listOwnPriorityRights, actor, {})).items;
  const asks = async (actor: PersonActor) => (await read(db, readWorklist, actor, {})).items.filter(({ kind }) => kind === "PRIORITY_ANSWER").map(({ id }) => id);
  const told = async (actor: PersonActor) => (await db.db.notification.findMany({ where: { personId: actor.personId, kind: { startsWith: "priority-right." } }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind);

  /** A published listing of which the completer 钱研 has an account. */
  async function aListingOfHis() {
    const listing = await anAcceptedListing(db);
    const holder = await aPerson(db, listing.seller.organisation!, [], { name: "钱研" });
    await db.db.resultCompleter.updateMany({ where: { resultId: listing.resultId, name: "钱研" }, data: { personId: holder.personId } });
    const { periodEndsAt } = await run(publishListing, listing.venue.operator, { listingId: listing.id });
    const [right] = await own(holder);
    return { listing, holder, periodEndsAt, right: right! };
  }

  /** A firm that the seller has named as client of the development, and notified. */
  async function aNotifiedFirm() {
    const deal = await aDraftedDeal(db);
    const firm = await aBuyer(db);
    const { rightId } = await run(namePriorityRight, deal.seller, { subjectType: "notice", subjectId: deal.noticeId, kind: "CLIENT", holder: firm.organisation!.name, holderId: firm.organisation!.id });
    const { dueAt } = await run(notifyPriorityRight, deal.seller, { rightId, way: "SERVED", days: 3, proof: "书面通知已签收" });
    const [right] = await own(firm);
    return { deal, firm, rightId, dueAt, price: toYuanText(right!.priceFen) };
  }

  it("T3 priority right: a completer with an account is told by the publication, finds what he is asked, and exercises once", async () => {
    const { listing, holder, periodEndsAt, right } = await aListingOfHis();
    expect(right).toMatchObject({ holder: "钱研", state: "NOTIFIED", subjectType: "listing", subjectId: listing.id, priceFen: 120_000_000n, dueAt: periodEndsAt, seller: listing.seller.organisation!.name, isPublished: true, may: { answer: true } });
    expect([await told(holder), await asks(holder)]).toEqual([["priority-right.asked"], [right.id]]);

    const colleague = await aPerson(db, holder.organisation!, ["SELLER", "BUYER"]);
    for (const other of [listing.seller, colleague, listing.venue.operator]) await expect(run(answerOwnPriorityRight, other, { rightId: right.id, answer: "waive", price: PRICE })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(run(answerOwnPriorityRight, holder, { rightId: right.id, answer: "exercise", price: "1000000" })).rejects.toMatchObject({ code: "PRIORITY_CONDITIONS_CHANGED" });
    expect(await run(answerOwnPriorityRight, holder, { rightId: right.id, answer: "exercise", price: PRICE })).toMatchObject({ state: "EXERCISED" });
    await expect(run(answerOwnPriorityRight, holder, { rightId: right.id, answer: "waive", price: PRICE })).rejects.toMatchObject({ code: "PRIORITY_ANSWERED_ALREADY", kind: "conflict" });

    expect(await asks(holder)).toEqual([]);
    expect(await told(listing.seller)).toEqual(["priority-right.exercised"]);
    expect(await db.db.outboxEvent.count({ where: { type: PriorityRightAnswered.name, subjectId: listing.id } })).toBe(1);
    const shown = await read(db, listPriorityRights, listing.seller, { subjectType: "listing", subjectId: listing.id });
    expect(shown.items.find(({ id }) => id === right.id)).toMatchObject({ state: "EXERCISED", answeredByHolder: true });
  });

  it("T3 priority right: at the deadline it is too late, and he is told of the way that is left", async () => {
    const { holder, periodEndsAt, right } = await aListingOfHis();
    await moveClockTo(db, periodEndsAt);
    await expect(run(answerOwnPriorityRight, holder, { rightId: right.id, answer: "exercise", price: PRICE })).rejects.toMatchObject({ code: "PRIORITY_TERM_OVER", kind: "refused" });
    expect([(await own(holder))[0], await asks(holder)]).toMatchObject([{ state: "LAPSED", may: { answer: false } }, []]);
  });

  it("T3 priority right: an organisation is told when it is notified; its buyer's officer answers, and nobody else", async () => {
    const { firm, rightId, dueAt, price } = await aNotifiedFirm();
    expect([await told(firm), await asks(firm)]).toEqual([["priority-right.asked"], [rightId]]);
    expect(await own(firm)).toMatchObject([{ subjectType: "notice", dueAt, may: { answer: true } }]);
    const clerk = await aPerson(db, firm.organisation!, ["SELLER"]);
    for (const other of [clerk, await aBuyer(db)]) await expect(run(answerOwnPriorityRight, other, { rightId, answer: "waive", price })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await own(clerk)).toMatchObject([{ may: { answer: false } }]);
    expect(await run(answerOwnPriorityRight, firm, { rightId, answer: "waive", price })).toMatchObject({ state: "WAIVED" });
  });

  it("T3 priority right: only a verified organisation can be named with its account", async () => {
    const { deal } = await aNotifiedFirm();
    const name = (holderId: string) => run(namePriorityRight, deal.seller, { subjectType: "notice", subjectId: deal.noticeId, kind: "CONTRACT", holder: "某公司", holderId });
    const pending = await anOrganisation(db, { state: "PENDING" });
    for (const unknown of [pending.id, deal.noticeId]) await expect(name(unknown)).rejects.toMatchObject({ fields: [{ path: "holderId", code: "PRIORITY_HOLDER_UNKNOWN" }] });
  });

  it("T3 priority right: holder and seller at once: one answer stands, the other is refused", async () => {
    const { deal, firm, rightId, price } = await aNotifiedFirm();
    const both = await Promise.allSettled([
      run(answerOwnPriorityRight, firm, { rightId, answer: "exercise", price }),
      run(answerPriorityRight, deal.seller, { rightId, answer: "waive", proof: "书面放弃声明" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
    expect(await db.db.outboxEvent.count({ where: { type: PriorityRightAnswered.name, subjectId: deal.noticeId } })).toBe(1);
  });

  it("T3 priority right: the seller's record of a written answer is told to a holder with an account", async () => {
    const { deal, firm, rightId, price } = await aNotifiedFirm();
    await run(answerPriorityRight, deal.seller, { rightId, answer: "waive", proof: "书面放弃声明" });
    expect(await told(firm)).toEqual(["priority-right.asked", "priority-right.recorded"]);
    await expect(run(answerOwnPriorityRight, firm, { rightId, answer: "exercise", price })).rejects.toMatchObject({ code: "PRIORITY_ANSWERED_ALREADY" });
  });

  it("T3 priority right: the seller says which of its people a named completer is; the name has to agree", async () => {
    const listing = await anAcceptedListing(db);
    await run(publishListing, listing.venue.operator, { listingId: listing.id });
    const [namesake, stranger, other] = await Promise.all([aPerson(db, listing.seller.organisation!, [], { name: "孙创" }), aPerson(db, (await aBuyer(db)).organisation!, [], { name: "孙创" }), aPerson(db, listing.seller.organisation!, [])]);
    const of = { subjectType: "listing", subjectId: listing.id };
    const right = (await read(db, listPriorityRights, listing.seller, of)).items.find(({ holder }) => holder === "孙创")!;
    expect(right).toMatchObject({ hasAccount: false, colleagues: [{ personId: namesake.personId }] });
    const link = (who: PersonActor, by = listing.seller) => run(linkPriorityHolder, by, { rightId: right.id, personId: who.personId });
    for (const wrong of [stranger, other]) await expect(link(wrong)).rejects.toMatchObject({ fields: [{ code: "PRIORITY_NOT_A_COLLEAGUE" }] });
    await expect(link(namesake, stranger)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await link(namesake);
    await expect(link(namesake)).rejects.toMatchObject({ code: "PRIORITY_LINKED_ALREADY" });
    expect([await told(namesake), await asks(namesake), await told(stranger)]).toEqual([["priority-right.asked"], [right.id], []]);
    expect(await run(answerOwnPriorityRight, namesake, { rightId: right.id, answer: "waive", price: PRICE })).toMatchObject({ state: "WAIVED" });
  });
});
