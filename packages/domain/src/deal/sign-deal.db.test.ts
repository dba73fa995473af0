import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftedDeal, anOpenDeal, aSignedDeal, contractDraft } from "../../testing/deals.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "../shared/actor.ts";
import { SYSTEM } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { DealSigned, draftContract, missSigning, readDeal, signDeal } from "./index.ts";

describe("T6 deal: drafted and signed", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const sign = (actor: PersonActor, dealId: string, contractHash: string) => execute(db, signDeal, actor, { dealId, contractHash }, anOrigin());

  it("T6 deal.draft-contract: the template's text names parties, result and price, and gets a hash and instalments with references", async () => {
    const deal = await anOpenDeal(db);
    const draft = await contractDraft(db, deal, [{ inDays: 5, amount: "400000.00" }, { inDays: 60, amount: "800000.00" }]);
    expect(draft.contractText).toContain("大写：人民币壹佰贰拾万元整");
    const { contractHash, state } = await execute(db, draftContract, deal.seller, draft, anOrigin());
    expect([state, contractHash.length]).toEqual(["CONTRACTING", 64]);
    const shown = await read(db, readDeal, deal.buyer, { dealId: deal.dealId });
    expect(shown.payments.map(({ no, amountFen }) => [no, amountFen])).toEqual([[1, 40_000_000n], [2, 80_000_000n]]);
    expect(shown.payments[0]!.reference).toMatch(/^JK\d{12}$/);
    expect(shown.may).toMatchObject({ sign: true, draft: false });
  });

  it("T6 deal.draft-contract: all that is wrong is named at once", async () => {
    const deal = await anOpenDeal(db);
    const draft = await contractDraft(db, deal);
    const wrong = { ...draft, contractText: draft.contractText.replaceAll(deal.buyer.organisation!.name, "某公司"), instalments: [{ dueOn: draft.validFrom, amount: "1.00" }] };
    await expect(execute(db, draftContract, deal.seller, wrong, anOrigin())).rejects.toMatchObject({
      code: "DEAL_CONTRACT_NOT_FIT",
      fields: [{ path: "instalments", code: "DEAL_PLAN_SUM_DIFFERS" }, { path: "contractText", code: "DEAL_TEXT_LACKS_BUYER" }],
    });
    await expect(execute(db, draftContract, deal.seller, { ...draft, validTo: "2020-01-01" }, anOrigin())).rejects.toMatchObject({ fields: [{ path: "validTo" }] });
    await expect(execute(db, draftContract, deal.buyer, draft, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await execute(db, draftContract, deal.seller, draft, anOrigin());
    await expect(execute(db, draftContract, deal.seller, draft, anOrigin())).rejects.toMatchObject({ code: "CHANGED_MEANWHILE" });
  });

  it("T6 deal.sign: both sign the same hash, in whatever order; the last one concludes and tells registration everything", async () => {
    const { dealId, seller, buyer, noticeId, contractHash } = await aDraftedDeal(db);
    expect(await sign(buyer, dealId, contractHash)).toMatchObject({ signedByBoth: false, state: "CONTRACTING" });
    await expect(sign(buyer, dealId, contractHash)).rejects.toMatchObject({ code: "DEAL_ALREADY_SIGNED" });
    const { version } = await read(db, readDeal, seller, { dealId });
    const late = { ...(await contractDraft(db, { dealId, seller, price: "1200000.00" })), version };
    await expect(execute(db, draftContract, seller, late, anOrigin())).rejects.toMatchObject({ code: "DEAL_SOMEBODY_SIGNED" });
    expect(await sign(seller, dealId, contractHash)).toMatchObject({ signedByBoth: true, state: "SETTLING" });
    expect(await db.db.deal.findUniqueOrThrow({ where: { id: dealId } })).toMatchObject({ state: "SETTLING", settlement: "DUE" });
    expect((await db.db.publicNotice.findUniqueOrThrow({ where: { id: noticeId } })).state).toBe("USED");
    const [event] = await db.db.outboxEvent.findMany({ where: { type: "DealSigned", subjectId: dealId } });
    expect(DealSigned.payload.parse(event!.payload)).toMatchObject({ dealId, priceFen: "120000000", contractHash, tradeMode: "ASSIGNMENT", instalments: [{ no: 1, amountFen: "120000000" }] });
  });

  it("T6 deal.sign: never another text than the one read", async () => {
    const { dealId, seller, buyer, contractHash } = await aDraftedDeal(db);
    const draft = await contractDraft(db, { dealId, seller, price: "1200000.00" });
    const { contractHash: newer } = await execute(db, draftContract, seller, { ...draft, contractText: `${draft.contractText}\n\n补充约定：附件一为技术资料清单。` }, anOrigin());
    expect(newer).not.toBe(contractHash);
    await expect(sign(buyer, dealId, contractHash)).rejects.toMatchObject({ code: "DEAL_OTHER_TEXT" });
    await sign(buyer, dealId, newer);
    await expect(db.db.$executeRaw`update deal set contract_text = 'x' where id = ${dealId}::uuid`).rejects.toThrow(/has been signed/);
  });

  it("T6 deal.sign: both at the same moment conclude it once", async () => {
    const { dealId, seller, buyer, contractHash } = await aDraftedDeal(db);
    const outcomes = await Promise.all([sign(seller, dealId, contractHash), sign(buyer, dealId, contractHash)]);
    expect(outcomes.map(({ signedByBoth }) => signedByBoth).sort()).toEqual([false, true]);
    expect(await db.db.outboxEvent.count({ where: { type: "DealSigned", subjectId: dealId } })).toBe(1);
  });

  it("T6 deal.sign: only by its parties' officers and in time", async () => {
    const { dealId, seller, buyer, venue, contractHash } = await aDraftedDeal(db);
    await expect(sign(venue!.operator, dealId, contractHash)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(sign(await aPerson(db, await anOrganisation(db), ["BUYER", "SELLER"]), dealId, contractHash)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(sign(await aPerson(db, buyer.organisation!, ["ORG_ADMIN"]), dealId, contractHash)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: dealId } });
    await sign(seller, dealId, contractHash);
    await moveClockTo(db, signDueAt);
    await expect(sign(buyer, dealId, contractHash)).rejects.toMatchObject({ code: "DEAL_SIGNING_DEADLINE_OVER" });
    expect(await execute(db, missSigning, SYSTEM, { dealId, dueAt: signDueAt }, anOrigin())).toEqual({ state: "DEFAULTED" });
    expect(await execute(db, missSigning, SYSTEM, { dealId, dueAt: signDueAt }, anOrigin())).toEqual({ state: "DEFAULTED" });
    expect((await db.db.deal.findUniqueOrThrow({ where: { id: dealId } })).closedAt).toEqual(signDueAt);
  });

  it("T6 deal.miss-signing: nothing signed by the seller annuls it; a signed deal is left alone", async () => {
    const open = await anOpenDeal(db);
    const signed = await aSignedDeal(db);
    const due = await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: "deal.miss-signing", subjectId: signed.dealId } } });
    expect(due.doneAt).not.toBeNull();
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: open.dealId } });
    const miss = (dealId: string) => execute(db, missSigning, SYSTEM, { dealId, dueAt: signDueAt }, anOrigin());
    expect(await miss(open.dealId)).toEqual({ state: "AWARDED" });
    await moveClockTo(db, signDueAt);
    expect(await miss(open.dealId)).toEqual({ state: "ANNULLED" });
    expect(await miss(signed.dealId)).toEqual({ state: "SETTLING" });
    expect(await db.db.outboxEvent.count({ where: { type: "DealFailed", subjectId: open.dealId } })).toBe(1);
  });
});
