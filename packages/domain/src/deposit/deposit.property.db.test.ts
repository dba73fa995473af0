import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aListedListing, aQualifiedIntent, aSeller, aVenue, type PublishedListing, type TestVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { aPublishedResult } from "../../testing/results.ts";
import type { DepositState } from "../generated/enums.ts";
import { sumOfBook } from "../ledger/index.ts";
import { SYSTEM, type Actor, type PersonActor } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { execute, parseInput, runInTransaction } from "../shared/execute.ts";
import { defineUseCase, type Context, type UseCase } from "../shared/use-case.ts";
import { z } from "zod";
import { applyDeposit, distributeForfeit, forfeitDeposit, forfeitWaterfall, keepAsReserve, lockDeposits, payDeposit, receivePayment, refundDeposit, releaseDeposit } from "./index.ts";
import { DEPOSIT_MOVES } from "./deposit.machine.ts";
import { finalStates } from "../shared/machine.ts";
import { readDomainTime } from "../shared/domain-clock.ts";

let db: TestDatabase;
let venue: TestVenue;
let seller: PersonActor;
beforeAll(async () => {
  db = await testDatabase();
  venue = await aVenue(db);
  seller = await aSeller(db);
});
afterAll(() => db.drop());

/** What later features do, made callable as an act of the system. */
function asAct(work: (ctx: Context, intentId: string) => Promise<unknown>): UseCase<{ intentId: string }, object> {
  return defineUseCase("deposit.refund", z.object({ intentId: z.uuid() }), async (ctx, { intentId }) => {
    ctx.authorise();
    await work(ctx, intentId);
    ctx.record({ type: "deposit", id: intentId });
    return {};
  });
}

const lotOfIntent = async (ctx: Context, id: string): Promise<string> => (await ctx.tx.intent.findUniqueOrThrow({ where: { id } })).listingId;
const waterfall = (depositFen: bigint) =>
  forfeitWaterfall({ depositFen, buyerCommissionFen: 100_000n, sellerCommissionFen: 100_000n, firstPriceFen: 3_000_000n, resalePriceFen: 2_500_000n, surplusRule: "TO_BIDDER" });

const MOVES = {
  lock: asAct(async (ctx, id) => lockDeposits(ctx, await lotOfIntent(ctx, id))),
  leave: asAct((ctx, id) => releaseDeposit(ctx, id, "withdraw")),
  lose: asAct((ctx, id) => releaseDeposit(ctx, id, "lose")),
  release: asAct((ctx, id) => releaseDeposit(ctx, id, "release")),
  standBy: asAct((ctx, id) => keepAsReserve(ctx, id, "standBy")),
  stepDown: asAct((ctx, id) => releaseDeposit(ctx, id, "stepDown")),
  promote: asAct((ctx, id) => keepAsReserve(ctx, id, "promote")),
  apply: asAct(applyDeposit),
  forfeit: asAct(forfeitDeposit),
  distribute: asAct(async (ctx, id) => distributeForfeit(ctx, id, waterfall((await ctx.tx.deposit.findUniqueOrThrow({ where: { intentId: id } })).amountFen))),
} as const;

const PAYMENTS = ["pay", "transfer", "repeatTransfer", "shortTransfer", "strangerTransfer", "refund"] as const;
type Doing = keyof typeof MOVES | (typeof PAYMENTS)[number];
/** How an act goes: through, killed before its commit, or sent twice at once. */
type Fate = "done" | "killed" | "twice";

const history = fc.array(
  fc.record({
    bidder: fc.integer({ min: 0, max: 2 }),
    doing: fc.constantFrom<Doing>(...PAYMENTS, ...(Object.keys(MOVES) as (keyof typeof MOVES)[])),
    fate: fc.constantFrom<Fate>("done", "done", "done", "killed", "twice"),
  }),
  { minLength: 8, maxLength: 30 },
);

type Bidder = { readonly intentId: string; readonly depositId: string; readonly buyer: PersonActor };
type Call = { readonly useCase: UseCase<never, unknown>; readonly actor: Actor; readonly input: unknown };
class Killed extends Error {}

let transfers = 0;
const lastReference = new Map<string, string>();

async function callOf(doing: Doing, bidder: Bidder): Promise<Call | null> {
  const call = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Call => ({ useCase: useCase as unknown as Call["useCase"], actor, input });
  const deposit = await db.db.deposit.findUniqueOrThrow({ where: { id: bidder.depositId }, include: { payer: true } });
  const transfer = async (bankReference: string, payerName: string, amount: string): Promise<Call> =>
    call(receivePayment, venue.finance, { bankReference, reference: deposit.reference, payerName, payerAccount: "6222", amount, receivedAt: (await readDomainTime(db.db, "test")).toISOString() });
  switch (doing) {
    case "pay":
      return call(payDeposit, bidder.buyer, { depositId: bidder.depositId });
    case "transfer":
      transfers += 1;
      lastReference.set(bidder.depositId, `P${transfers}`);
      return transfer(`P${transfers}`, deposit.payer.name, "130000");
    case "repeatTransfer":
      return lastReference.has(bidder.depositId) ? transfer(lastReference.get(bidder.depositId)!, deposit.payer.name, "130000") : null;
    case "shortTransfer":
      transfers += 1;
      return transfer(`P${transfers}`, deposit.payer.name, "0.01");
    case "strangerTransfer":
      transfers += 1;
      return transfer(`P${transfers}`, "无关公司", "130000");
    case "refund": {
      const refund = await db.db.paymentRefund.findFirst({ where: { state: "ORDERED", receipt: { provider: "simulated" } } });
      return refund && call(refundDeposit, SYSTEM, { refundId: refund.id });
    }
    default:
      return call(MOVES[doing], SYSTEM, { intentId: bidder.intentId });
  }
}

/** Lets it happen; refusals are part of a history, anything else is a defect. */
async function happen({ useCase, actor, input }: Call, fate: Fate): Promise<void> {
  const once = () => execute(db, useCase, actor, input, anOrigin());
  const killed = () =>
    db.db.$transaction(async (tx) => {
      await runInTransaction(db, tx, useCase, actor, parseInput(useCase.input, input), anOrigin());
      throw new Killed();
    });
  const done = await Promise.allSettled(fate === "killed" ? [killed()] : fate === "twice" ? [once(), once()] : [once()]);
  for (const outcome of done) {
    if (outcome.status === "rejected" && !(outcome.reason instanceof DomainError) && !(outcome.reason instanceof Killed)) throw outcome.reason;
  }
}

type Sums = { kind: string; fen: bigint }[];

/** Trading §4.3, read from the book and the rows by two ways that share nothing. */
async function invariantsHold(listing: PublishedListing): Promise<void> {
  expect(await sumOfBook(db.db)).toBe(0n);
  // What left or stayed, by the kind of posting, on the segregated account of the lot.
  const moved = await db.db.$queryRaw<Sums>`
    select t.kind, sum(e.amount_fen)::bigint as fen from ledger_entry e join ledger_account a on a.id = e.account_id join ledger_transaction t on t.id = e.transaction_id
    where a.kind = 'DEPOSIT_HELD' and a.purpose = ${listing.id} group by t.kind`;
  const of = (kind: string): bigint => moved.find((row) => row.kind === kind)?.fen ?? 0n;
  const [held] = await db.db.$queryRaw<{ fen: bigint }[]>`
    select coalesce(sum(e.amount_fen), 0)::bigint as fen from ledger_entry e join ledger_account a on a.id = e.account_id where a.kind = 'DEPOSIT_HELD' and a.purpose = ${listing.id}`;
  expect(of("DEPOSIT_RECEIVED")).toBe(held!.fen - of("DEPOSIT_REFUNDED") - of("DEPOSIT_APPLIED") - of("FORFEIT_DISTRIBUTED"));
  // What the rows say is there: deposits not yet gone, and strays not yet sent back.
  const present: DepositState[] = ["HELD", "LOCKED", "STANDBY", "FORFEITED", "REFUNDING"];
  const deposits = await db.db.deposit.findMany({ where: { intent: { listingId: listing.id }, state: { in: present } } });
  const strays = await db.db.paymentRefund.findMany({ where: { purpose: listing.id, depositId: null, state: "ORDERED" } });
  expect([...deposits, ...strays].reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(held!.fen);
  // Nobody's account is overdrawn: a bank account never below nothing, nobody paid more than he is owed.
  const overdrawn = await db.db.$queryRaw<unknown[]>`
    select a.kind from ledger_entry e join ledger_account a on a.id = e.account_id where a.purpose = ${listing.id} group by a.id, a.kind
    having (a.kind in ('DEPOSIT_HELD', 'BANK_SETTLEMENT') and sum(e.amount_fen) < 0) or (a.kind in ('BIDDER_DEPOSIT', 'FORFEIT') and sum(e.amount_fen) > 0)`;
  expect(overdrawn).toEqual([]);
}

describe("T6 deposit: random histories (trading §4.3)", () => {
  it("money is never lost or made, whatever is repeated, refused or killed; a deposit has one end", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        const { resultId } = await aPublishedResult(db, { seller });
        const listing = await aListedListing(db, { venue, seller, resultId });
        const bidders: Bidder[] = [];
        for (let i = 0; i < 3; i += 1) {
          const { id, depositId, buyer } = await aQualifiedIntent(db, listing);
          bidders.push({ intentId: id, depositId, buyer });
        }
        const ended = new Map<string, string>();
        for (const { bidder, doing, fate } of acts) {
          const call = await callOf(doing, bidders[bidder]!);
          if (call) await happen(call, fate);
          for (const { id, state } of await db.db.deposit.findMany({ where: { intent: { listingId: listing.id } } })) {
            if (ended.has(id)) expect(state).toBe(ended.get(id));
            if ((finalStates(DEPOSIT_MOVES) as string[]).includes(state)) ended.set(id, state);
          }
        }
        await invariantsHold(listing);
      }),
      { numRuns: 12 },
    );
  });
});
