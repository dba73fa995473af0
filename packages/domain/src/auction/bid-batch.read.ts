import type { PoolClient } from "pg";
import { organisationOf, type Actor } from "../shared/actor.ts";
import type { Config } from "../shared/config.ts";
import { fen } from "../shared/money.ts";
import { unseal } from "../shared/secret-box.ts";
import type { BatchLot, BidderProxy, BidderRow } from "./bid-batch.decide.ts";
import { receiptOfRow } from "./log-row.ts";
import type { BidReceipt } from "./bid-receipt.ts";

export type LotRow = BatchLot & { readonly sellerId: string; readonly divisionCode: string; readonly format: string };

/** What is known of a lot's bids before any is decided. */
export type LotFacts = {
  readonly bidders: ReadonlyMap<string, BidderRow>;
  readonly proxies: readonly BidderProxy[];
  /** By the bidder's own number of the request. */
  readonly earlier: ReadonlyMap<string, BidReceipt>;
};

export type Asked = { readonly auctionId: string; readonly bids: readonly { readonly actor: Actor; readonly requestId: string }[] };

const LOTS = `select a.id, a.state, a.format, a.frozen_at, a.announcement::text, a.free_ends_at, a.hard_stops_at, a.ends_at, a.current_fen, a.leader_no, a.sequence, a.accepted_count,
                     a.chain_head, a.division_code, l.seller_id
                from auction a join listing l on l.id = a.listing_id where a.id = any($1::uuid[]) order by a.id for update of a`;

/** Takes the locks of lots, always in the order of their ids. Lots that others hold are waited for, or left out and not waited for. */
export async function lockLots(client: PoolClient, auctionIds: readonly string[], held: "wait" | "skip"): Promise<LotRow[]> {
  const { rows } = await client.query<Record<string, unknown>>({
    name: held === "wait" ? "bid-lock-lots" : "bid-lock-free-lots",
    text: held === "wait" ? LOTS : `${LOTS} skip locked`,
    values: [arrayText(auctionIds)],
  });
  return rows.map((row) => ({
    id: row["id"] as string,
    state: row["state"] as string,
    format: row["format"] as string,
    frozenAt: row["frozen_at"] as Date | null,
    announcement: row["announcement"],
    freeEndsAt: row["free_ends_at"] as Date,
    hardStopsAt: row["hard_stops_at"] as Date | null,
    endsAt: row["ends_at"] as Date,
    currentFen: row["current_fen"] === null ? null : BigInt(row["current_fen"] as string),
    leaderNo: row["leader_no"] as string | null,
    sequence: row["sequence"] as number,
    acceptedCount: row["accepted_count"] as number,
    chainHead: row["chain_head"] as string,
    divisionCode: row["division_code"] as string,
    sellerId: row["seller_id"] as string,
  }));
}

export type Facts = { readonly now: Date; readonly ofLots: readonly LotFacts[] };

type BidderJson = readonly [lot: number, buyerId: string, bidderNo: string, priorityRank: number | null, depositState: string | null];
type FactsRow = {
  readonly now: Date;
  readonly bidders: readonly BidderJson[] | null;
  readonly proxies: readonly (readonly [...BidderJson, sealedLimit: string, setAt: string])[] | null;
  readonly earlier: readonly (readonly [lot: number, requestId: string, sequence: number, bidderNo: string, amountFen: string, verdict: string, reason: string | null, receivedAt: string, endsAt: string, hash: string])[] | null;
};

/**
 * A table may have several indexes that begin with the lot; of an empty one all cost the same, and a plan that was made then and goes through the whole
 * log of a lot for every request would be kept. An order that only the right index has ("between" and "order by"), on a connection that does not sort, leaves no choice.
 */
const FACTS = (offset: string): string => `
  select date_trunc('milliseconds', clock_timestamp()) ${offset} as now,
    (select json_agg(json_build_array(asked.lot, asked.buyer_id, b.bidder_no, b.priority_rank, d.state))
       from unnest($1::uuid[], $2::int[], $3::uuid[]) asked(auction_id, lot, buyer_id),
            lateral (select * from auction_bidder b where b.auction_id = asked.auction_id and b.buyer_id between asked.buyer_id and asked.buyer_id order by b.buyer_id limit 1) b
            left join lateral (select d.state from deposit d where d.intent_id = b.intent_id limit 1) d on true) as bidders,
    (select json_agg(json_build_array(asked.lot - 1, b.buyer_id, b.bidder_no, b.priority_rank, d.state, p.sealed_limit, p.set_at))
       from unnest($4::uuid[]) with ordinality asked(auction_id, lot)
            join auction_proxy p on p.auction_id = asked.auction_id and p.ended_at is null
            join auction_bidder b on b.auction_id = p.auction_id and b.bidder_no = p.bidder_no
            left join lateral (select d.state from deposit d where d.intent_id = b.intent_id limit 1) d on true) as proxies,
    (select json_agg(json_build_array(asked.lot, e.request_id, e.sequence, e.bidder_no, e.amount_fen::text, e.verdict, e.reason, e.received_at, e.ends_at_after, e.hash))
       from unnest($5::uuid[], $6::int[], $7::text[]) asked(auction_id, lot, request_id),
            lateral (select * from bid_log_entry e where e.auction_id = asked.auction_id and e.request_id between asked.request_id and asked.request_id order by e.request_id limit 1) e) as earlier`;

const STILL = FACTS("");
const MOVABLE = FACTS("+ coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond'");

/** The clock, read after all locks were had (a statement begins when the one before it has ended), and what is known of the bidders and of requests that came before; lot by lot. */
export async function readFacts(client: PoolClient, { mode, secretKey }: Config, asked: readonly Asked[]): Promise<Facts> {
  const isProduction = mode === "production";
  const buyers = asked.map(({ bids }) => [...new Set(bids.map(({ actor }) => organisationOf(actor)?.id).filter((id) => id !== undefined))]);
  const { rows } = await client.query<FactsRow>({
    name: isProduction ? "bid-facts" : "bid-facts-demo-clock",
    text: isProduction ? STILL : MOVABLE,
    values: [
      arrayText(asked.flatMap(({ auctionId }, i) => buyers[i]!.map(() => auctionId))),
      arrayText(buyers.flatMap((ofLot, i) => ofLot.map(() => i))),
      arrayText(buyers.flat()),
      arrayText(asked.map(({ auctionId }) => auctionId)),
      arrayText(asked.flatMap(({ auctionId, bids }) => bids.map(() => auctionId))),
      arrayText(asked.flatMap(({ bids }, i) => bids.map(() => i))),
      asked.flatMap(({ bids }) => bids.map(({ requestId }) => requestId)),
    ],
  });
  const { now, bidders, proxies, earlier } = rows[0]!;
  const ofLots = asked.map(() => ({ bidders: new Map<string, BidderRow>(), proxies: [] as BidderProxy[], earlier: new Map<string, BidReceipt>() }));
  for (const row of bidders ?? []) ofLots[row[0]]!.bidders.set(row[1], bidderOf(row));
  for (const row of proxies ?? []) {
    const bidder = bidderOf(row);
    ofLots[row[0]]!.proxies.push({ bidderNo: bidder.bidderNo, limitFen: fen(BigInt(unseal(secretKey, row[5]))), setAt: new Date(row[6]), bidder });
  }
  for (const [lot, requestId, sequence, bidderNo, amountFen, verdict, reason, receivedAt, endsAt, hash] of earlier ?? []) {
    const row = { sequence, kind: "BID", bidderNo, amountFen: BigInt(amountFen), verdict, reason, receivedAt: new Date(receivedAt), endsAtAfter: new Date(endsAt), previousHash: "", hash };
    ofLots[lot]!.earlier.set(requestId, receiptOfRow(asked[lot]!.auctionId, row));
  }
  return { now, ofLots };
}

function bidderOf([, buyerId, bidderNo, priorityRank, depositState]: readonly [number, string, string, number | null, string | null, ...unknown[]]): BidderRow {
  return { buyerId, bidderNo, priorityRank, depositState };
}

/** An array of ids or numbers as PostgreSQL reads it: nothing in it needs a quotation mark, which spares the driver a look at every one. */
export function arrayText(values: readonly (string | number)[]): string {
  return `{${values.join(",")}}`;
}
