import type { PoolClient } from "pg";
import { decide } from "../authorisation/decide.ts";
import { auditContent, auditHash, type AuditContent } from "../shared/audit.ts";
import { organisationOf, SYSTEM, type Actor } from "../shared/actor.ts";
import type { Config } from "../shared/config.ts";
import type { Deps } from "../shared/database.ts";
import { DomainError } from "../shared/errors.ts";
import type { PendingBid } from "./bid-desk.ts";
import { fen } from "../shared/money.ts";
import type { Origin } from "../shared/origin.ts";
import { unseal } from "../shared/secret-box.ts";
import { judgeBatch, type BatchLot, type BidderProxy, type BidderRow, type DecidedBid } from "./bid-batch.decide.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { AUTOMATIC_BODY, receiptOfRow, type LogRow } from "./log-row.ts";
import { isOpenAscending } from "./procedure-terms.schema.ts";

export type LotRow = BatchLot & { readonly sellerId: string; readonly divisionCode: string; readonly format: string };
type Facts = { readonly now: Date; readonly bidders: readonly BidderRow[]; readonly proxies: readonly BidderProxy[]; readonly earlier: readonly (LogRow & { readonly requestId: string })[] };

/**
 * Decides a batch of bids on one lot in one transaction. Returns, bid for bid, the receipt or the refusal that has no place in the log
 * (not permitted, not a bidder of this lot). Throws when nothing was kept.
 */
export async function commitBatch(deps: Deps, auctionId: string, batch: readonly PendingBid[]): Promise<(BidReceipt | DomainError)[]> {
  const client = await deps.pool.connect();
  try {
    await client.query("begin");
    const lot = await lockRow(client, auctionId);
    if (!lot) {
      await client.query("rollback");
      return batch.map(() => new DomainError("NOT_FOUND", "not-found", { what: "auction", id: auctionId }));
    }
    const facts = await readFacts(client, deps.config, auctionId, batch);
    const outcomes = settleBatch(lot, batch, facts);
    const decided = outcomes.flatMap((outcome) => ("decided" in outcome ? [outcome, ...outcome.answers] : []));
    if (decided.length > 0) await writeBids(client, lot, facts.now, decided);
    await client.query("commit");
    return outcomes.map((outcome) => ("decided" in outcome ? outcome.decided.receipt : outcome.answer));
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

type Outcome = { readonly answer: BidReceipt | DomainError } | Decided;

/** What was answered before is answered so again; who may not bid here is refused; the rest is decided in the order of arrival. */
function settleBatch(lot: LotRow, batch: readonly PendingBid[], facts: Facts): Outcome[] {
  const answered = new Map(facts.earlier.map((row) => [row.requestId, receiptOfRow(lot.id, row)]));
  const bidderOf = new Map(facts.bidders.map((bidder) => [bidder.buyerId, bidder]));
  const judge = judgeBatch(lot, facts.now, facts.proxies);
  return batch.map((bid): Outcome => {
    const decision = decide(bid.actor, "bid.place", { ownerId: lot.sellerId });
    if (!decision.allowed) return { answer: new DomainError(decision.reason, decision.reason === "NOT_SIGNED_IN" ? "unauthenticated" : "forbidden") };
    const bidder = bidderOf.get(organisationOf(bid.actor)?.id ?? "");
    if (!bidder) return { answer: new DomainError("BIDDER_NOT_ADMITTED", "forbidden") };
    const earlier = answered.get(bid.requestId);
    if (earlier) {
      const isSame = earlier.amountFen === bid.amountFen && earlier.bidderNo === bidder.bidderNo;
      return { answer: isSame ? earlier : new DomainError("IDEMPOTENCY_KEY_REUSED", "conflict", { key: bid.requestId }) };
    }
    if (!isOpenAscending(lot.format)) return { answer: new DomainError("FORMAT_HAS_NO_OPEN_BIDS", "refused") };
    const decided = judge.bid(bidder, bid.amountFen);
    answered.set(bid.requestId, decided.receipt);
    const answers = decided.receipt.verdict === "REFUSED" ? [] : judge.answers();
    return { bid, decided, answers: answers.map((answer) => automatic(answer, bid.origin)) };
  });
}

/** What the platform bids by itself is its own act; the bidder's limit stands behind it. */
export function automatic(decided: DecidedBid, origin: Origin): Decided {
  return { bid: { actor: SYSTEM, origin, requestId: null }, decided, answers: [] };
}

export async function lockRow(client: PoolClient, auctionId: string): Promise<LotRow | undefined> {
  const { rows } = await client.query<Record<string, unknown>>({
    name: "bid-lock-lot",
    text: `select a.id, a.state, a.format, a.frozen_at, a.announcement, a.free_ends_at, a.hard_stops_at, a.ends_at, a.current_fen, a.leader_no, a.sequence, a.accepted_count,
                  a.chain_head, a.division_code, l.seller_id
             from auction a join listing l on l.id = a.listing_id where a.id = $1 for update of a`,
    values: [auctionId],
  });
  const row = rows[0];
  if (!row) return undefined;
  return {
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
  };
}

/** The clock, read under the lock, and what is known of the bidders and of requests that came before; each by its index, however the tables have grown. */
export async function readFacts(client: PoolClient, { mode, secretKey }: Config, auctionId: string, batch: readonly Pick<PendingBid, "actor" | "requestId">[]): Promise<Facts> {
  const isProduction = mode === "production";
  const buyers = [...new Set(batch.map(({ actor }) => organisationOf(actor)?.id).filter((id) => id !== undefined))];
  const { rows } = await client.query<{ now: Date; bidders: BidderRow[] | null; proxies: (BidderRow & { sealedLimit: string; setAt: string })[] | null; earlier: Record<string, unknown>[] | null }>({
    name: isProduction ? "bid-facts" : "bid-facts-demo-clock",
    text: `select date_trunc('milliseconds', clock_timestamp())
                  ${isProduction ? "" : "+ coalesce((select offset_ms from clock_offset where id = 1), 0) * interval '1 millisecond'"} as now,
             (select json_agg(json_build_object('buyerId', b.buyer_id, 'bidderNo', b.bidder_no, 'priorityRank', b.priority_rank,
                       'depositState', (select d.state from deposit d where d.intent_id = b.intent_id)))
                from unnest($2::uuid[]) asked(id), lateral (select * from auction_bidder b where b.auction_id = $1 and b.buyer_id = asked.id limit 1) b) as bidders,
             (select json_agg(json_build_object('buyerId', b.buyer_id, 'bidderNo', b.bidder_no, 'priorityRank', b.priority_rank, 'depositState', d.state,
                       'sealedLimit', p.sealed_limit, 'setAt', p.set_at))
                from auction_proxy p join auction_bidder b using (auction_id, bidder_no) left join deposit d on d.intent_id = b.intent_id
               where p.auction_id = $1 and p.ended_at is null) as proxies,
             (select json_agg(json_build_object('sequence', e.sequence, 'kind', e.kind, 'bidderNo', e.bidder_no, 'amountFen', e.amount_fen::text,
                       'verdict', e.verdict, 'reason', e.reason, 'receivedAt', e.received_at, 'endsAtAfter', e.ends_at_after,
                       'previousHash', e.previous_hash, 'hash', e.hash, 'requestId', e.request_id))
                from bid_log_entry e where e.auction_id = $1 and e.request_id = any($3::text[])) as earlier`,
    values: [auctionId, buyers, batch.map(({ requestId }) => requestId)],
  });
  const { now, bidders, proxies, earlier } = rows[0]!;
  return {
    now,
    bidders: bidders ?? [],
    proxies: (proxies ?? []).map(({ sealedLimit, setAt, ...bidder }) => ({ bidderNo: bidder.bidderNo, limitFen: fen(BigInt(unseal(secretKey, sealedLimit))), setAt: new Date(setAt), bidder })),
    earlier: (earlier ?? []).map((row) => ({
      ...(row as unknown as LogRow & { requestId: string }),
      amountFen: BigInt(row["amountFen"] as string),
      receivedAt: new Date(row["receivedAt"] as string),
      endsAtAfter: new Date(row["endsAtAfter"] as string),
    })),
  };
}

/** A decided bid with whoever made it, and what the limits of others answered at once. */
export type Decided = {
  readonly bid: { readonly actor: Actor; readonly origin: Origin; readonly requestId: string | null };
  readonly decided: DecidedBid;
  readonly answers: readonly Decided[];
};

/** Log, audit, event and the lot's row in one statement. */
export async function writeBids(client: PoolClient, lot: LotRow, now: Date, decided: readonly Decided[]): Promise<void> {
  const last = decided.at(-1)!.decided;
  const contents = decided.map(({ bid, decided: { receipt } }) =>
    auditContent("bid.place", bid.actor, bid.origin, now, {
      type: "auction",
      id: lot.id,
      divisionCode: lot.divisionCode,
      after: { sequence: receipt.sequence, verdict: receipt.verdict, reason: receipt.reason },
    }),
  );
  const accepted = decided.filter(({ decided: { receipt } }) => receipt.verdict !== "REFUSED").length;
  const endMoved = last.standing.endsAt.getTime() !== lot.endsAt.getTime();
  const columns = <Value>(pick: (one: Decided) => Value): Value[] => decided.map(pick);
  const audit = <Key extends keyof AuditContent>(key: Key): AuditContent[Key][] => contents.map((content) => content[key]);
  await client.query({
    name: "bid-write",
    text: `with logged as (
             insert into bid_log_entry (auction_id, sequence, kind, bidder_no, amount_fen, verdict, reason, received_at, ends_at_after, request_id, previous_hash, hash, body)
             select $1, t.* from unnest($2::int[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::text[], $12::text[], $35::jsonb[]) t
           ), recorded as (
             insert into audit_entry (at, act, actor_kind, person_id, organisation_id, session_id, api_key_id, ip, user_agent, request_id, subject_type, subject_id, division_code, after, hash)
             select t.at, 'bid.place', t.actor_kind, t.person_id, t.organisation_id, t.session_id, t.api_key_id, t.ip, t.user_agent, t.request_id, 'auction', $1::text, $13, t.after, t.hash
             from unnest($14::timestamptz[], $15::text[], $16::uuid[], $17::uuid[], $18::uuid[], $19::uuid[], $20::text[], $21::text[], $22::text[], $23::jsonb[], $24::bytea[])
               t(at, actor_kind, person_id, organisation_id, session_id, api_key_id, ip, user_agent, request_id, after, hash)
           ), told as (
             insert into outbox_event (type, subject_type, subject_id, payload, request_id, occurred_at)
             select 'LotMoved', 'auction', $1::text, jsonb_build_object('auctionId', $1::text, 'fromSequence', $25::int, 'toSequence', $26::int), $27, $28
             where $29::int > 0
           ), rescheduled as (
             update due_act set due_at = $30 where kind = 'auction.close' and subject_id = $1::text and done_at is null and $31::boolean
           )
           update auction set ends_at = $30, current_fen = $32, leader_no = $33, sequence = $26, accepted_count = accepted_count + $29, chain_head = $34
           where id = $1::uuid`,
    values: [
      lot.id,
      columns(({ decided: { receipt } }) => receipt.sequence),
      columns(() => "BID"),
      columns(({ decided: { receipt } }) => receipt.bidderNo),
      columns(({ decided: { receipt } }) => String(receipt.amountFen)),
      columns(({ decided: { receipt } }) => receipt.verdict),
      columns(({ decided: { receipt } }) => receipt.reason),
      columns(({ decided: { receipt } }) => receipt.receivedAt),
      columns(({ decided: { receipt } }) => receipt.endsAt),
      columns(({ bid }) => bid.requestId),
      columns(({ decided: one }) => one.previousHash),
      columns(({ decided: { receipt } }) => receipt.hash),
      lot.divisionCode,
      audit("at"),
      audit("actorKind"),
      audit("personId"),
      audit("organisationId"),
      audit("sessionId"),
      audit("apiKeyId"),
      audit("ip"),
      audit("userAgent"),
      audit("requestId"),
      contents.map(({ after }) => JSON.stringify(after)),
      contents.map((content) => auditHash(content)),
      decided[0]!.decided.receipt.sequence,
      last.receipt.sequence,
      decided[0]!.bid.origin.requestId,
      now,
      accepted,
      last.standing.endsAt,
      endMoved,
      last.standing.currentFen === undefined ? null : String(last.standing.currentFen),
      last.standing.leader ?? null,
      last.receipt.hash,
      columns(({ decided: one }) => (one.automatic ? JSON.stringify(AUTOMATIC_BODY) : null)),
    ],
  });
}
