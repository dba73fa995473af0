import type { AuctionModel, BidLogEntryModel } from "../generated/models.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import type { AuctionState } from "./auction.machine.ts";
import { chainEntry } from "./auction.chain.ts";
import type { LogEntry } from "./replay.rules.ts";

export type Lot = AuctionModel & { readonly listing: { readonly id: string; readonly no: string; readonly sellerId: string; readonly venueId: string; readonly termsVersion: number; readonly resultId: string; readonly divisionCode: string; readonly result: { readonly title: string; readonly state: string } } };

const LISTING = { id: true, no: true, sellerId: true, venueId: true, termsVersion: true, resultId: true, divisionCode: true, result: { select: { title: true, state: true } } } as const;

/** Takes the lot's lock for the transaction and reads it: whoever decides anything about a lot does so under this lock. */
export async function lockLot(tx: Tx, auctionId: string): Promise<Lot> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id::text from auction where id = ${auctionId}::uuid for update`;
  if (locked.length === 0) notFound("auction", auctionId);
  const lot = await tx.auction.findUniqueOrThrow({ where: { id: auctionId }, include: { listing: { select: LISTING } } });
  return lot.stage === null ? lot : { ...lot, ...(await lastPlace(tx, lot)) };
}

/** Where the log really stands. A staged lot's row says less while bids are sealed, so that nobody can count them by watching it. */
async function lastPlace(tx: Tx, { id, sequence, chainHead }: AuctionModel): Promise<Pick<AuctionModel, "sequence" | "chainHead">> {
  const last = await tx.bidLogEntry.findFirst({ where: { auctionId: id }, orderBy: { sequence: "desc" }, select: { sequence: true, hash: true } });
  return last === null ? { sequence, chainHead } : { sequence: last.sequence, chainHead: last.hash };
}

export type LotChange = Partial<Pick<AuctionModel, "freeEndsAt" | "endsAt" | "hardStopsAt" | "frozenAt" | "faultAt" | "frozenReason" | "stateBeforeFreeze" | "closedAt" | "reserveMet" | "sequence" | "chainHead" | "currentFen" | "leaderNo" | "acceptedCount" | "stage" | "stageRound" | "stageEndsAt" | "priorityDueAt" | "standbyNo" | "presiderId" | "presiderName" | "presiderLicence">>;

/** Moves the lot on; the version tells watchers that something but a bid has happened. */
export async function moveLot(tx: Tx, lot: Lot, state: AuctionState, change: LotChange = {}): Promise<void> {
  const { count } = await tx.auction.updateMany({
    where: { id: lot.id, version: lot.version },
    data: { ...change, state, version: { increment: 1 } },
  });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
}

type Unnumbered<Entry> = Entry extends unknown ? Omit<Entry, "sequence"> : never;
type Place = Pick<AuctionModel, "id" | "sequence" | "chainHead">;

/** Writes the next line of the lot's log, under the lot's lock; returns what the lot's row has to take over. */
export async function logEntry(tx: Tx, lot: Place, entry: Unnumbered<LogEntry>): Promise<Pick<AuctionModel, "sequence" | "chainHead">> {
  const chained = chainEntry(lot.chainHead, { ...entry, sequence: lot.sequence + 1 });
  const ofBidder = "bidderNo" in chained || "amountFen" in chained ? chained : undefined;
  await tx.bidLogEntry.create({
    data: {
      auctionId: lot.id,
      sequence: chained.sequence,
      kind: chained.kind,
      bidderNo: ofBidder?.bidderNo ?? null,
      amountFen: ofBidder?.amountFen ?? null,
      verdict: ("verdict" in chained ? chained.verdict : undefined) ?? null,
      reason: ("reason" in chained ? chained.reason : undefined) ?? null,
      receivedAt: chained.at,
      endsAtAfter: chained.endsAt,
      ...("body" in chained ? { body: chained.body } : {}),
      previousHash: chained.previousHash,
      hash: chained.hash,
    },
  });
  return { sequence: chained.sequence, chainHead: chained.hash };
}

export function logOf(tx: Pick<Tx, "bidLogEntry">, auctionId: string, after = 0): Promise<BidLogEntryModel[]> {
  return tx.bidLogEntry.findMany({ where: { auctionId, sequence: { gt: after } }, orderBy: { sequence: "asc" } });
}
