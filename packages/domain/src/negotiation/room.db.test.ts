import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aDraftResult } from "../../testing/results.ts";
import { anAgreedRoom, anInvitedRoom, anOpenRoom, saleTerms, sign } from "../../testing/rooms.ts";
import { SYSTEM, type KeyActor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { acceptOffer, changeAgreement, closeRoom, exportRecord, lapseRoom, listRoomMetadata, listRooms, makeOffer, openRoom, readRoom, readRoomPulse, recordPdf, refuseOffer, remindRoom, roomsMovedSince, say, signAgreement, summariseRefusals, withdrawOffer } from "./index.ts";

describe("T5 negotiation room", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const speak = (who: PersonActor, roomId: string, text = "请介绍中试情况") => execute(db, say, who, { roomId, text }, anOrigin());
  const offer = (who: PersonActor, roomId: string, price = "1200000", changes: object = {}) => execute(db, makeOffer, who, { roomId, terms: saleTerms(price), ...changes }, anOrigin());
  const accept = (who: PersonActor, roomId: string, { offerNo, hash }: { offerNo: number; hash: string }) => execute(db, acceptOffer, who, { roomId, offerNo, hash }, anOrigin());

  it("T5 room.open: by the buyer or the seller, about a published result, once at a time", async () => {
    const { roomId, resultId, buyer, seller } = await anInvitedRoom(db);
    await expect(execute(db, openRoom, buyer, { resultId }, anOrigin())).rejects.toMatchObject({ code: "ROOM_RUNNING_ALREADY", kind: "conflict" });
    await expect(execute(db, openRoom, seller, { resultId }, anOrigin())).rejects.toMatchObject({ fields: [{ path: "buyerId", code: "ROOM_BUYER_UNFIT" }] });
    const other = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const both = await Promise.allSettled([execute(db, openRoom, other, { resultId }, anOrigin()), execute(db, openRoom, other, { resultId }, anOrigin())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const draft = await aDraftResult(db);
    await expect(execute(db, openRoom, other, { resultId: draft.resultId }, anOrigin())).rejects.toMatchObject({ code: "ROOM_RESULT_NOT_PUBLISHED" });
    const third = await anOrganisation(db);
    await expect(execute(db, openRoom, other, { resultId, buyerId: third.id }, anOrigin()), "nobody invites for others").rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await execute(db, openRoom, seller, { resultId, buyerId: third.id }, anOrigin())).toMatchObject({ state: "INVITED" });
    expect((await db.db.negotiationRoom.findUniqueOrThrow({ where: { id: roomId } })).no).toMatch(/^QT\d{4}-\d{6}$/);
  });

  it("T5 room.sign: nothing is seen or said before the person has signed, and the talks begin with both", async () => {
    const { roomId, seller, buyer } = await anInvitedRoom(db);
    expect(await read(db, readRoom, buyer, { roomId })).toMatchObject({ signed: false, inside: null, may: { sign: true } });
    await expect(speak(buyer, roomId)).rejects.toMatchObject({ code: "ROOM_SIGN_FIRST" });
    expect(await sign(db, roomId, buyer)).toMatchObject({ state: "INVITED" });
    await expect(sign(db, roomId, buyer)).rejects.toMatchObject({ code: "ROOM_SIGNED_ALREADY" });
    await expect(speak(buyer, roomId)).rejects.toMatchObject({ code: "ROOM_NOT_OPEN" });
    expect(await sign(db, roomId, seller)).toMatchObject({ state: "OPEN" });
    await speak(buyer, roomId);
    const colleague = await aPerson(db, seller.organisation!, ["SELLER"]);
    expect(await read(db, readRoom, colleague, { roomId }), "each person signs for himself").toMatchObject({ signed: false, inside: null });
    await expect(read(db, readRoomPulse, colleague, { roomId })).rejects.toMatchObject({ code: "ROOM_SIGN_FIRST" });
    await sign(db, roomId, colleague);
    expect((await read(db, readRoom, colleague, { roomId })).inside!.entries.at(-2)).toMatchObject({ kind: "MESSAGE", text: "请介绍中试情况" });
  });

  it("T5 room.change-agreement: a new version voids the signatures; one signs only what one has read; not once the talks run", async () => {
    const { roomId, seller, buyer } = await anInvitedRoom(db);
    const before = (await read(db, readRoom, buyer, { roomId })).agreement;
    await sign(db, roomId, buyer);
    const text = `双方另行商定的保密协议。${"保密信息仅用于评估本次交易。".repeat(20)}`;
    await execute(db, changeAgreement, seller, { roomId, text }, anOrigin());
    expect(await read(db, readRoom, buyer, { roomId })).toMatchObject({ signed: false, agreement: { no: 2, text } });
    await expect(execute(db, signAgreement, buyer, { roomId, agreementNo: 1, hash: before.hash }, anOrigin())).rejects.toMatchObject({ code: "ROOM_AGREEMENT_CHANGED" });
    await sign(db, roomId, buyer);
    await sign(db, roomId, seller);
    await expect(execute(db, changeAgreement, seller, { roomId, text }, anOrigin())).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("T5 confidentiality: nobody outside sees anything, whatever the office; an auditor sees numbers; keys never enter", async () => {
    const { roomId, seller, buyer } = await anOpenRoom(db);
    await speak(seller, roomId, "底价一百万");
    const outsiders: [PersonActor, string][] = [
      [await aPerson(db, await anOrganisation(db), ["BUYER", "SELLER"]), "another firm"],
      [await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "" }), ["NATIONAL_ADMINISTRATOR", "ADMINISTRATOR", "OPERATIONS"]), "the nation"],
      [await aPerson(db, await anOrganisation(db, { kind: "VENUE" }), ["VENUE_OPERATOR", "VENUE_REVIEWER"]), "a venue"],
      [await aPerson(db, seller.organisation!, ["ORG_ADMIN"]), "the seller's administrator"],
      [await aPerson(db, await anOrganisation(db, { kind: "SERVICE_AGENCY" }), ["TECHNOLOGY_MANAGER"]), "a manager without a mandate"],
    ];
    for (const [outsider, who] of outsiders) {
      for (const attempt of [() => read(db, readRoom, outsider, { roomId }), () => speak(outsider, roomId), () => execute(db, exportRecord, outsider, { roomId }, anOrigin())]) {
        await expect(attempt(), who).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      }
    }
    const auditor = await aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction: "33" }), ["AUDITOR"]);
    await expect(read(db, readRoom, auditor, { roomId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const metadata = (await read(db, listRoomMetadata, auditor, { limit: 100 })).items.find(({ id }) => id === roomId);
    expect(metadata).toMatchObject({ seller: seller.organisation!.name, buyer: buyer.organisation!.name, signatures: 2 });
    expect(JSON.stringify(metadata)).not.toContain("底价");
    const key: KeyActor = { kind: "key", apiKeyId: crypto.randomUUID(), organisation: seller.organisation!, roles: ["SELLER"], scopes: ["room.read", "room.say"] };
    await expect(execute(db, say, key, { roomId, text: "x" }, anOrigin())).rejects.toMatchObject({ code: "ROOM_PERSONS_ONLY" });
    const told = [await db.db.auditEntry.findMany({ where: { subjectId: roomId } }), await db.db.outboxEvent.findMany({ where: { subjectId: roomId } }), await db.db.mailMessage.findMany()];
    expect(JSON.stringify(told, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value)), "no act, event or mail repeats a word").not.toContain("底价");
  });

  it("T5 offers: a counter-offer replaces what was offered, with the differences field by field; both must accept", async () => {
    const { roomId, seller, buyer } = await anOpenRoom(db);
    const first = await offer(seller, roomId);
    const second = await offer(buyer, roomId, "1000000");
    await expect(accept(buyer, roomId, first)).rejects.toMatchObject({ code: "OFFER_NOT_OPEN" });
    await expect(accept(buyer, roomId, second)).rejects.toMatchObject({ code: "OFFER_ACCEPTED_ALREADY" });
    await expect(accept(seller, roomId, { ...second, hash: first.hash })).rejects.toMatchObject({ code: "OFFER_CHANGED" });
    const { inside } = await read(db, readRoom, seller, { roomId });
    expect(inside!.offers.map(({ state }) => state)).toEqual(["COUNTERED", "OPEN"]);
    expect(inside!.offers[1]!.differences).toEqual([{ field: "price", before: "1200000.00", after: "1000000.00" }]);
    const both = await Promise.allSettled([accept(seller, roomId, second), accept(seller, roomId, second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await read(db, readRoom, buyer, { roomId })).toMatchObject({ state: "AGREED", may: { carryOn: false } });
    await expect(offer(seller, roomId)).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
  });

  it("T5 offers: run out at their instant, are withdrawn by their side, and their terms never change", async () => {
    const { roomId, seller, buyer } = await anOpenRoom(db);
    const first = await offer(seller, roomId, "1200000", { validDays: 1 });
    await expect(execute(db, withdrawOffer, buyer, { roomId, offerNo: first.offerNo }, anOrigin())).rejects.toMatchObject({ code: "OFFER_NOT_YOURS" });
    const { validUntil } = await db.db.roomOffer.findFirstOrThrow({ where: { roomId } });
    await moveClockTo(db, validUntil);
    await expect(accept(buyer, roomId, first)).rejects.toMatchObject({ code: "OFFER_RUN_OUT" });
    await execute(db, withdrawOffer, seller, { roomId, offerNo: first.offerNo }, anOrigin());
    await expect(db.db.roomOffer.updateMany({ where: { roomId }, data: { hash: "0".repeat(64) } })).rejects.toThrow();
    await expect(db.db.roomEntry.deleteMany({ where: { roomId } })).rejects.toThrow();
    await expect(execute(db, makeOffer, seller, { roomId, terms: saleTerms("1200000", { tradeMode: "EQUITY" }) }, anOrigin())).rejects.toMatchObject({ kind: "invalid", fields: [{ path: "terms.payment.form", code: "TERMS_EQUITY_BOTH" }] });
  });

  it("T5 refusal reasons: a buyer says why from the list, and the seller sees the sum", async () => {
    const { roomId, resultId, seller, buyer } = await anOpenRoom(db);
    const { offerNo } = await offer(seller, roomId);
    const refuse = (who: PersonActor, reason?: string) => execute(db, refuseOffer, who, { roomId, offerNo, ...(reason ? { reason } : {}), note: "中试数据不足" }, anOrigin());
    await expect(refuse(seller, "PRICE")).rejects.toMatchObject({ code: "OFFER_IS_YOURS" });
    await expect(refuse(buyer)).rejects.toMatchObject({ fields: [{ path: "reason", code: "REFUSAL_REASON_NEEDED" }] });
    await expect(refuse(buyer, "NICE_WEATHER")).rejects.toMatchObject({ kind: "invalid" });
    await refuse(buyer, "TOO_EARLY");
    await expect(execute(db, closeRoom, buyer, { roomId }, anOrigin())).rejects.toMatchObject({ fields: [{ code: "REFUSAL_REASON_NEEDED" }] });
    await execute(db, closeRoom, buyer, { roomId, reason: "PRICE" }, anOrigin());
    expect(await read(db, summariseRefusals, seller, {})).toMatchObject({ total: 2, reasons: [{ reason: "PRICE", count: 1 }, { reason: "TOO_EARLY", count: 1 }], byResult: [{ resultId, total: 2 }] });
    expect(await read(db, summariseRefusals, await aPerson(db, await anOrganisation(db), ["SELLER"]), {})).toMatchObject({ total: 0 });
    await expect(speak(seller, roomId)).rejects.toMatchObject({ code: "ROOM_NOT_OPEN" });
    expect((await read(db, listRooms, seller, { tab: "past" })).items).toMatchObject([{ id: roomId, state: "CLOSED" }]);
  });

  it("T5 reminders: the side that is awaited is told, weekly; a room without acts lapses with effect from the due instant", async () => {
    const { roomId, seller, buyer } = await anOpenRoom(db);
    await offer(seller, roomId);
    const due = (kind: string) => db.db.dueAct.findFirstOrThrow({ where: { kind, subjectId: roomId } });
    const remind = await due("room.remind");
    expect(await execute(db, remindRoom, SYSTEM, { roomId, dueAt: remind.dueAt }, anOrigin())).toEqual({ roomId, sides: ["BUYER"] });
    expect((await due("room.remind")).dueAt.getTime()).toBeGreaterThan(remind.dueAt.getTime());
    expect(await db.db.notification.count({ where: { personId: buyer.personId, kind: "room.reminder" } })).toBe(1);
    const lapse = await due("room.lapse");
    expect(await execute(db, lapseRoom, SYSTEM, { roomId, dueAt: lapse.dueAt }, anOrigin())).toMatchObject({ state: "OPEN" });
    await moveClockTo(db, new Date(lapse.dueAt.getTime() + 3_600_000));
    expect(await execute(db, lapseRoom, SYSTEM, { roomId, dueAt: lapse.dueAt }, anOrigin())).toMatchObject({ state: "CLOSED" });
    expect(await db.db.negotiationRoom.findUniqueOrThrow({ where: { id: roomId } })).toMatchObject({ closedAt: lapse.dueAt });
  });

  it("T5 record: the whole of it as PDF with a hash, for the principals; live watchers are told numbers", async () => {
    const { roomId, seller, buyer } = await anAgreedRoom(db);
    const { sequence } = await read(db, readRoomPulse, buyer, { roomId });
    await speak(buyer, roomId);
    expect(await roomsMovedSince(db, new Map([[roomId, sequence]]))).toEqual([{ roomId, sequence: sequence + 1 }]);
    const record = await execute(db, exportRecord, seller, { roomId }, anOrigin());
    expect(record.parts.map(({ heading }) => heading)[0]).toContain("保密协议 第 1 版");
    expect(JSON.stringify(record.parts)).toContain("请介绍中试情况");
    expect(record.hash).toMatch(/^[0-9a-f]{64}$/);
    const pdf = await recordPdf(record);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(pdf.byteLength).toBeGreaterThan(5_000);
  });
});
