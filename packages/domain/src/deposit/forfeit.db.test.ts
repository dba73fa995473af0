import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aSoleBuyerDeal, signedBy, type ListedDeal } from "../../testing/deals.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPerson } from "../../testing/people.ts";
import { distributeForfeitedDeposit, missSigning } from "../deal/index.ts";
import { balanceOf, sumOfBook } from "../ledger/index.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { appealForfeit, decideForfeit, listForfeits, readForfeit, refundDeposit, remindOfRuling, ruleForfeit } from "./index.ts";

const REASON = "受让方在签约期限内无正当理由拒不签约，经两次书面催告未果。";

describe("T6 deposit: the decision that it is not returned", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const stateOf = async (id: string) => (await db.db.deposit.findUniqueOrThrow({ where: { id } })).state;
  const decide = ({ depositId, listing }: ListedDeal) => run(decideForfeit, listing.venue.operator, { depositId, ground: "REFUSED_TO_SIGN", reason: REASON });
  const rule = ({ depositId, listing }: ListedDeal, ruling: "UPHELD" | "REVOKED", actor: Actor = listing.venue.reviewer) => run(ruleForfeit, actor, { depositId, ruling, reason: "经复核，决定事实清楚、程序合规。" });
  const balance = (deal: ListedDeal, kind: "DEPOSIT_HELD" | "FORFEIT" | "VENUE_FEE" | "BIDDER_DEPOSIT", owner = deal.listing.id) => balanceOf(db.db, deal.listing.id, { kind, owner });

  /** The seller has signed, the buyer has let the deadline pass. */
  async function aDefaultedDeal(): Promise<ListedDeal> {
    const deal = await aSoleBuyerDeal(db);
    await signedBy(db, deal, [deal.seller]);
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    await moveClockTo(db, signDueAt);
    expect(await run(missSigning, SYSTEM, { dealId: deal.dealId, dueAt: signDueAt })).toEqual({ state: "DEFAULTED" });
    return deal;
  }

  it("T6 deposit.decide-forfeit: reasoned, appealed, upheld by another person after the window, and shared out as §4.4 says", async () => {
    const deal = await aDefaultedDeal();
    const { appealEndsAt } = await decide(deal);
    await expect(decide(deal)).rejects.toMatchObject({ code: "FORFEIT_DECIDED_ALREADY" });
    await run(appealForfeit, deal.buyer, { depositId: deal.depositId, appeal: "因上级审批延误未能按期签约，请求酌情处理。" });
    await expect(run(appealForfeit, deal.buyer, { depositId: deal.depositId, appeal: "再次请求酌情处理，谢谢。" })).rejects.toMatchObject({ code: "FORFEIT_APPEALED_ALREADY" });
    await expect(rule(deal, "UPHELD")).rejects.toMatchObject({ code: "FORFEIT_APPEAL_WINDOW_OPEN" });
    await moveClockTo(db, appealEndsAt);
    await run(remindOfRuling, SYSTEM, { depositId: deal.depositId });
    const rulings = await Promise.allSettled([rule(deal, "UPHELD"), rule(deal, "UPHELD")]);
    expect(rulings.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stateOf(deal.depositId)).toBe("FORFEITED");
    expect(await balance(deal, "FORFEIT")).toBe(-12_000_000n);

    const distribute = (resale: string) => run(distributeForfeitedDeposit, deal.listing.venue.finance, { depositId: deal.depositId, resale, reason: "转让方决定不再出售。" });
    await expect(distribute("SOLD")).rejects.toMatchObject({ code: "FORFEIT_NO_RESALE" });
    // 3 % of 100 万 and 2 % of 25 万 make 3.5 万, which the tariff leaves to the seller: 3.5 万 of costs out of 12 万; the rest is the seller's by the rule announced.
    const both = await Promise.allSettled([distribute("NONE"), distribute("NONE")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "fulfilled")).toMatchObject({ value: { toCostsFen: 3_500_000n, toShortfallFen: 0n, surplusToSellerFen: 8_500_000n, surplusToBidderFen: 0n, claimFen: 0n } });
    expect(await stateOf(deal.depositId)).toBe("DISTRIBUTED");
    expect([await balance(deal, "DEPOSIT_HELD"), await balance(deal, "FORFEIT"), await balance(deal, "VENUE_FEE", deal.listing.venue.id)]).toEqual([0n, 0n, -3_500_000n]);
    expect(await sumOfBook(db.db)).toBe(0n);
    expect(await read(db, readForfeit, deal.buyer, { depositId: deal.depositId })).toMatchObject({ ruling: "UPHELD", state: "DISTRIBUTED", distribution: { claimFen: "0" }, may: { appeal: false } });
  });

  it("T6 deposit.rule-forfeit: revoked at any time, and then the money goes back to its account", async () => {
    const deal = await aDefaultedDeal();
    await decide(deal);
    await rule(deal, "REVOKED");
    expect(await stateOf(deal.depositId)).toBe("REFUNDING");
    const refund = await db.db.paymentRefund.findUniqueOrThrow({ where: { depositId: deal.depositId }, include: { receipt: true } });
    expect(refund.dueAt.getTime() - refund.orderedAt.getTime()).toBeLessThanOrEqual(24 * 3_600_000);
    await run(refundDeposit, SYSTEM, { refundId: refund.id });
    expect(await stateOf(deal.depositId)).toBe("REFUNDED");
    await expect(rule(deal, "UPHELD")).rejects.toMatchObject({ code: "FORFEIT_RULED_ALREADY" });
  });

  it("T6 deposit.rule-forfeit: never by the one who decided, never by another venue, and only what is locked can be kept", async () => {
    const deal = await aDefaultedDeal();
    const both = await aPerson(db, deal.listing.venue.operator.organisation!, ["VENUE_OPERATOR", "VENUE_REVIEWER"]);
    await run(decideForfeit, both, { depositId: deal.depositId, ground: "REFUSED_TO_SIGN", reason: REASON });
    await expect(rule(deal, "REVOKED", both)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const other = await aDefaultedDeal();
    await expect(rule(deal, "REVOKED", other.listing.venue.reviewer)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await rule(deal, "REVOKED");
    await expect(decide({ ...deal, depositId: deal.depositId })).rejects.toMatchObject({ code: "FORFEIT_DECIDED_ALREADY" });
    await expect(run(distributeForfeitedDeposit, deal.listing.venue.finance, { depositId: deal.depositId, resale: "NONE", reason: "不再出售。" })).rejects.toMatchObject({ code: "FORFEIT_NOT_UPHELD" });
  });

  it("T6 deposit: surplus to the bidder and interest follow the rules in force at the announcement", async () => {
    const probe = await aSoleBuyerDeal(db, { promise: { forfeitSurplus: "TO_BIDDER" } });
    const venueId = probe.listing.venue.id;
    const set = (key: string, value: object) => db.db.parameter.create({ data: { key, scope: venueId, version: 1, effectiveFrom: new Date("2020-01-01T00:00:00Z"), value, reason: "测试" } });
    await set("deposit.forfeit", { version: "venue-1", appealWorkingDays: 3 });
    await set("deposit.interest", { version: "venue-1", kind: "CURRENT", rateBp: 36 });
    await set("deposit.refund", { version: "venue-1", kind: "WORKING_DAYS", days: 3 });
    await signedBy(db, probe, [probe.seller]);
    const { signDueAt } = await db.db.deal.findUniqueOrThrow({ where: { id: probe.dealId } });
    await moveClockTo(db, signDueAt);
    await run(missSigning, SYSTEM, { dealId: probe.dealId, dueAt: signDueAt });
    const { appealEndsAt } = await decide(probe);
    await moveClockTo(db, appealEndsAt);
    await rule(probe, "UPHELD");
    await run(distributeForfeitedDeposit, probe.listing.venue.finance, { depositId: probe.depositId, resale: "NONE", reason: "不再出售。" });
    expect(await balance(probe, "BIDDER_DEPOSIT", probe.buyer.organisation!.id)).toBe(-8_500_000n);
    const surplus = await db.db.paymentRefund.findFirstOrThrow({ where: { purpose: probe.listing.id } });
    expect(surplus).toMatchObject({ amountFen: 8_500_000n, reason: "surplus", depositId: null });
    await run(refundDeposit, SYSTEM, { refundId: surplus.id });
    expect(await balance(probe, "DEPOSIT_HELD")).toBe(0n);

    const second = await aSoleBuyerDeal(db, { venue: probe.listing.venue });
    await signedBy(db, second, [second.seller]);
    const late = await db.db.deal.findUniqueOrThrow({ where: { id: second.dealId } });
    await moveClockTo(db, late.signDueAt);
    await run(missSigning, SYSTEM, { dealId: second.dealId, dueAt: late.signDueAt });
    await decide(second);
    await rule(second, "REVOKED");
    const refund = await db.db.paymentRefund.findUniqueOrThrow({ where: { depositId: second.depositId } });
    const { heldAt } = await db.db.deposit.findUniqueOrThrow({ where: { id: second.depositId } });
    const days = BigInt(Math.round((Date.parse(`${new Date(refund.orderedAt.getTime() + 28_800_000).toISOString().slice(0, 10)}T00:00:00Z`) - Date.parse(`${new Date(heldAt!.getTime() + 28_800_000).toISOString().slice(0, 10)}T00:00:00Z`)) / 86_400_000));
    expect(days).toBeGreaterThan(10n);
    expect(refund.interestFen).toBe((12_000_000n * 36n * days) / 3_600_000n);
    expect(refund.amountFen).toBe(12_000_000n + refund.interestFen);
    expect(refund.dueAt.getTime() - refund.orderedAt.getTime()).toBeGreaterThan(2 * 86_400_000);
    await run(refundDeposit, SYSTEM, { refundId: refund.id });
    expect(await balance(second, "DEPOSIT_HELD")).toBe(0n);
    expect(await sumOfBook(db.db)).toBe(0n);
  });

  it("T6 deposit.list-forfeits: open ones and done ones, for the venue's people", async () => {
    const deal = await aDefaultedDeal();
    await decide(deal);
    const { venue } = deal.listing;
    expect((await read(db, listForfeits, venue.reviewer, { view: "open" })).items).toMatchObject([{ depositId: deal.depositId, ground: "REFUSED_TO_SIGN" }]);
    expect((await read(db, listForfeits, venue.finance, { view: "done" })).items).toEqual([]);
    await expect(read(db, listForfeits, deal.buyer, {})).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});
