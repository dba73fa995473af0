import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOpenLot } from "../../testing/auctions.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { ANONYMOUS, SYSTEM, type Actor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { forgetReminder, readReminder, remindMe, REMINDER_MINUTES, sendReminder } from "./remind.ts";

describe("T2 auction reminders", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const ask = (actor: Actor, auctionId: string) => execute(db, remindMe, actor, { auctionId }, anOrigin());
  const someone = async () => aPerson(db, await anOrganisation(db), ["BUYER"]);
  const dueOf = async (auctionId: string, personId: string) => {
    const { id } = await db.db.auctionReminder.findUniqueOrThrow({ where: { auctionId_personId: { auctionId, personId } } });
    return { reminderId: id, due: await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "auction.remind", subjectId: id } } }) };
  };

  it("makes a reminder due half an hour before the start, once however often it is asked for", async () => {
    const lot = await anOpenLot(db, { startsInMs: 7_200_000, bidders: 0 });
    const person = await someone();
    await ask(person, lot.auctionId);
    await ask(person, lot.auctionId);
    const { due } = await dueOf(lot.auctionId, person.personId);
    expect(due.dueAt).toEqual(new Date(lot.announcement.freeStart.getTime() - REMINDER_MINUTES * 60_000));
    expect(await db.db.auctionReminder.count({ where: { auctionId: lot.auctionId } })).toBe(1);
    expect(await read(db, readReminder, person, { auctionId: lot.auctionId })).toEqual({ asked: true });
    expect(await read(db, readReminder, await someone(), { auctionId: lot.auctionId })).toEqual({ asked: false });
  });

  it("tells whoever asked, and nobody when the lot was called off", async () => {
    const [kept, calledOff] = [await anOpenLot(db, { startsInMs: 600_000, bidders: 0 }), await anOpenLot(db, { startsInMs: 600_000, bidders: 0 })];
    const person = await someone();
    for (const { auctionId } of [kept, calledOff]) await ask(person, auctionId);
    await db.db.auction.update({ where: { id: calledOff.auctionId }, data: { state: "ANNULLED" } });
    for (const { auctionId } of [kept, calledOff]) {
      const { reminderId, due } = await dueOf(auctionId, person.personId);
      await execute(db, sendReminder, SYSTEM, { reminderId, dueAt: due.dueAt }, anOrigin());
    }
    const told = await db.db.notification.findMany({ where: { personId: person.personId, kind: "auction.reminder" } });
    expect(told.map(({ link }) => link)).toEqual([`/auctions/${kept.auctionId}`]);
  });

  it("is forgotten on request, and refused for visitors and for lots that have begun", async () => {
    const lot = await anOpenLot(db, { startsInMs: 7_200_000, bidders: 0 });
    const person = await someone();
    await ask(person, lot.auctionId);
    const { reminderId } = await dueOf(lot.auctionId, person.personId);
    await execute(db, forgetReminder, person, { auctionId: lot.auctionId }, anOrigin());
    expect(await read(db, readReminder, person, { auctionId: lot.auctionId })).toEqual({ asked: false });
    expect(await execute(db, sendReminder, SYSTEM, { reminderId, dueAt: lot.announcement.freeStart }, anOrigin())).toEqual({ reminded: false });
    await expect(ask(ANONYMOUS, lot.auctionId)).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    await expect(ask(person, (await anOpenLot(db, { bidders: 0 })).auctionId)).rejects.toMatchObject({ code: "REMINDER_TOO_LATE" });
  });
});
