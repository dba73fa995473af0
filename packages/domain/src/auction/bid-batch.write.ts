import type { PoolClient } from "pg";
import { auditContent, auditHash, type AuditContent } from "../shared/audit.ts";
import type { Actor } from "../shared/actor.ts";
import { bigintArray, booleanArray, byteaArray, instantArray, intArray, jsonbArray, textArray, uuidArray } from "../shared/binary-array.ts";
import type { Origin } from "../shared/origin.ts";
import type { DecidedBid } from "./bid-batch.decide.ts";
import type { LotRow } from "./bid-batch.read.ts";
import { AUTOMATIC_BODY } from "./log-row.ts";

/** A decided bid with whoever made it. */
export type Decided = {
  readonly bid: { readonly actor: Actor; readonly origin: Origin; readonly requestId: string | null };
  readonly decided: DecidedBid;
};

export type DecidedLot = { readonly lot: LotRow; readonly decided: readonly Decided[] };

const BODY = JSON.stringify(AUTOMATIC_BODY);

/** The lines of the log and one audit entry for each of them, in one statement. */
export async function writeBids(client: PoolClient, now: Date, lots: readonly DecidedLot[]): Promise<void> {
  const lines = lots.flatMap(({ lot, decided }, i) => decided.map(({ bid, decided: one }) => ({ lot, place: i + 1, bid, one, receipt: one.receipt })));
  const contents = lines.map(({ lot, bid, receipt }) =>
    auditContent("bid.place", bid.actor, bid.origin, now, {
      type: "auction",
      id: lot.id,
      divisionCode: lot.divisionCode,
      after: { sequence: receipt.sequence, verdict: receipt.verdict, reason: receipt.reason },
    }),
  );
  const of = <Value>(pick: (line: (typeof lines)[number]) => Value): Value[] => lines.map(pick);
  const record = <Value>(pick: (content: AuditContent) => Value): Value[] => contents.map(pick);
  await client.query({
    name: "bid-write",
    text: `with logged as (
             insert into bid_log_entry (auction_id, sequence, kind, bidder_no, amount_fen, verdict, reason, received_at, ends_at_after, request_id, previous_hash, hash, body)
             select ($2::uuid[])[t.lot], t.sequence, 'BID', t.bidder_no, t.amount_fen, t.verdict, t.reason, $1::timestamptz, t.ends_at, t.request_id, t.previous_hash, t.hash, t.body
             from unnest($3::int[], $4::int[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::jsonb[])
               t(lot, sequence, bidder_no, amount_fen, verdict, reason, ends_at, request_id, previous_hash, hash, body)
           )
           insert into audit_entry (at, act, actor_kind, person_id, organisation_id, session_id, api_key_id, ip, user_agent, request_id, subject_type, subject_id, division_code, after, hash)
           select $1::timestamptz, 'bid.place', t.actor_kind, t.person_id, t.organisation_id, t.session_id, t.api_key_id, t.ip, t.user_agent, t.request_id, 'auction', ($2::uuid[])[t.lot]::text, ($23::text[])[t.lot], t.after, t.hash
           from unnest($3::int[], $14::text[], $15::uuid[], $16::uuid[], $17::uuid[], $18::uuid[], $19::text[], $20::text[], $21::text[], $22::jsonb[], $24::bytea[])
             t(lot, actor_kind, person_id, organisation_id, session_id, api_key_id, ip, user_agent, request_id, after, hash)`,
    values: [
      now,
      uuidArray(lots.map(({ lot }) => lot.id)),
      intArray(of(({ place }) => place)),
      intArray(of(({ receipt }) => receipt.sequence)),
      textArray(of(({ receipt }) => receipt.bidderNo)),
      bigintArray(of(({ receipt }) => receipt.amountFen)),
      textArray(of(({ receipt }) => receipt.verdict)),
      textArray(of(({ receipt }) => receipt.reason)),
      instantArray(of(({ receipt }) => receipt.endsAt)),
      textArray(of(({ bid }) => bid.requestId)),
      textArray(of(({ one }) => one.previousHash)),
      textArray(of(({ receipt }) => receipt.hash)),
      jsonbArray(of(({ one }) => (one.automatic ? BODY : null))),
      textArray(record(({ actorKind }) => actorKind)),
      uuidArray(record(({ personId }) => personId)),
      uuidArray(record(({ organisationId }) => organisationId)),
      uuidArray(record(({ sessionId }) => sessionId)),
      uuidArray(record(({ apiKeyId }) => apiKeyId)),
      textArray(record(({ ip }) => ip)),
      textArray(record(({ userAgent }) => userAgent)),
      textArray(record(({ requestId }) => requestId)),
      jsonbArray(record(({ after }) => JSON.stringify(after))),
      textArray(lots.map(({ lot }) => lot.divisionCode)),
      byteaArray(record(auditHash)),
    ],
  });
}

/** The rows of the lots, their new ends and what followers are told; the last thing before the commit. */
export async function moveLots(client: PoolClient, now: Date, lots: readonly DecidedLot[]): Promise<void> {
  const moves = lots.map(({ lot, decided }) => {
    const { receipt, standing } = decided.at(-1)!.decided;
    return { lot, first: decided[0]!, receipt, standing, accepted: decided.filter((one) => one.decided.receipt.verdict !== "REFUSED").length };
  });
  const of = <Value>(pick: (move: (typeof moves)[number]) => Value): Value[] => moves.map(pick);
  await client.query({
    name: "bid-move-lots",
    text: `with moved as materialized (
             select * from unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::boolean[], $9::bigint[], $10::text[], $11::text[])
               t(id, first, last, accepted, request_id, ends_at, end_moved, current_fen, leader_no, chain_head)
           ), told as (
             insert into outbox_event (type, subject_type, subject_id, payload, request_id, occurred_at)
             select 'LotMoved', 'auction', t.id::text, jsonb_build_object('auctionId', t.id::text, 'fromSequence', t.first, 'toSequence', t.last), t.request_id, $1::timestamptz
             from moved t where t.accepted > 0
           ), rescheduled as (
             update due_act d set due_at = t.ends_at from moved t where t.end_moved and d.kind = 'auction.close' and d.subject_id = t.id::text and d.done_at is null
           )
           update auction a set ends_at = t.ends_at, current_fen = t.current_fen, leader_no = t.leader_no, sequence = t.last, accepted_count = a.accepted_count + t.accepted, chain_head = t.chain_head
           from moved t where a.id = t.id`,
    values: [
      now,
      uuidArray(of(({ lot }) => lot.id)),
      intArray(of(({ first }) => first.decided.receipt.sequence)),
      intArray(of(({ receipt }) => receipt.sequence)),
      intArray(of(({ accepted }) => accepted)),
      textArray(of(({ first }) => first.bid.origin.requestId)),
      instantArray(of(({ standing }) => standing.endsAt)),
      booleanArray(of(({ lot, standing }) => standing.endsAt.getTime() !== lot.endsAt.getTime())),
      bigintArray(of(({ standing }) => standing.currentFen ?? null)),
      textArray(of(({ standing }) => standing.leader ?? null)),
      textArray(of(({ receipt }) => receipt.hash)),
    ],
  });
}
