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

/** Bounds and defaults that a venue fixes for its clock. */
export type ClockParameters = {
  readonly version: string;
  readonly windowMinSeconds: number;
  readonly windowMaxSeconds: number;
  /** Court-Online 20: an online auction runs at least 24 hours. Applies to ONE_PERIOD. */
  readonly onePeriodMinHours: number;
  readonly pauseSeconds: number;
  /** An outage up to this long resumes at once; a longer one needs notice (Fujian 55, 58). */
  readonly shortOutageSeconds: number;
  readonly restartNoticeHours: number;
};

/** Proposed defaults, §5.4 and §5.10. */
export const DEFAULT_CLOCK_PARAMETERS: ClockParameters = {
  version: "default-2025-1",
  windowMinSeconds: 120,
  windowMaxSeconds: 600,
  onePeriodMinHours: 24,
  pauseSeconds: 900,
  shortOutageSeconds: 3_600,
  restartNoticeHours: 24,
};

const later = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);
const latest = (a: Date, b: Date): Date => (a > b ? a : b);
const earliest = (a: Date, b: Date): Date => (a < b ? a : b);

export function clockRefusal(
  terms: ClockTerms,
  parameters: ClockParameters = DEFAULT_CLOCK_PARAMETERS,
): "ENDS_BEFORE_START" | "WINDOW_OUT_OF_RANGE" | "PERIOD_TOO_SHORT" | "HARD_STOP_TOO_EARLY" | undefined {
  if (terms.freeEnd <= terms.freeStart) return "ENDS_BEFORE_START";
  if (terms.windowSeconds < parameters.windowMinSeconds || terms.windowSeconds > parameters.windowMaxSeconds) return "WINDOW_OUT_OF_RANGE";
  if (terms.clockForm === "ONE_PERIOD" && terms.freeEnd < later(terms.freeStart, parameters.onePeriodMinHours * 3_600_000)) return "PERIOD_TOO_SHORT";
  return terms.hardStop !== undefined && terms.hardStop < initialEnd(terms) ? "HARD_STOP_TOO_EARLY" : undefined;
}

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
  readonly frozenAt: Date;
  readonly repairedAt: Date;
};

/** Where a frozen procedure goes on, and when bids are taken again (§5.10; Fujian 55, 58). */
export function resumption(
  outage: Outage,
  parameters: ClockParameters = DEFAULT_CLOCK_PARAMETERS,
): { readonly event: Extract<AuctionEvent, "resumeFree" | "resumePause" | "resumeLimited">; readonly resumesAt: Date; readonly reopensAt: Date } {
  const isShort = outage.repairedAt.getTime() - outage.frozenAt.getTime() <= parameters.shortOutageSeconds * 1_000;
  const resumesAt = isShort ? outage.repairedAt : later(outage.repairedAt, parameters.restartNoticeHours * 3_600_000);
  if (outage.phase === "FREE") return { event: "resumeFree", resumesAt, reopensAt: resumesAt };
  // Only the land form has a pause to restart; elsewhere the countdown alone begins again.
  if (outage.clockForm !== "CONTEST") return { event: "resumeLimited", resumesAt, reopensAt: resumesAt };
  return { event: "resumePause", resumesAt, reopensAt: later(resumesAt, parameters.pauseSeconds * 1_000) };
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
