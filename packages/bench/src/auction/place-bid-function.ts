import type pg from "pg";
import type { BenchLot, Bidder } from "./world.ts";

/**
 * What a bid does in the database, as one function that pgbench can call: the lot's lock, the clock after it, bidder and deposit, the requests
 * before, the rule of the increment, then log with its chain, audit, event and the lot's row. It decides less than the engine does and checks no
 * session, so it is the faster side's advantage.
 */
const PLACE_BID = `
create or replace function bench_place_bid(picked int, bidder int) returns void language plpgsql as $$
declare
  lot auction%rowtype; who record; at timestamptz; number text := gen_random_uuid()::text; line text; amount bigint;
begin
  select a.* into lot from auction a join bench_lot l on l.auction_id = a.id where l.no = picked for update of a;
  at := date_trunc('milliseconds', clock_timestamp());
  select b.bidder_no, b.buyer_id, p.person_id, p.session_id, d.state into who from bench_bidder p join auction_bidder b on b.auction_id = lot.id and b.buyer_id = p.organisation_id
    left join deposit d on d.intent_id = b.intent_id where p.no = bidder;
  if lot.state <> 'OPEN_FREE' or at >= lot.ends_at or who.state <> 'LOCKED' or exists (select from bid_log_entry e where e.auction_id = lot.id and e.bidder_no = who.bidder_no and e.request_id = number) then
    raise exception 'a bid of the baseline was refused';
  end if;
  amount := coalesce(lot.current_fen, 99) + 1;
  line := encode(sha256(convert_to(concat_ws('|', lot.chain_head, lot.sequence + 1, at, lot.ends_at, who.bidder_no, amount), 'UTF8')), 'hex');
  insert into bid_log_entry (auction_id, sequence, kind, bidder_no, amount_fen, verdict, received_at, ends_at_after, request_id, previous_hash, hash)
    values (lot.id, lot.sequence + 1, 'BID', who.bidder_no, amount, 'ACCEPTED', at, lot.ends_at, number, lot.chain_head, line);
  insert into audit_entry (at, act, actor_kind, person_id, organisation_id, session_id, ip, user_agent, request_id, subject_type, subject_id, division_code, after, hash)
    values (at, 'bid.place', 'person', who.person_id, who.buyer_id, who.session_id, '127.0.0.1', 'bench', number, 'auction', lot.id::text, lot.division_code,
            jsonb_build_object('sequence', lot.sequence + 1, 'verdict', 'ACCEPTED', 'reason', null), sha256(convert_to(line, 'UTF8')));
  insert into outbox_event (type, subject_type, subject_id, payload, request_id, occurred_at)
    values ('LotMoved', 'auction', lot.id::text, jsonb_build_object('auctionId', lot.id, 'fromSequence', lot.sequence + 1, 'toSequence', lot.sequence + 1), number, at);
  update auction set current_fen = amount, leader_no = who.bidder_no, sequence = sequence + 1, accepted_count = accepted_count + 1, chain_head = line where id = lot.id;
end $$`;

export const PLACE_BID_SCRIPT = (lots: number, bidders: number): string => `\\set lot random(1, ${lots})\n\\set bidder random(1, ${bidders})\nselect bench_place_bid(:lot, :bidder);`;

/** The lots and bidders of the baseline, apart from ours: its chain is not the engine's. */
export async function preparePlaceBid(pool: pg.Pool, lots: readonly BenchLot[], bidders: readonly Bidder[]): Promise<void> {
  await pool.query("drop table if exists bench_lot, bench_bidder");
  await pool.query("create table bench_lot (no int primary key, auction_id uuid not null)");
  await pool.query("create table bench_bidder (no int primary key, organisation_id uuid not null, person_id uuid not null, session_id uuid not null)");
  await pool.query("insert into bench_lot select t.no, t.id from unnest($1::uuid[]) with ordinality t(id, no)", [lots.map(({ auctionId }) => auctionId)]);
  await pool.query("insert into bench_bidder select t.no, t.organisation, t.person, t.session from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality t(organisation, person, session, no)", [
    bidders.map(({ actor }) => actor.organisation!.id),
    bidders.map(({ actor }) => actor.personId),
    bidders.map(({ actor }) => actor.sessionId),
  ]);
  await pool.query(PLACE_BID);
  await pool.query("analyze");
}
