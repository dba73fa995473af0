import type { PoolClient } from "pg";
import { auditContent, auditHash } from "../shared/audit.ts";
import type { Actor } from "../shared/actor.ts";
import type { Origin } from "../shared/origin.ts";
import type { DecidedBid } from "./bid-batch.decide.ts";
import { arrayText, type LotRow } from "./bid-batch.read.ts";
import { AUTOMATIC_BODY } from "./log-row.ts";

/** A decided bid with whoever made it. */
export type Decided = {
  readonly bid: { readonly actor: Actor; readonly origin: Origin; readonly requestId: string | null };
  readonly decided: DecidedBid;
};

export type DecidedLot = { readonly lot: LotRow; readonly decided: readonly Decided[] };

const NULL = "NULL";
const BODY = quoted(JSON.stringify(AUTOMATIC_BODY));

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
  const column = (pick: (line: (typeof lines)[number]) => string | number | null): string => arrayText(lines.map((line) => pick(line) ?? NULL));
  const record = (pick: (content: (typeof contents)[number]) => string | null): string => arrayText(contents.map((content) => pick(content) ?? NULL));
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
      arrayText(lots.map(({ lot }) => lot.id)),
      column(({ place }) => place),
      column(({ receipt }) => receipt.sequence),
      column(({ receipt }) => quoted(receipt.bidderNo)),
      column(({ receipt }) => String(receipt.amountFen)),
      column(({ receipt }) => receipt.verdict),
      column(({ receipt }) => receipt.reason),
      arrayText(endsAt(lines)),
      column(({ bid }) => (bid.requestId === null ? null : quoted(bid.requestId))),
      column(({ one }) => one.previousHash),
      column(({ receipt }) => receipt.hash),
      column(({ one }) => (one.automatic ? BODY : null)),
      record(({ actorKind }) => actorKind),
      record(({ personId }) => personId),
      record(({ organisationId }) => organisationId),
      record(({ sessionId }) => sessionId),
      record(({ apiKeyId }) => apiKeyId),
      record(({ ip }) => (ip === null ? null : quoted(ip))),
      record(({ userAgent }) => (userAgent === null ? null : quoted(userAgent))),
      record(({ requestId }) => quoted(requestId)),
      record(({ after }) => quoted(JSON.stringify(after))),
      arrayText(lots.map(({ lot }) => lot.divisionCode ?? NULL)),
      arrayText(contents.map((content) => `"\\\\x${auditHash(content).toString("hex")}"`)),
    ],
  });
}

/** The rows of the lots, their new ends and what followers are told; the last thing before the commit. */
export async function moveLots(client: PoolClient, now: Date, lots: readonly DecidedLot[]): Promise<void> {
  const moves = lots.map(({ lot, decided }) => {
    const { receipt, standing } = decided.at(-1)!.decided;
    return { lot, first: decided[0]!, receipt, standing, accepted: decided.filter((one) => one.decided.receipt.verdict !== "REFUSED").length };
  });
  const column = (pick: (move: (typeof moves)[number]) => string | number | null): string => arrayText(moves.map((move) => pick(move) ?? NULL));
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
      column(({ lot }) => lot.id),
      column(({ first }) => first.decided.receipt.sequence),
      column(({ receipt }) => receipt.sequence),
      column(({ accepted }) => accepted),
      column(({ first }) => quoted(first.bid.origin.requestId)),
      column(({ standing }) => standing.endsAt.toISOString()),
      column(({ lot, standing }) => (standing.endsAt.getTime() === lot.endsAt.getTime() ? "f" : "t")),
      column(({ standing }) => (standing.currentFen === undefined ? null : String(standing.currentFen))),
      column(({ standing }) => (standing.leader === undefined ? null : quoted(standing.leader))),
      column(({ receipt }) => receipt.hash),
    ],
  });
}

/** Ends as text, each made once: most bids of a batch leave the end where it was. */
function endsAt(lines: readonly { readonly receipt: { readonly endsAt: Date } }[]): string[] {
  let [last, lastText] = [new Date(NaN), ""];
  return lines.map(({ receipt }) => {
    if (receipt.endsAt !== last) [last, lastText] = [receipt.endsAt, receipt.endsAt.toISOString()];
    return lastText;
  });
}

/** An element of an array whatever it says. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
