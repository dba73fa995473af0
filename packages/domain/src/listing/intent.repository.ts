import { randomInt } from "node:crypto";
import type { Prisma } from "../generated/client.ts";
import { releaseDeposit } from "../deposit/index.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { INTENT_MOVES, type IntentEvent, type IntentState } from "./intent.machine.ts";
import { whenListingMoves } from "./intent.rules.ts";
import type { ListingEvent } from "./listing.machine.ts";
import { lockListing, type Listing } from "./listing.repository.ts";
import { tellBuyer } from "./tell.ts";

const WITH_BUYER = { buyer: { select: { id: true, name: true, creditCode: true } } } as const satisfies Prisma.IntentInclude;
export type Intent = Prisma.IntentGetPayload<{ include: typeof WITH_BUYER }>;

/** The intent and its listing under the listing's lock. */
export async function lockIntent(tx: Tx, id: string): Promise<{ readonly intent: Intent; readonly listing: Listing }> {
  const found = await tx.intent.findUnique({ where: { id }, select: { listingId: true } });
  if (!found) notFound("intent", id);
  const listing = await lockListing(tx, found.listingId);
  return { intent: await tx.intent.findUniqueOrThrow({ where: { id }, include: WITH_BUYER }), listing };
}

export function intentsOf(tx: Tx, listingId: string): Promise<Intent[]> {
  return tx.intent.findMany({ where: { listingId }, include: WITH_BUYER, orderBy: { id: "asc" } });
}

type Change = Omit<Prisma.IntentUncheckedUpdateManyInput, "state" | "version">;

export async function moveIntent(tx: Tx, { id, state, version }: Pick<Intent, "id" | "state" | "version">, event: IntentEvent, change: Change): Promise<IntentState> {
  const next = step(INTENT_MOVES, state, event);
  const { count } = await tx.intent.updateMany({ where: { id, state, version }, data: { ...change, state: next, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id });
  return next;
}

/** What a move of the listing does to everybody registered (trading §2.4); deposits of those released go back. */
export async function moveIntentsWith(ctx: Context, listing: Listing, event: ListingEvent, at: Date): Promise<void> {
  for (const intent of await intentsOf(ctx.tx, listing.id)) {
    const consequence = whenListingMoves(event, intent.state);
    if (consequence === "askReconfirm") {
      await moveIntent(ctx.tx, intent, "askReconfirm", {});
      await tellBuyer(ctx, listing, intent.buyerId, "intent.reconfirm");
    } else if (consequence === "release") {
      await releaseIntent(ctx, listing, intent, at);
    }
  }
}

/** Out of the procedure without fault, with the deposit. */
export async function releaseIntent(ctx: Context, listing: Listing, intent: Intent, at: Date): Promise<void> {
  await moveIntent(ctx.tx, intent, "release", { endedAt: at });
  await releaseDeposit(ctx, intent.id, "release", at);
  await tellBuyer(ctx, listing, intent.buyerId, "intent.released");
}

const FIRST_NUMBER = 1_000;
const LAST_NUMBER = 9_999;

/** A bidder number (竞买号) that says nothing about order or number of bidders. Called under the listing's lock. */
export async function newBidderNo(tx: Tx, listingId: string): Promise<number> {
  const given = await tx.intent.findMany({ where: { listingId, bidderNo: { not: null } }, select: { bidderNo: true } });
  const taken = new Set(given.map(({ bidderNo }) => bidderNo));
  for (;;) {
    const no = randomInt(FIRST_NUMBER, LAST_NUMBER + 1);
    if (!taken.has(no)) return no;
  }
}
