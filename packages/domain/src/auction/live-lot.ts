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

export type LotUpdate = {
  readonly auctionId: string;
  readonly snapshot: LotSnapshot;
  /** Accepted bids after the sequence asked for, in order. */
  readonly bids: readonly { readonly sequence: number; readonly bidderNo: string | null; readonly amountFen: bigint | null; readonly verdict: string | null; readonly receivedAt: Date }[];
};

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

const NEW_BIDS = `
  select e.auction_id, e.sequence, e.bidder_no, e.amount_fen::text as amount_fen, e.verdict, e.received_at
  from unnest($1::uuid[], $2::int[]) w(id, after) join bid_log_entry e on e.auction_id = w.id and e.sequence > w.after
  where e.verdict in ('ACCEPTED', 'MATCHED') order by e.auction_id, e.sequence limit 2000`;

/** What happened on lots since the sequence and version a watcher has seen; one round trip for any number of watched lots. */
export async function readLotsSince(deps: Deps, seen: ReadonlyMap<string, { readonly sequence: number; readonly version: number }>): Promise<LotUpdate[]> {
  const ids = [...seen.keys()];
  if (ids.length === 0) return [];
  const { rows } = await deps.pool.query<LotRow>({
    name: "live-lots",
    text: `select a.id, a.state, a.version, a.sequence, a.current_fen::text as current_fen, a.leader_no, a.accepted_count, a.start_price_fen::text as start_price_fen,
                  a.free_ends_at, a.hard_stops_at, a.ends_at, a.chain_head, a.reserve_met, a.announcement
           from unnest($1::uuid[], $2::int[], $3::int[]) w(id, sequence, version)
           join auction a on a.id = w.id and (a.sequence > w.sequence or a.version > w.version)`,
    values: [ids, ids.map((id) => seen.get(id)!.sequence), ids.map((id) => seen.get(id)!.version)],
  });
  if (rows.length === 0) return [];
  const moved = rows.map(({ id }) => id);
  const { rows: bids } = await deps.pool.query<{ auction_id: string; sequence: number; bidder_no: string; amount_fen: string; verdict: string; received_at: Date }>({
    name: "live-bids",
    text: NEW_BIDS,
    values: [moved, moved.map((id) => seen.get(id)!.sequence)],
  });
  return rows.map((row) => {
    const currentFen = row.current_fen === null ? null : BigInt(row.current_fen);
    const terms = termsInForce({ announcement: row.announcement, freeEndsAt: row.free_ends_at, hardStopsAt: row.hard_stops_at });
    return {
      auctionId: row.id,
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
        .filter((bid) => bid.auction_id === row.id && bid.sequence <= row.sequence)
        .map((bid) => ({ sequence: bid.sequence, bidderNo: bid.bidder_no, amountFen: BigInt(bid.amount_fen), verdict: bid.verdict, receivedAt: bid.received_at })),
    };
  });
}
