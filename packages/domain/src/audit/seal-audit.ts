import { sha256 } from "../shared/canonical.ts";
import type { Deps, Tx } from "../shared/database.ts";
import { GENESIS_HASH, leafOf, sealHash, type SealedEntry } from "./seal.chain.ts";

const SEAL_LOCK = 7302;
const MOST_ENTRIES = 5_000;
/** A chain that grows although nothing happens shows that nothing was cut off its end. */
const EMPTY_SEAL_AFTER_SECONDS = 3_600;

export type Sealed = {
  readonly no: number;
  readonly entries: number;
  readonly hash: Uint8Array;
  /** Whether a backlog is left that the next seal can take at once. */
  readonly more: boolean;
};

type Bounds = { horizon: string; now: string };
type LastSeal = { no: number; to_xid: string; hash: Uint8Array; age_seconds: number };

/**
 * Seals the entries of all transactions that ended since the seal before, chained to it; null when there is nothing to seal. Writers
 * never wait: an entry belongs to the seal that its transaction falls in, and every transaction below pg_snapshot_xmin has ended, so
 * nothing that commits late is left out. Of several sealers, one at a time holds the lock.
 */
export async function sealAudit(deps: Deps): Promise<Sealed | null> {
  return deps.db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${SEAL_LOCK}) as held`;
      if (!lock!.held) return null;
      const [bounds] = await tx.$queryRaw<Bounds[]>`
        select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`;
      const [last] = await tx.$queryRaw<LastSeal[]>`
        select no, to_xid::text, hash, extract(epoch from clock_timestamp() - sealed_at)::float8 as age_seconds from audit_seal order by no desc limit 1`;
      const fromXid = last?.to_xid ?? "0";
      if (BigInt(bounds!.horizon) < BigInt(fromXid)) {
        throw new Error(`the database counts transactions from ${bounds!.horizon}, but ${fromXid} are sealed: it was restored without its counter (see pg_resetwal -x), and new entries would fall into old seals`);
      }
      const { entries, toXid } = await entriesToSeal(tx, fromXid, bounds!.horizon);
      const quiet = entries.length === 0;
      if (quiet && (last === undefined || last.age_seconds < EMPTY_SEAL_AFTER_SECONDS || toXid === fromXid)) return null;
      const sealed = await append(tx, { no: (last?.no ?? 0) + 1, fromXid, toXid, sealedAt: bounds!.now, previousHash: last?.hash ?? GENESIS_HASH }, entries);
      return { ...sealed, more: toXid !== bounds!.horizon };
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

/** The next entries in (transaction, id) order; a long backlog is cut between two transactions, never inside one. */
async function entriesToSeal(tx: Tx, fromXid: string, horizon: string): Promise<{ entries: SealedEntry[]; toXid: string }> {
  const entries = await readEntries(tx, fromXid, horizon, MOST_ENTRIES + 1);
  const beyond = entries[MOST_ENTRIES];
  if (beyond === undefined) return { entries, toXid: horizon };
  const whole = entries.filter(({ xid }) => xid !== beyond.xid);
  if (whole.length > 0) return { entries: whole, toXid: beyond.xid };
  const next = String(BigInt(beyond.xid) + 1n); // one transaction with more entries than that
  return { entries: await readEntries(tx, fromXid, next, null), toXid: next };
}

async function readEntries(tx: Tx, fromXid: string, toXid: string, limit: number | null): Promise<SealedEntry[]> {
  return tx.$queryRaw<SealedEntry[]>`
    select id, xid::text, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", hash
    from audit_entry where xid >= ${fromXid}::xid8 and xid < ${toXid}::xid8
    order by xid, id limit ${limit}::int`;
}

type Head = { readonly no: number; readonly fromXid: string; readonly toXid: string; readonly sealedAt: string; readonly previousHash: Uint8Array };

async function append(tx: Tx, head: Head, entries: readonly SealedEntry[]): Promise<Omit<Sealed, "more">> {
  const entryIds = entries.map(({ id }) => id);
  const leaves = Buffer.concat(entries.map(leafOf));
  const digest = sha256(leaves);
  const hash = sealHash({ ...head, entryIds, digest });
  await tx.$executeRaw`
    insert into audit_seal (no, from_xid, to_xid, entry_ids, leaves, digest, previous_hash, hash, sealed_at)
    values (${head.no}, ${head.fromXid}::xid8, ${head.toXid}::xid8, ${entryIds}::bigint[], ${leaves}, ${digest}, ${head.previousHash}, ${hash}, ${head.sealedAt}::timestamptz)`;
  return { no: head.no, entries: entries.length, hash };
}
