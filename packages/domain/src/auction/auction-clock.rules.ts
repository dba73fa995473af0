import type { AuctionEvent } from "./auction.machine.ts";

/**
 * How the clock of an open ascending procedure runs (trading §5.4). TWO_PHASE: a free period, then a limited one that every bid
 * renews (default). ONE_PERIOD: one period with last-minutes extension (Court-Online 20). CONTEST: the land form (Fujian 33,
 * 40–42), where a limited period follows, after a pause, only if there was a contest in the last hour.
 */
export type ClockForm = "TWO_PHASE" | "ONE_PERIOD" | "CONTEST";

export type ClockTerms = {
  readonly clockForm: ClockForm;
  readonly freeStart: Date;
  readonly freeEnd: Date;
  /** W, 限时. */
  readonly windowSeconds: number;
  /** The last possible end; allowed only if announced. */
  readonly hardStop?: Date;
};

/** What was announced for pauses and outages (§5.4, §5.10), from the rules of the venue. */
export type ClockRules = { readonly pauseSeconds: number; readonly shortOutageSeconds: number; readonly restartNoticeHours: number };

/** What holds for lots announced before their announcement said it: the proposed defaults of §5.4 and §5.10. */
const UNANNOUNCED: ClockRules = { pauseSeconds: 900, shortOutageSeconds: 3_600, restartNoticeHours: 24 };

export function clockRulesOf({ procedure }: { readonly procedure?: { readonly clock?: ClockRules } }): ClockRules {
  return procedure?.clock ?? UNANNOUNCED;
}

const later = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);
const latest = (a: Date, b: Date): Date => (a > b ? a : b);
const earliest = (a: Date, b: Date): Date => (a < b ? a : b);

/** E before any bid. Two-phase: the free end plus one window; otherwise the free end itself. */
export function initialEnd(terms: ClockTerms): Date {
  return terms.clockForm === "TWO_PHASE" ? later(terms.freeEnd, terms.windowSeconds * 1_000) : terms.freeEnd;
}

/** A bid with t = E exactly is late (§5.4). The server's receipt time decides (Court-Online 20). */
export function isLate(receivedAt: Date, endsAt: Date): boolean {
  return receivedAt >= endsAt;
}

/**
 * `E := max(E, t + W)` for an accepted bid, never past an announced hard stop, never earlier than before. In the CONTEST form
 * the free period has a fixed end; only the limited period is renewed.
 */
export function endAfterBid(terms: ClockTerms, endsAt: Date, receivedAt: Date): Date {
  if (terms.clockForm === "CONTEST" && receivedAt < terms.freeEnd) return endsAt;
  const extended = later(receivedAt, terms.windowSeconds * 1_000);
  return latest(endsAt, terms.hardStop ? earliest(extended, terms.hardStop) : extended);
}

/** In the land form a limited period follows where two or more have bid in the last hour of the free one (Fujian 33). */
export const LAST_HOUR_MS = 3_600_000;

export function isContested(lastBids: ReadonlyMap<string, Date>, freeEnd: Date): boolean {
  return [...lastBids.values()].filter((at) => at.getTime() >= freeEnd.getTime() - LAST_HOUR_MS).length >= 2;
}

/** What happens at the free end. `contestants`: different bidders with an accepted bid in the last hour. */
export function whenFreePeriodEnds(facts: {
  readonly clockForm: ClockForm;
  readonly now: Date;
  readonly endsAt: Date;
  readonly contestants: number;
}): Extract<AuctionEvent, "openLimited" | "pause" | "close"> {
  if (facts.clockForm === "CONTEST") return facts.contestants >= 2 ? "pause" : "close";
  return facts.now < facts.endsAt ? "openLimited" : "close";
}

export type Outage = {
  readonly phase: "FREE" | "LIMITED";
  readonly clockForm: ClockForm;
  /** When the fault was reported; a pause that it fell into is no part of the outage. */
  readonly frozenAt: Date;
  readonly repairedAt: Date;
};

/** Where a frozen procedure goes on, and when bids are taken again (§5.10; Fujian 55, 58). */
export function resumption(
  outage: Outage,
  rules: ClockRules,
): { readonly event: Extract<AuctionEvent, "resumeFree" | "resumePause" | "resumeLimited">; readonly resumesAt: Date; readonly reopensAt: Date } {
  const isShort = outage.repairedAt.getTime() - outage.frozenAt.getTime() <= rules.shortOutageSeconds * 1_000;
  const resumesAt = isShort ? outage.repairedAt : later(outage.repairedAt, rules.restartNoticeHours * 3_600_000);
  if (outage.phase === "FREE") return { event: "resumeFree", resumesAt, reopensAt: resumesAt };
  // Only the land form has a pause to restart; elsewhere the countdown alone begins again.
  if (outage.clockForm !== "CONTEST") return { event: "resumeLimited", resumesAt, reopensAt: resumesAt };
  return { event: "resumePause", resumesAt, reopensAt: later(resumesAt, rules.pauseSeconds * 1_000) };
}

/**
 * The terms and the end after bids were shut out from `haltedAt` to `reopensAt`. In the free phase everything shifts by the
 * outage; in the limited phase the countdown starts again. A hard stop shifts with the outage, as no bidder may lose time.
 */
export function afterHalt<Terms extends ClockTerms>(
  terms: Terms,
  endsAt: Date,
  halt: { readonly haltedAt: Date; readonly reopensAt: Date },
): { readonly terms: Terms; readonly endsAt: Date } {
  const outage = halt.reopensAt.getTime() - halt.haltedAt.getTime();
  const hardStop = terms.hardStop ? later(terms.hardStop, outage) : undefined;
  if (halt.haltedAt < terms.freeEnd) {
    return { terms: { ...terms, hardStop, freeEnd: later(terms.freeEnd, outage) }, endsAt: later(endsAt, outage) };
  }
  return { terms: { ...terms, hardStop }, endsAt: latest(endsAt, later(halt.reopensAt, terms.windowSeconds * 1_000)) };
}
