import type { QueryConfig } from "pg";
import type { CallerLook } from "../identity/index.ts";
import { organisationOf, type Actor } from "../shared/actor.ts";
import { intArray, textArray, uuidArray } from "../shared/binary-array.ts";
import type { Config } from "../shared/config.ts";
import { changesSince } from "../shared/remembered-change.ts";
import { fen } from "../shared/money.ts";
import { unseal } from "../shared/secret-box.ts";
import type { Statements } from "../shared/together.ts";
import type { BatchLot, BidderProxy, BidderRow } from "./bid-batch.decide.ts";
import { receiptOfRow } from "./log-row.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { recall, type BidderMemory, type RememberedBidder } from "./remembered-bidders.ts";

export type LotRow = BatchLot & { readonly sellerId: string; readonly divisionCode: string; readonly format: string };

/** What is known of a lot's bids before any is decided. */
export type LotFacts = {
  readonly bidders: ReadonlyMap<string, BidderRow>;
  readonly proxies: readonly BidderProxy[];
  /** By bidder and his own number of the request; see {@link requestOf}. */
  readonly earlier: ReadonlyMap<string, BidReceipt>;
};

export type Asked = { readonly auctionId: string; readonly bids: readonly { readonly actor: Actor; readonly requestId: string }[] };
/** Whether requests are looked up in the log before anything is written, or only once the log has refused one that it knows. */
export type EarlierRequests = "look-up" | "trust";

const LOTS = `select a.id, a.state, a.format, a.frozen_at, a.announcement::text, a.free_ends_at, a.hard_stops_at, a.ends_at, a.current_fen, a.leader_no, a.sequence, a.accepted_count,
                     a.chain_head, a.division_code, l.seller_id
                from auction a join listing l on l.id = a.listing_id where a.id = any($1::uuid[]) order by a.id for update of a`;

/** Takes the locks of lots, always in the order of their ids. Lots that others hold are waited for, or left out and not waited for. */
export async function lockLots(statements: Statements, auctionIds: readonly string[], held: "wait" | "skip"): Promise<LotRow[]> {
  const { rows } = await statements.query<Record<string, unknown>>({
    name: held === "wait" ? "bid-lock-lots" : "bid-lock-free-lots",
    text: held === "wait" ? LOTS : `${LOTS} skip locked`,
    values: [uuidArray(auctionIds)],
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

/** `now`: the domain's clock under the locks; `askedAt`: the database's own, by which sessions end. */
export type Facts = { readonly now: Date; readonly askedAt: Date; readonly ofLots: readonly LotFacts[] };

/** What the process remembers and has to check: the bidders of lots, and who is asking. */
export type Remembered = { readonly memory: BidderMemory; readonly callers: CallerLook };

type BidderJson = readonly [lot: number, buyerId: string, intentId: string, bidderNo: string, priorityRank: number | null, depositState: string | null];
type StandingRow = Pick<FactsRow, "now" | "asked_at" | "seen" | "changed"> & { readonly has_proxies: boolean };
type FactsRow = {
  readonly now: Date;
  readonly asked_at: Date;
  readonly seen: string;
  /** By the place of the memory that asked: the lots', then that of the callers. */
  readonly changed: readonly (readonly [place: number, about: string])[] | null;
  readonly bidders: readonly BidderJson[] | null;
  readonly proxies: readonly (readonly [...BidderJson, sealedLimit: string, setAt: string])[] | null;
  readonly earlier: readonly (readonly [lot: number, requestId: string, sequence: number, bidderNo: string, amountFen: string, verdict: string, reason: string | null, receivedAt: string, endsAt: string, hash: string])[] | null;
};

/**
 * A table may have several indexes that begin with the lot; of an empty one all cost the same, and a plan that was made then and goes through the whole
 * log of a lot for every request would be kept. An order that only the right index has ("between" and "order by"), on a connection that does not sort, leaves no choice.
 */
const biddersOf = (auctions: string, lots: string, buyers: string): string => `
  select json_agg(json_build_array(asked.lot, asked.buyer_id, b.intent_id, b.bidder_no, b.priority_rank, d.state))
  from unnest(${auctions}::uuid[], ${lots}::int[], ${buyers}::uuid[]) asked(auction_id, lot, buyer_id),
       lateral (select * from auction_bidder b where b.auction_id = asked.auction_id and b.buyer_id between asked.buyer_id and asked.buyer_id order by b.buyer_id limit 1) b
       left join lateral (select d.state from deposit d where d.intent_id = b.intent_id limit 1) d on true`;

const CLOCK = (offset: string): string => `date_trunc('milliseconds', clock_timestamp()) ${offset} as now, clock_timestamp() as asked_at, pg_current_snapshot()::text as seen`;
const CHANGED = `(select json_agg(json_build_array(asked.lot - 1, changed.about))
       from unnest($1::text[]) with ordinality asked(seen, lot), lateral (${changesSince("asked.seen::pg_snapshot")}) changed) as changed`;

/** Where everything is remembered: what has changed of it, and whether there are limits up to which the platform bids. */
const STANDING = (offset: string): string => `
  select ${CLOCK(offset)}, ${CHANGED},
    exists (select from auction_proxy p where p.auction_id = any($2::uuid[]) and p.ended_at is null) as has_proxies`;

const FACTS = (offset: string): string => `
  select ${CLOCK(offset)}, ${CHANGED},
    (${biddersOf("$3", "$4", "$5")}) as bidders,
    (select json_agg(json_build_array(asked.lot - 1, b.buyer_id, b.intent_id, b.bidder_no, b.priority_rank, d.state, p.sealed_limit, p.set_at))
       from unnest($2::uuid[]) with ordinality asked(auction_id, lot)
            join auction_proxy p on p.auction_id = asked.auction_id and p.ended_at is null
            join auction_bidder b on b.auction_id = p.auction_id and b.bidder_no = p.bidder_no
            left join lateral (select d.state from deposit d where d.intent_id = b.intent_id limit 1) d on true) as proxies,
    (select json_agg(json_build_array(asked.lot, e.request_id, e.sequence, e.bidder_no, e.amount_fen::text, e.verdict, e.reason, e.received_at, e.ends_at_after, e.hash))
       from unnest($6::uuid[], $7::int[], $8::uuid[], $9::text[]) asked(auction_id, lot, buyer_id, request_id),
            lateral (select * from auction_bidder b where b.auction_id = asked.auction_id and b.buyer_id between asked.buyer_id and asked.buyer_id order by b.buyer_id limit 1) b,
            lateral (select * from bid_log_entry e where e.auction_id = asked.auction_id and e.bidder_no = b.bidder_no and e.request_id between asked.request_id and asked.request_id
                     order by e.request_id limit 1) e) as earlier`;

const OFFSET = "+ coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond'";
/** By whether the domain's clock may have been moved: a demo's may. */
const STATEMENTS = {
  still: { facts: { name: "bid-facts", text: FACTS("") }, standing: { name: "bid-standing", text: STANDING("") } },
  movable: { facts: { name: "bid-facts-demo-clock", text: FACTS(OFFSET) }, standing: { name: "bid-standing-demo-clock", text: STANDING(OFFSET) } },
} as const;

/**
 * The clock, read after all locks were had (a statement begins when the one before it has ended), and what is known of the bidders and of requests that came before; lot
 * by lot. Bidders and deposits are those of that moment: what is remembered of them counts as far as the same look says that nothing of it has changed.
 */
export async function readFacts(statements: Statements, { mode, secretKey }: Config, { memory, callers }: Remembered, asked: readonly Asked[], earlierRequests: EarlierRequests): Promise<Facts> {
  const lots = asked.map(({ auctionId, bids }) => ({ remembered: memory.of(auctionId), buyers: new Set(bids.map(({ actor }) => organisationOf(actor)?.id).filter((id) => id !== undefined)) }));
  const unknown = lots.map(({ remembered, buyers }) => [...buyers].filter((id) => !remembered.bidders.has(id)));
  const requests = earlierRequests === "trust" ? [] : asked.flatMap(({ auctionId, bids }, lot) => bids.map(({ actor, requestId }) => ({ auctionId, lot, buyerId: organisationOf(actor)?.id ?? null, requestId })));
  const { standing, facts } = STATEMENTS[mode === "production" ? "still" : "movable"];
  const snapshots = textArray([...lots.map(({ remembered }) => remembered.seen), callers.seen()]);
  const auctions = uuidArray(asked.map(({ auctionId }) => auctionId));
  const readAll = (): Promise<FactsRow> =>
    readRow(statements, {
      ...facts,
      values: [
        snapshots,
        auctions,
        ...biddersAsked(asked, unknown),
        uuidArray(requests.map(({ auctionId }) => auctionId)),
        intArray(requests.map(({ lot }) => lot)),
        uuidArray(requests.map(({ buyerId }) => buyerId)),
        textArray(requests.map(({ requestId }) => requestId)),
      ],
    });
  const isRemembered = requests.length === 0 && unknown.every((ids) => ids.length === 0) && !lots.some(({ remembered }) => remembered.hadProxies);
  const short = isRemembered ? await readRow<StandingRow>(statements, { ...standing, values: [snapshots, auctions] }) : null;
  const row = short === null || short.has_proxies ? await readAll() : { ...short, bidders: null, proxies: null, earlier: null };
  const { now, asked_at: at, seen, changed, bidders, proxies, earlier } = row;
  callers.heard({ seen, at, changed: changed?.filter(([place]) => place === lots.length).map(([, id]) => id) ?? null });
  const ofLots = lots.map(({ remembered, buyers }, i) => {
    recall(remembered, { seen, at, changed: new Set(changed?.filter(([lot]) => lot === i).map(([, intentId]) => intentId)), loaded: bidders?.filter(([lot]) => lot === i).map(bidderOf) ?? [] });
    remembered.hadProxies = proxies?.some(([lot]) => lot === i) ?? false;
    // A copy: another batch may ask about the same lot, and what it finds out must not take a bidder away from under this one.
    const known = new Map<string, BidderRow>();
    const forgotten: string[] = [];
    for (const id of buyers) {
      const bidder = remembered.bidders.get(id);
      if (bidder) known.set(id, bidder);
      else if (!unknown[i]!.includes(id)) forgotten.push(id);
    }
    return { bidders: known, forgotten, proxies: [] as BidderProxy[], earlier: new Map<string, BidReceipt>() };
  });
  await readForgotten(statements, asked, ofLots);
  for (const row of proxies ?? []) {
    const [, , , , , , sealedLimit, setAt] = row;
    const bidder = bidderOf(row);
    ofLots[row[0]]!.proxies.push({ bidderNo: bidder.bidderNo, limitFen: fen(BigInt(unseal(secretKey, sealedLimit))), setAt: new Date(setAt), bidder });
  }
  for (const [lot, requestId, sequence, bidderNo, amountFen, verdict, reason, receivedAt, endsAt, hash] of earlier ?? []) {
    const row = { sequence, kind: "BID", bidderNo, amountFen: BigInt(amountFen), verdict, reason, receivedAt: new Date(receivedAt), endsAtAfter: new Date(endsAt), previousHash: "", hash };
    ofLots[lot]!.earlier.set(requestOf(bidderNo, requestId), receiptOfRow(asked[lot]!.auctionId, row));
  }
  return { now, askedAt: at, ofLots };
}

async function readRow<Row extends FactsRow | StandingRow>(statements: Statements, statement: QueryConfig): Promise<Row> {
  const { rows } = await statements.query<Row>(statement);
  return rows[0]!;
}

/** Those of whom something has changed since they were remembered. */
async function readForgotten(statements: Statements, asked: readonly Asked[], ofLots: readonly { readonly forgotten: readonly string[]; readonly bidders: Map<string, BidderRow> }[]): Promise<void> {
  if (ofLots.every(({ forgotten }) => forgotten.length === 0)) return;
  const values = biddersAsked(asked, ofLots.map(({ forgotten }) => forgotten));
  const { rows } = await statements.query<{ bidders: readonly BidderJson[] | null }>({ name: "bid-bidders", text: `select (${biddersOf("$1", "$2", "$3")}) as bidders`, values });
  for (const row of rows[0]!.bidders ?? []) ofLots[row[0]]!.bidders.set(row[1], bidderOf(row));
}

function biddersAsked(asked: readonly Asked[], buyers: readonly (readonly string[])[]): Buffer[] {
  return [uuidArray(asked.flatMap(({ auctionId }, i) => buyers[i]!.map(() => auctionId))), intArray(buyers.flatMap((ofLot, i) => ofLot.map(() => i))), uuidArray(buyers.flat())];
}

/** A number that a bidder gave a request counts among his own only. Bidder numbers have no space. */
export function requestOf(bidderNo: string, requestId: string): string {
  return `${bidderNo} ${requestId}`;
}

function bidderOf([, buyerId, intentId, bidderNo, priorityRank, depositState]: readonly [...BidderJson, ...unknown[]]): RememberedBidder {
  return { buyerId, intentId, bidderNo, priorityRank, depositState };
}
