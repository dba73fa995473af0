import { verifyAuction } from "@ttx/domain/auction";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { read } from "@ttx/domain/shared/execute";
import type { BenchLot } from "./world.ts";

const FAULTS = `
  with lots as (select * from auction where id = any($1::uuid[])),
  lines as (select e.*, lag(e.hash) over w as hash_before, lag(e.sequence) over w as sequence_before from bid_log_entry e join lots l on l.id = e.auction_id window w as (partition by e.auction_id order by e.sequence)),
  raises as (select auction_id, amount_fen, lag(amount_fen) over (partition by auction_id order by sequence) as before from lines where verdict = 'ACCEPTED'),
  told as (select subject_id::uuid as auction_id, (payload->>'fromSequence')::int as first, (payload->>'toSequence')::int as last,
                  lag((payload->>'toSequence')::int) over (partition by subject_id order by (payload->>'fromSequence')::int) as last_before
             from outbox_event where type = 'LotMoved' and subject_id = any(array(select id::text from lots)))
  select 'a place is missing or double' as fault from lines where sequence <> coalesce(sequence_before, 0) + 1
  union all select 'a link is broken' from lines x join lots l on l.id = x.auction_id where x.previous_hash <> coalesce(x.hash_before, l.announcement_hash)
  union all select 'an accepted bid does not raise' from raises where amount_fen <= before
  union all select 'the row of a lot differs from its log' from lots l left join lateral (select max(sequence) as sequence, count(*) as lines, count(*) filter (where verdict <> 'REFUSED') as accepted, max(amount_fen) filter (where verdict <> 'REFUSED') as amount from lines x where x.auction_id = l.id) x on true
      where l.sequence <> coalesce(x.sequence, 0) or l.sequence <> x.lines or l.accepted_count <> x.accepted or l.current_fen is distinct from x.amount
  union all select 'a bid has no audit entry, or two' from lots l where l.sequence <> (select count(*) from audit_entry a where a.subject_type = 'auction' and a.subject_id = l.id::text and a.act = 'bid.place')
  union all select 'a move was told twice' from told where first <= last_before
  union all (select 'an accepted bid was told to nobody' from (select auction_id, sequence from lines where verdict <> 'REFUSED' except select auction_id, generate_series(first, last) from told) untold)
  limit 20`;

/** Looks at everything that must hold after a run; the first lots are replayed as well, as an outsider would. */
export async function assertInvariants(deps: Deps, lots: readonly BenchLot[], replayed = 1): Promise<void> {
  const { rows } = await deps.pool.query<{ fault: string }>(FAULTS, [lots.map(({ auctionId }) => auctionId)]);
  if (rows.length > 0) throw new Error(`After the run: ${[...new Set(rows.map(({ fault }) => fault))].join("; ")}.`);
  for (const { auctionId } of lots.slice(0, replayed)) {
    const { genuine, faults } = await read(deps, verifyAuction, ANONYMOUS, { auctionId });
    if (!genuine) throw new Error(`After the run the log of a lot does not fit: ${faults.join(", ")}.`);
  }
}
