import type { Announcement } from "../src/auction/replay.rules.ts";
import type { ChainedEntry } from "../src/auction/auction.chain.ts";
import { verifyLog } from "../src/auction/verify-log.ts";

/** A bid as whoever sent it saw it: when it was asked and answered by one clock, and what the answer was. Never answered: whatever happened to it may have. */
export type Call = {
  readonly requestId: string;
  readonly bidderNo: string;
  readonly amountFen: bigint;
  readonly askedAt: number;
  readonly answered?: { readonly at: number; readonly sequence: number; readonly verdict: string; readonly hash: string } | undefined;
};

/** What is left of a lot when everything is over. */
export type LotRecord = {
  readonly announcement: Announcement;
  /** The log, with the request behind every bid. */
  readonly log: readonly (ChainedEntry & { readonly requestId: string | null })[];
  readonly row: { readonly leaderNo: string | null; readonly currentFen: bigint | null; readonly endsAt: Date; readonly sequence: number; readonly chainHead: string };
  readonly closes: readonly { readonly effectiveAt: Date; readonly winner: string | null; readonly priceFen: bigint | null }[];
  readonly deposits: readonly { readonly bidderNo: string; readonly state: string }[];
};

/**
 * Everything that must hold of a lot after an ordeal; what does not is named. Whether the calls fit one order is linear to check, because every
 * answer names its place: sorted by place, nobody may stand before a call that was answered before he asked.
 */
export function faultsOf(calls: readonly Call[], lot: LotRecord): string[] {
  return [...orderFaults(calls, lot), ...ruleFaults(lot), ...closeFaults(lot), ...depositFaults(lot)];
}

function orderFaults(calls: readonly Call[], { log }: LotRecord): string[] {
  const faults: string[] = [];
  const callOf = new Map(calls.map((call) => [call.requestId, call]));
  const placed = new Set<string>();
  let latestAsked = -Infinity;
  for (const [i, entry] of log.entries()) {
    if (entry.sequence !== i + 1) faults.push(`PLACE_${i + 1}_MISSING_OR_DOUBLE`);
    if (entry.kind !== "BID" || entry.requestId === null) continue;
    const call = callOf.get(entry.requestId);
    if (!call || call.amountFen !== entry.amountFen || call.bidderNo !== entry.bidderNo) faults.push(`NOBODY_SENT_${entry.sequence}`);
    if (placed.has(entry.requestId)) faults.push(`TWICE_${entry.requestId}`);
    placed.add(entry.requestId);
    if (!call) continue;
    if (call.answered && call.answered.at < latestAsked) faults.push(`ORDER_BROKEN_AT_${entry.sequence}`);
    latestAsked = Math.max(latestAsked, call.askedAt);
  }
  for (const { requestId, answered } of calls) {
    if (!answered) continue;
    const entry = log[answered.sequence - 1];
    const isThere = entry?.kind === "BID" && entry.requestId === requestId && entry.hash === answered.hash && entry.verdict === answered.verdict;
    if (!isThere) faults.push(`ACKNOWLEDGED_BUT_LOST_${requestId}`);
  }
  return faults;
}

function ruleFaults({ announcement, log, row }: LotRecord): string[] {
  const { brokenLink, firstBadEntry, winner, priceFen, endsAt } = verifyLog(announcement, log);
  return [
    ...(brokenLink === undefined ? [] : [`LINK_BROKEN_AT_${brokenLink}`]),
    ...(firstBadEntry === undefined ? [] : [`RULE_BROKEN_AT_${firstBadEntry}`]),
    ...((winner ?? null) === row.leaderNo && (priceFen ?? null) === row.currentFen ? [] : ["WINNER_DIFFERS"]),
    ...(endsAt.getTime() === row.endsAt.getTime() ? [] : ["END_DIFFERS"]),
    ...(row.sequence === log.length && row.chainHead === (log.at(-1)?.hash ?? row.chainHead) ? [] : ["HEAD_DIFFERS"]),
  ];
}

function closeFaults({ closes, row }: LotRecord): string[] {
  const [only] = closes;
  if (closes.length !== 1 || only === undefined) return [`CLOSED_${closes.length}_TIMES`];
  const fits = only.winner === row.leaderNo && only.priceFen === row.currentFen && only.effectiveAt.getTime() === row.endsAt.getTime();
  return fits ? [] : ["CLOSE_DIFFERS"];
}

/** The winner's deposit stays, every other is on its way back, and none is in two places. */
function depositFaults({ deposits, row }: LotRecord): string[] {
  return deposits.flatMap(({ bidderNo, state }) => {
    const isRight = bidderNo === row.leaderNo ? state === "LOCKED" : state === "REFUNDING" || state === "REFUNDED";
    return isRight ? [] : [`DEPOSIT_OF_${bidderNo}_IS_${state}`];
  });
}
