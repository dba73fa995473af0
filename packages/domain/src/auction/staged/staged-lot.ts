import { organisationOf } from "../../shared/actor.ts";
import { DomainError, refuse } from "../../shared/errors.ts";
import { step } from "../../shared/machine.ts";
import type { Context } from "../../shared/use-case.ts";
import type { Action } from "../../authorisation/table.ts";
import { announcementFrom } from "../announcement.ts";
import { AUCTION_DUE } from "../auction.due.ts";
import { AUCTION_MOVES, type AuctionState } from "../auction.machine.ts";
import { lockLot, logEntry, logOf, moveLot, type Lot, type LotChange } from "../auction.repository.ts";
import { concludeLot } from "../conclude-lot.ts";
import { entryOfRow } from "../log-row.ts";
import { isOpenAscending } from "../procedure-terms.schema.ts";
import type { ActEntry, Announcement, HaltEntry } from "../replay.rules.ts";
import { courseAtStart, currentRound, isUnderSeal, type Course } from "./course.ts";
import { advance, followStaged, shownOf } from "./replay-staged.ts";
import { stageEnd } from "./stage-end.ts";
import { tellStage } from "./tell-stage.ts";

/** A lot that runs in stages, under its lock: its row, and its course as the log gives it. */
export type StagedLot = { readonly lot: Lot; readonly course: Course };

/** The stage that a new procedure's row shows; none in the open ascending formats. */
export function stageAtStart(announcement: Announcement): { stage: string | null; stageRound: number; stageEndsAt: Date | null } {
  if (isOpenAscending(announcement.procedure?.format ?? "F1")) return { stage: null, stageRound: 0, stageEndsAt: null };
  const course = courseAtStart(announcement);
  return { stage: course.stage, stageRound: course.rounds.length, stageEndsAt: course.endsAt };
}

/** Reads the course of a lot from its log; without the lock only for showing it. */
export async function courseOf(tx: Parameters<typeof logOf>[0], lot: { readonly id: string; readonly announcement: unknown }): Promise<Course> {
  let course = courseAtStart(announcementFrom(lot.announcement));
  for (const entry of (await logOf(tx, lot.id)).map(entryOfRow)) {
    const next = followStaged(course, entry);
    if (!next) throw new Error(`line ${entry.sequence} of the log of ${lot.id} does not follow from its announcement`);
    course = next;
  }
  return course;
}

/** Locks a staged lot and ends every stage whose time is over, so that whoever comes finds it as the clock has it, however late the worker is. */
export async function lockStaged(ctx: Context, auctionId: string): Promise<StagedLot> {
  const lot = await lockLot(ctx.tx, auctionId);
  if (lot.stage === null) throw new DomainError("FORMAT_HAS_NO_STAGES", "refused");
  return catchUp(ctx, { lot, course: await courseOf(ctx.tx, lot) });
}

async function catchUp(ctx: Context, staged: StagedLot): Promise<StagedLot> {
  const now = ctx.clock.now();
  let current = staged;
  while (isRunning(current.lot.state) && now >= current.course.endsAt) {
    const end = stageEnd(current.course, current.course.endsAt);
    if (!end) break;
    current = await append(ctx, current, { kind: "STAGE_ENDED", at: current.course.endsAt, body: end.body });
  }
  return current;
}

const isRunning = (state: string): boolean => state === "OPEN_FREE" || state === "CLOSED";

type Unplaced<Entry> = Entry extends unknown ? Omit<Entry, "sequence" | "endsAt"> : never;

/** Writes the next line; a line that the rules do not give is a defect. */
export async function append(ctx: Context, { lot, course }: StagedLot, entry: Unplaced<ActEntry | HaltEntry>): Promise<StagedLot> {
  const numbered = { ...entry, sequence: course.sequence + 1, endsAt: course.endsAt };
  const advanced = advance(course, numbered);
  const placed = advanced && { ...numbered, endsAt: advanced.endsAt };
  const next = placed && followStaged(course, placed);
  if (!next) throw new Error(`the rules give no line ${entry.kind} after line ${course.sequence} of ${lot.id}`);
  const logged = await logEntry(ctx.tx, lot, placed);
  return { lot: { ...lot, ...logged }, course: next };
}

type Thawed = { readonly state: AuctionState } & Pick<LotChange, "frozenAt" | "faultAt" | "frozenReason" | "stateBeforeFreeze">;

/** Brings the lot's row to where its course is: state, stage, ends, what is shown; and concludes it when all is over. */
export async function saveStaged(ctx: Context, before: Lot, { lot, course }: StagedLot, thawed?: Thawed): Promise<AuctionState> {
  const shown = shownOf(course);
  const hasStage = course.overAt === undefined && course.haltedAt === undefined && course.stage !== "SCORING";
  if (hasStage) await ctx.due(AUCTION_DUE.endStage, lot.id, course.endsAt);
  else await ctx.notDue(AUCTION_DUE.endStage, lot.id);
  const stageRound = currentRound(course)?.no ?? 0;
  const isSameStage = before.stage === course.stage && before.stageRound === stageRound;
  const isSealed = isUnderSeal(course);
  if (isSealed && isSameStage && !thawed) return before.state; // an act within the stage is nobody else's business
  const change: LotChange = {
    // While anything is under seal the place in the log would tell how many bids there are; the head of the chain, which tells nothing, is shown.
    ...(isSealed && before.stage !== "DESCENDING" ? {} : { sequence: lot.sequence }),
    ...(isSealed && isSameStage ? {} : { chainHead: lot.chainHead }),
    stage: course.stage,
    stageRound,
    stageEndsAt: hasStage ? course.endsAt : null,
    endsAt: course.endsAt > before.endsAt ? course.endsAt : before.endsAt,
    currentFen: shown.priceFen ?? before.currentFen,
    leaderNo: shown.winner ?? null,
    acceptedCount: Math.max(before.acceptedCount, acceptedIn(course)),
  };
  const isEnding = course.overAt !== undefined && isRunning(before.state);
  if (isEnding) {
    const closed = before.state === "OPEN_FREE" ? step(AUCTION_MOVES, before.state, "close") : "CLOSED";
    const concluded = { ...lot, state: before.state, currentFen: course.winner?.priceFen ?? null, leaderNo: course.winner?.bidderNo ?? null };
    return concludeLot(ctx, concluded, closed, change, course.overAt);
  }
  const { state, ...frozen } = thawed ?? { state: isRunning(before.state) ? stateFor(before.state, course) : before.state };
  await moveLot(ctx.tx, before, state, { ...change, ...frozen });
  if (!isSameStage) await tellStage(ctx, lot, course);
  return state;
}

function stateFor(from: AuctionState, { stage }: Course): AuctionState {
  const wanted = stage === "SCORING" || stage === "REVEAL" ? "CLOSED" : "OPEN_FREE";
  if (wanted === from) return from;
  return step(AUCTION_MOVES, from, wanted === "CLOSED" ? "close" : "openNextRound");
}

/** What was openly bid; the number of sealed bids is told only when all is over, as before it would help collusion (§5.11). */
function acceptedIn({ rounds, taken, overAt }: Course): number {
  const sealed = overAt === undefined ? 0 : rounds.reduce((sum, { reveals }) => sum + reveals.size, 0);
  return sealed + (taken ? 1 : 0);
}

/** The admitted bidder for whom the caller acts. */
export async function actingBidder(ctx: Context, lot: Lot, action: Action): Promise<{ readonly bidderNo: string; readonly intentId: string }> {
  ctx.authorise({ ownerId: lot.listing.sellerId }, action);
  if (lot.state === "SCHEDULED") throw new DomainError("NOT_OPEN", "conflict");
  const buyerId = organisationOf(ctx.actor)?.id ?? "";
  const bidder = await ctx.tx.auctionBidder.findUnique({ where: { auctionId_buyerId: { auctionId: lot.id, buyerId } } });
  if (!bidder) throw new DomainError("BIDDER_NOT_ADMITTED", "forbidden");
  return bidder;
}

export async function demandDeposit(ctx: Context, { intentId }: { readonly intentId: string }): Promise<void> {
  const deposit = await ctx.tx.deposit.findUnique({ where: { intentId }, select: { state: true } });
  if (deposit !== null && deposit.state !== "LOCKED") refuse("DEPOSIT_NOT_LOCKED");
}
