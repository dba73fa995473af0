import { auditContent, auditHash, type AuditContent } from "../shared/audit.ts";
import type { Actor } from "../shared/actor.ts";
import { bigintArray, booleanArray, instantArray, intArray, textArray, uuidArray } from "../shared/binary-array.ts";
import { BIGINT, BYTEA, INSTANT, INT, JSONB, TEXT, UUID } from "../shared/binary-value.ts";
import { column, copyInto, sameFor } from "../shared/copy-rows.ts";
import type { Origin } from "../shared/origin.ts";
import type { Statements } from "../shared/together.ts";
import type { DecidedBid } from "./bid-batch.decide.ts";
import type { Facts, LotRow } from "./bid-batch.read.ts";
import type { BidReceipt } from "./bid-receipt.ts";
import { AUTOMATIC_BODY } from "./log-row.ts";

/** A decided bid with whoever made it. */
export type Decided = {
  readonly bid: { readonly actor: Actor; readonly origin: Origin; readonly requestId: string | null };
  readonly decided: DecidedBid;
};

export type DecidedLot = { readonly lot: LotRow; readonly decided: readonly Decided[] };

const BODY = JSON.stringify(AUTOMATIC_BODY);

type Line = { readonly lot: LotRow; readonly bid: Decided["bid"]; readonly one: DecidedBid; readonly receipt: BidReceipt; readonly times: Times };
type Entry = Line & { readonly content: AuditContent };
/** The domain's clock under the locks, and the database's own. */
type Times = Pick<Facts, "now" | "askedAt">;

const log = copyInto<Line>("bid_log_entry", [
  sameFor(({ lot }) => lot, [column("auction_id", UUID, ({ lot }) => lot.id), column("kind", TEXT, () => "BID")]),
  column("sequence", INT, ({ receipt }) => receipt.sequence),
  column("bidder_no", TEXT, ({ receipt }) => receipt.bidderNo),
  column("amount_fen", BIGINT, ({ receipt }) => receipt.amountFen),
  column("verdict", TEXT, ({ receipt }) => receipt.verdict),
  column("reason", TEXT, ({ receipt }) => receipt.reason),
  column("received_at", INSTANT, ({ times }) => times.now),
  column("ends_at_after", INSTANT, ({ receipt }) => receipt.endsAt),
  column("request_id", TEXT, ({ bid }) => bid.requestId),
  column("previous_hash", TEXT, ({ one }) => one.previousHash),
  column("hash", TEXT, ({ receipt }) => receipt.hash),
  column("body", JSONB, ({ one }) => (one.automatic ? BODY : null)),
]);

const record = copyInto<Entry>("audit_entry", [
  sameFor(({ times }) => times, [
    column("at", INSTANT, ({ times }) => times.now),
    // Left to the column's default it would be worked out row by row, and so would be the rows.
    column("recorded_at", INSTANT, ({ times }) => times.askedAt),
    column("act", TEXT, ({ content }) => content.act),
  ]),
  sameFor(({ bid }) => bid.actor, [
    column("actor_kind", TEXT, ({ content }) => content.actorKind),
    column("person_id", UUID, ({ content }) => content.personId),
    column("organisation_id", UUID, ({ content }) => content.organisationId),
    column("session_id", UUID, ({ content }) => content.sessionId),
    column("api_key_id", UUID, ({ content }) => content.apiKeyId),
  ]),
  sameFor(({ lot }) => lot, [
    column("subject_type", TEXT, ({ content }) => content.subjectType),
    column("subject_id", TEXT, ({ content }) => content.subjectId),
    column("division_code", TEXT, ({ content }) => content.divisionCode),
  ]),
  column("ip", TEXT, ({ content }) => content.ip),
  column("user_agent", TEXT, ({ content }) => content.userAgent),
  column("request_id", TEXT, ({ content }) => content.requestId),
  column("after", JSONB, ({ content }) => JSON.stringify(content.after)),
  column("hash", BYTEA, ({ content }) => auditHash(content)),
]);

/**
 * The lines of the log and one audit entry for each of them. `leave` has leave what was sent so far: PostgreSQL writes the log while the entries are put together. What cannot be put
 * together is thrown at once, so that nobody sends a commit behind half of it.
 */
export function writeBids(statements: Statements, times: Times, lots: readonly DecidedLot[], leave: () => void = () => undefined): Promise<unknown> {
  const lines: Line[] = [];
  for (const { lot, decided } of lots) for (const { bid, decided: one } of decided) lines.push({ lot, bid, one, receipt: one.receipt, times });
  const logged = log(statements, lines);
  logged.catch(() => undefined); // its failure is seen with that of the entries
  leave();
  return Promise.all([logged, record(statements, lines.map(entryOf))]);
}

function entryOf({ lot, bid, one, receipt, times }: Line): Entry {
  const after = { sequence: receipt.sequence, verdict: receipt.verdict, reason: receipt.reason };
  return { lot, bid, one, receipt, times, content: auditContent("bid.place", bid.actor, bid.origin, times.now, { type: "auction", id: lot.id, divisionCode: lot.divisionCode, after }) };
}

/** The rows of the lots, their new ends and what followers are told; the last thing before the commit. Thrown at once where it cannot be asked for. */
export function moveLots(statements: Statements, now: Date, lots: readonly DecidedLot[]): Promise<unknown> {
  const moves = lots.map(({ lot, decided }) => {
    const { receipt, standing } = decided.at(-1)!.decided;
    return { lot, first: decided[0]!, receipt, standing, accepted: decided.filter((one) => one.decided.receipt.verdict !== "REFUSED").length };
  });
  const of = <Value>(pick: (move: (typeof moves)[number]) => Value): Value[] => moves.map(pick);
  return statements.query({
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
