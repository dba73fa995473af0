import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftedDeal, today, type TestDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { applyForLicence, confirmClass, openGate, proposeClass, recordExportPaper } from "../export-control/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { addDays, dayOf, endOfDay } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { dayOfColumn } from "../shared/input.ts";
import type { UseCase } from "../shared/use-case.ts";
import { fallOverdue, readDeal, signDeal } from "./index.ts";

describe("T8 deal: a contract that takes effect with its export licence", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());

  it("T8 deal: nothing is late and bears no interest before the licence; from its day the price is due, with the days of grace", async () => {
    const { contractHash, ...deal } = await aDraftedDeal(db);
    const { gateId } = await run(openGate, deal.seller, { resultId: deal.resultId, buyerId: deal.buyer.organisation!.id, placeOfUse: "新加坡" });
    const found = { gateId, catalogueItem: "183506X", secretDeclared: false, dualUse: false, fiscalProject: false, assignsOrExclusive: false, securityReview: false };
    await run(proposeClass, deal.seller, found);
    await run(confirmClass, deal.sellerAdmin, found);
    await run(applyForLicence, deal.seller, { gateId });
    const paper = async (kind: string, number: string) => run(recordExportPaper, deal.sellerAdmin, { gateId, kind, number, authority: "浙江省商务厅", issuedOn: await today(db) });
    await paper("LETTER_OF_INTENT", "YX-1");
    for (const signer of [deal.buyer, deal.seller]) await run(signDeal, signer, { dealId: deal.dealId, contractHash });

    const { dueOn } = await db.db.dealPayment.findFirstOrThrow({ where: { dealId: deal.dealId } });
    const watched = async () => (await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "deal.fall-overdue", subjectId: deal.dealId } } })).dueAt;
    const graceOver = await watched();
    const fall = async (one: TestDeal, dueAt: Date) => run(fallOverdue, SYSTEM, { dealId: one.dealId, dueAt });
    const shown = async () => read(db, readDeal, deal.buyer, { dealId: deal.dealId });
    await moveClockTo(db, graceOver);
    expect(await fall(deal, graceOver)).toEqual({ settlement: "DUE" });
    expect(await watched(), "asked again the next day").toEqual(endOfDay(addDays(dayOf(graceOver), 1)));
    expect(await shown()).toMatchObject({ payments: [{ overdue: false }], interest: { growingFen: 0n } });

    await paper("LICENCE", "XK-1");
    const licensedOn = await today(db);
    expect(licensedOn > dayOfColumn(dueOn)).toBe(true);
    expect(await fall(deal, await watched())).toEqual({ settlement: "DUE" });
    const due = await watched();
    expect(due, "five days of grace from the day of the licence").toEqual(endOfDay(addDays(licensedOn, 5)));
    await moveClockTo(db, due);
    expect(await shown()).toMatchObject({ payments: [{ overdue: true }] });
    const { interest } = await shown();
    expect(interest.growingFen, "simple interest of six days on 1 200 000 at 5 %").toBe(98_630n);
    expect(await fall(deal, due)).toEqual({ settlement: "BREACH" });
  });
});
