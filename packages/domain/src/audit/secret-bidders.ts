import type { Database } from "../shared/database.ts";

type Line = { readonly act: string; readonly subjectType: string; readonly subjectId: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UNDECIDED_LOTS = ["SCHEDULED", "OPEN_FREE", "PAUSE", "OPEN_LIMITED", "FROZEN", "CLOSED", "PRIORITY_WAIT"] as const;
const UNDECIDED_LISTINGS = ["LISTED", "SUSPENDED", "BIDDING"] as const;
/** Acts on a lot that only bidders do. */
const BIDDERS_ACTS = /^(bid\.|auction\.answer-offer)/;

/**
 * Which entries say who bids, while nobody but the qualification role may know it (trading §5.11, §9.13): also to an auditor a bidder is a
 * number until the lot is decided. The entries themselves, and their seals, are whole.
 */
export async function secretEntries<Row extends Line>(db: Database, rows: readonly Row[]): Promise<ReadonlySet<Row>> {
  const idsOf = (type: string): string[] => [...new Set(rows.filter(({ subjectType, subjectId }) => subjectType === type && UUID.test(subjectId)).map(({ subjectId }) => subjectId))];
  const bidOn = rows.filter(({ subjectType, act, subjectId }) => subjectType === "auction" && BIDDERS_ACTS.test(act) && UUID.test(subjectId)).map(({ subjectId }) => subjectId);
  const listing = { state: { in: [...UNDECIDED_LISTINGS] } };
  const [lots, intents, deposits] = await Promise.all([
    bidOn.length === 0 ? [] : db.auction.findMany({ where: { id: { in: [...new Set(bidOn)] }, state: { in: [...UNDECIDED_LOTS] } }, select: { id: true } }),
    db.intent.findMany({ where: { id: { in: idsOf("intent") }, listing }, select: { id: true } }),
    db.deposit.findMany({ where: { id: { in: idsOf("deposit") }, intent: { listing } }, select: { id: true } }),
  ]);
  const secret = new Set([...lots, ...intents, ...deposits].map(({ id }) => id));
  return new Set(rows.filter(({ subjectType, act, subjectId }) => secret.has(subjectId) && (subjectType !== "auction" || BIDDERS_ACTS.test(act))));
}
