import type { FieldProblem } from "../shared/errors.ts";

/** What a venue fixes for every bidding it hosts; each announcement carries what decides in it. Trading §5.3, §5.4, §5.10. */
export type VenueBiddingParameters = {
  /** Between which lengths a seller chooses W, the window that every bid renews (限时). */
  readonly windowMinSeconds: number;
  readonly windowMaxSeconds: number;
  /** Court-Online 20: one online period runs at least 24 hours. */
  readonly onePeriodMinHours: number;
  /** The pause before the limited period where that follows a contest only (Fujian 33). */
  readonly pauseSeconds: number;
  /** An outage up to this long resumes at once; a longer one needs notice (Fujian 55, 58). */
  readonly shortOutageSeconds: number;
  readonly restartNoticeHours: number;
  /** A reserve may be set until so long before the period ends, then it is immutable (Fujian 32). */
  readonly reserveClosesMinutes: number;
  /** For how many days after the close the next bidder may be kept as a reserve (§4.2). */
  readonly standbyDays: number;
};

/** Proposed defaults of §5.3, §5.4 and §5.10, not any venue's rules. */
export const DEFAULT_BIDDING_PARAMETERS: VenueBiddingParameters = {
  windowMinSeconds: 120,
  windowMaxSeconds: 600,
  onePeriodMinHours: 24,
  pauseSeconds: 900,
  shortOutageSeconds: 3_600,
  restartNoticeHours: 24,
  reserveClosesMinutes: 60,
  standbyDays: 30,
};

type PlannedClock = { readonly format: string; readonly limitedSeconds: number; readonly freeDurationSeconds: number };

/** Where a plan leaves the bounds of its venue. */
export function planProblems({ format, limitedSeconds, freeDurationSeconds }: PlannedClock, venue: VenueBiddingParameters): FieldProblem[] {
  const isAscending = format === "F1" || format === "F2";
  const { windowMinSeconds: min, windowMaxSeconds: max, onePeriodMinHours: hours } = venue;
  return [
    ...(isAscending && (limitedSeconds < min || limitedSeconds > max) ? [{ path: "bidding.limitedSeconds", code: "WINDOW_OUT_OF_RANGE", details: { min, max } }] : []),
    ...(format === "F2" && freeDurationSeconds < hours * 3_600 ? [{ path: "bidding.freeDurationSeconds", code: "ONE_PERIOD_TOO_SHORT", details: { hours } }] : []),
  ];
}

export type ReserveFacts = { readonly hasReserve: boolean; readonly periodEndsAt: Date | null; readonly now: Date; readonly reserveFen: bigint; readonly startFen: bigint };

export function reserveRefusal(facts: ReserveFacts, { reserveClosesMinutes }: VenueBiddingParameters): "RESERVE_NOT_ANNOUNCED" | "RESERVE_TOO_LATE" | "RESERVE_BELOW_START" | undefined {
  if (!facts.hasReserve) return "RESERVE_NOT_ANNOUNCED";
  if (facts.periodEndsAt !== null && facts.now.getTime() >= facts.periodEndsAt.getTime() - reserveClosesMinutes * 60_000) return "RESERVE_TOO_LATE";
  return facts.reserveFen < facts.startFen ? "RESERVE_BELOW_START" : undefined;
}
