import { decide } from "../authorisation/decide.ts";
import type { Actor } from "../shared/actor.ts";
import type { Deps } from "../shared/database.ts";
import { nextMinimum } from "./increment.rules.ts";
import { termsInForce } from "./terms.ts";

/** Where a lot stands, small enough to be sent with every event. Amounts in fen as decimal text. */
export type LotSnapshot = {
  readonly state: string;
  readonly version: number;
  readonly sequence: number;
  readonly currentFen: bigint | null;
  readonly leaderNo: string | null;
  readonly acceptedCount: number;
  readonly nextMinimumFen: bigint;
  readonly freeEndsAt: Date;
  readonly endsAt: Date;
  readonly chainHead: string;
  readonly reserveMet: boolean | null;
};

export type LiveBid = { readonly sequence: number; readonly bidderNo: string | null; readonly amountFen: bigint | null; readonly verdict: string | null; readonly receivedAt: Date };

export type LotUpdate = {
  readonly auctionId: string;
  readonly snapshot: LotSnapshot;
  /** Accepted bids after the sequence asked for, in order, as far as `upTo`. */
  readonly bids: readonly LiveBid[];
  /** What whoever gets this has seen of the log by then. Behind the snapshot's own sequence when there was more than one answer holds. */
  readonly upTo: number;
};

/** What somebody has seen of a lot. A sequence below 0 is somebody new, who is told the last bids only. */
export type LotPosition = { readonly sequence: number; readonly version: number };
export const NOTHING_SEEN: LotPosition = { sequence: -1, version: -1 };

/** Whether somebody may follow lots live: what everybody may read may everybody follow. */
export function mayFollowLots(actor: Actor): boolean {
  return decide(actor, "auction.read").allowed;
}

type LotRow = {
  id: string;
  state: string;
  version: number;
  sequence: number;
  current_fen: string | null;
  leader_no: string | null;
  accepted_count: number;
  start_price_fen: string;
  free_ends_at: Date;
  hard_stops_at: Date | null;
  ends_at: Date;
  chain_head: string;
  reserve_met: boolean | null;
  announcement: unknown;
};

/** What somebody new is told of the bids so far. */
export const RECENT_BIDS = 50;
const MOST_BIDS = 500;

const NEW_BIDS = `
  select w.id as auction_id, e.sequence, e.bidder_no, e.amount_fen::text as amount_fen, e.verdict, e.received_at
  from unnest($1::uuid[], $2::int[]) w(id, after),
       lateral (select * from bid_log_entry e where e.auction_id = w.id and e.sequence > w.after and e.kind in ('BID', 'TAKEN', 'BEST') and e.verdict in ('ACCEPTED', 'MATCHED') order by e.sequence limit ${MOST_BIDS}) e
  order by w.id, e.sequence`;

type BidRow = { readonly auction_id: string; readonly sequence: number; readonly bidder_no: string; readonly amount_fen: string; readonly verdict: string; readonly received_at: Date };

/** What happened on lots since what a watcher has seen; one round trip for any number of lots when nothing did. */
export async function readLotsSince({ lookUps }: Pick<Deps, "lookUps">, seen: ReadonlyMap<string, LotPosition>): Promise<LotUpdate[]> {
  const ids = [...seen.keys()];
  if (ids.length === 0) return [];
  const { rows } = await lookUps.query<LotRow>({
    name: "live-lots",
    text: `select a.id, a.state, a.version, a.sequence, a.current_fen::text as current_fen, a.leader_no, a.accepted_count, a.start_price_fen::text as start_price_fen,
                  a.free_ends_at, a.hard_stops_at, a.ends_at, a.chain_head, a.reserve_met, a.announcement::text
           from unnest($1::uuid[], $2::int[], $3::int[]) w(id, sequence, version)
           join auction a on a.id = w.id and (a.sequence > w.sequence or a.version > w.version)`,
    values: [ids, ids.map((id) => seen.get(id)!.sequence), ids.map((id) => seen.get(id)!.version)],
  });
  if (rows.length === 0) return [];
  const after = ({ id, sequence }: LotRow): number => (seen.get(id)!.sequence < 0 ? sequence - RECENT_BIDS : seen.get(id)!.sequence);
  const { rows: bids } = await lookUps.query<BidRow>({ name: "live-bids", text: NEW_BIDS, values: [rows.map(({ id }) => id), rows.map(after)] });
  const bidsOf = new Map<string, BidRow[]>(rows.map(({ id }) => [id, []]));
  for (const bid of bids) bidsOf.get(bid.auction_id)!.push(bid);
  return rows.map((row) => updateOf(row, bidsOf.get(row.id)!));
}

/** Bids that were logged between the two questions are left for the next answer: they belong to a later standing. */
function updateOf(row: LotRow, bids: readonly BidRow[]): LotUpdate {
  const currentFen = row.current_fen === null ? null : BigInt(row.current_fen);
  const terms = termsInForce({ announcement: row.announcement, freeEndsAt: row.free_ends_at, hardStopsAt: row.hard_stops_at });
  return {
    auctionId: row.id,
    upTo: bids.length === MOST_BIDS ? Math.min(bids.at(-1)!.sequence, row.sequence) : row.sequence,
    snapshot: {
      state: row.state,
      version: row.version,
      sequence: row.sequence,
      currentFen,
      leaderNo: row.leader_no,
      acceptedCount: row.accepted_count,
      nextMinimumFen: nextMinimum(terms.incrementTable, BigInt(row.start_price_fen), currentFen ?? undefined),
      freeEndsAt: row.free_ends_at,
      endsAt: row.ends_at,
      chainHead: row.chain_head,
      reserveMet: row.reserve_met,
    },
    bids: bids
      .filter(({ sequence }) => sequence <= row.sequence)
      .map((bid) => ({ sequence: bid.sequence, bidderNo: bid.bidder_no, amountFen: BigInt(bid.amount_fen), verdict: bid.verdict, receivedAt: bid.received_at })),
  };
}
