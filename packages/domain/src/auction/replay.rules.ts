import type { Fen } from "../shared/money.ts";
import { afterHalt, clockRulesOf, initialEnd, isContested } from "./auction-clock.rules.ts";
import { judgeBid, type BiddingTerms, type BidRefusal, type BidStanding } from "./bid.rules.ts";
import { answerOffer, endOffer, offeredAt, type Offer } from "./offer.rules.ts";
import type { ProcedureTerms } from "./procedure-terms.schema.ts";

/** The announcement as far as an outsider needs it to recompute the result. */
export type Announcement = BiddingTerms & {
  /** Numbers of bidders with a priority right, and their ranks. */
  readonly priorityRanks: Readonly<Record<string, number>>;
  /** Format and whatever else was announced; absent in the two open ascending formats as they were first announced. */
  readonly procedure?: ProcedureTerms;
};

type EntryBase = {
  /** 1, 2, 3 …; breaks equal timestamps (trading §5.4). */
  readonly sequence: number;
  readonly at: Date;
  /** E after this entry. */
  readonly endsAt: Date;
};

export type BidEntry = EntryBase & {
  readonly kind: "BID";
  readonly bidderNo: string;
  readonly amountFen: Fen;
  readonly verdict: "ACCEPTED" | "MATCHED" | "REFUSED";
  readonly reason?: BidRefusal;
  /** Made by the platform up to the bidder's secret limit (自动出价); judged like any other. */
  readonly automatic?: true;
};

/** Bids were shut out (a fault, or the pause of the land form) and let in again. */
export type HaltEntry = EntryBase & { readonly kind: "HALTED" | "REOPENED" };

/** The acts beside bids: those of priority holders after the close, and those of the procedures in stages. */
export const ACT_KINDS = ["OFFERED", "ANSWERED", "OFFER_ENDED", "COMMITTED", "SCORED", "LAID_OPEN", "REVEALED", "TAKEN", "BEST", "STAGE_ENDED"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** An act says what it says in its body, as text by name. */
export type ActEntry = EntryBase & {
  readonly kind: ActKind;
  readonly bidderNo?: string;
  readonly amountFen?: Fen;
  readonly verdict?: "ACCEPTED" | "REFUSED";
  readonly reason?: string;
  readonly body: Readonly<Record<string, string>>;
};

/** One line of the bid log, §9.7. */
export type LogEntry = BidEntry | HaltEntry | ActEntry;

export type Replay = {
  readonly winner?: string;
  readonly priceFen?: Fen;
  readonly endsAt: Date;
  /** The first line that the rules do not give; everything else here is the standing before it. */
  readonly firstBadEntry?: number;
  /** The land form after a contest whose limited period is not in the log: a result declared from it came too early. */
  readonly owesLimitedPeriod?: true;
};

/** Refusals that rest on facts about the bidder which the log does not show; they never change price or clock. */
const PERSONAL_REASONS: ReadonlySet<BidRefusal> = new Set<BidRefusal>(["NOT_ADMITTED", "DEPOSIT_NOT_LOCKED", "BARRED"]);

/** The procedure between two lines of its log. */
type Course = { readonly terms: Announcement; readonly standing: BidStanding; readonly haltedAt?: Date; readonly reopensFrom?: Date; readonly lastBids: ReadonlyMap<string, Date>; readonly offer?: Offer; readonly lastAt: Date; readonly sequence: number };

/** The course after one line, or undefined when the rules do not give that line. */
function follow(course: Course, entry: LogEntry): Course | undefined {
  if (entry.sequence !== course.sequence + 1 || entry.at < course.lastAt) return undefined;
  const next = advance(course, entry);
  const endsAsWritten = next?.standing.endsAt.getTime() === entry.endsAt.getTime();
  return next && endsAsWritten ? { ...next, lastAt: entry.at, sequence: entry.sequence } : undefined;
}

function advance(course: Course, entry: LogEntry): Course | undefined {
  const { terms, standing, haltedAt } = course;
  switch (entry.kind) {
    case "HALTED": {
      if (haltedAt) return undefined;
      if (entry.at < standing.endsAt) return { ...course, haltedAt: entry.at };
      // From E on there is nothing to halt, but the land form has its pause at the free end, which is its E, after a contest.
      return owesLimitedPeriod(course) ? { ...course, haltedAt: terms.freeEnd, reopensFrom: new Date(terms.freeEnd.getTime() + clockRulesOf(terms).pauseSeconds * 1_000) } : undefined;
    }
    case "REOPENED": {
      if (!haltedAt || (course.reopensFrom && entry.at < course.reopensFrom)) return undefined;
      const shifted = afterHalt(terms, standing.endsAt, { haltedAt, reopensAt: entry.at });
      return { ...course, terms: shifted.terms, standing: { ...standing, endsAt: shifted.endsAt }, haltedAt: undefined, reopensFrom: undefined };
    }
    case "BID": {
      if (entry.verdict === "REFUSED" && entry.reason && PERSONAL_REASONS.has(entry.reason)) return course;
      const bidder = { isAdmitted: true, isDepositLocked: true, isBarred: false, priorityRank: terms.priorityRanks[entry.bidderNo] };
      const bid = { bidderNo: entry.bidderNo, amountFen: entry.amountFen, receivedAt: entry.at };
      const verdict = judgeBid(terms, standing, bidder, bid, haltedAt === undefined);
      const reason = verdict.kind === "REFUSED" ? verdict.reason : undefined;
      if (verdict.kind !== entry.verdict || reason !== entry.reason) return undefined;
      return { ...course, standing: verdict.standing, lastBids: lastBidsAfter(course, entry) };
    }
    case "OFFERED": {
      const offer = course.offer ? undefined : offeredAt(terms, standing, entry);
      return offer && { ...course, offer };
    }
    case "ANSWERED": {
      const offer = course.offer && answerOffer(course.offer, entry);
      return offer && { ...course, offer };
    }
    case "OFFER_ENDED": {
      const taker = course.offer && endOffer(course.offer, entry);
      if (!taker) return undefined;
      return { ...course, standing: taker.bidderNo === undefined ? standing : { ...standing, leader: taker.bidderNo }, offer: { ...course.offer!, isOver: true } };
    }
    default:
      return undefined; // an act of another procedure
  }
}

/** Who has bid when; kept for the land form alone, where the end of the free period asks for it. */
function lastBidsAfter({ terms, lastBids }: Course, { verdict, bidderNo, at }: BidEntry): Course["lastBids"] {
  return terms.clockForm === "CONTEST" && verdict !== "REFUSED" && at < terms.freeEnd ? new Map(lastBids).set(bidderNo, at) : lastBids;
}

/** The land form after a contest: its limited period has not been run yet. */
function owesLimitedPeriod({ terms, standing, lastBids }: Course): boolean {
  return terms.clockForm === "CONTEST" && standing.endsAt.getTime() === terms.freeEnd.getTime() && isContested(lastBids, terms.freeEnd);
}

/** Recomputes the result of an open ascending procedure from its announcement and log (§9.7): anyone can do this. */
export function replay(announcement: Announcement, log: readonly LogEntry[]): Replay {
  let course: Course = { terms: announcement, standing: { endsAt: initialEnd(announcement) }, lastBids: new Map(), lastAt: new Date(0), sequence: 0 };
  let firstBadEntry: number | undefined;
  for (const entry of log) {
    const next = follow(course, entry);
    if (!next) {
      firstBadEntry = course.sequence + 1;
      break;
    }
    course = next;
  }
  const { leader, currentFen, endsAt } = course.standing;
  return { winner: leader, priceFen: currentFen, endsAt, firstBadEntry, ...(course.haltedAt === undefined && owesLimitedPeriod(course) ? { owesLimitedPeriod: true } : {}) };
}
