import { auditHash, type AuditContent } from "../shared/audit.ts";
import { sha256, type Json } from "../shared/canonical.ts";
import type { Deps } from "../shared/database.ts";
import { GENESIS_HASH, hex, LEAF_BYTES, leafOf, sameBytes, sealHash, type SealedEntry } from "./seal.chain.ts";

/** What is wrong with the record, at the first place where something is. */
export type AuditFault =
  | { readonly kind: "SEAL_MISSING"; readonly sealNo: number }
  | { readonly kind: "SEAL_CHANGED"; readonly sealNo: number }
  | { readonly kind: "CHAIN_BROKEN"; readonly sealNo: number }
  | { readonly kind: "SEAL_NOT_AS_PUBLISHED"; readonly sealNo: number; readonly published: string; readonly found: string }
  | { readonly kind: "ENTRY_CHANGED"; readonly entryId: bigint; readonly sealNo: number | null }
  | { readonly kind: "ENTRY_MISSING"; readonly entryId: bigint; readonly sealNo: number }
  | { readonly kind: "ENTRY_ADDED"; readonly entryId: bigint; readonly sealNo: number };

export type AuditVerdict = {
  readonly fault: AuditFault | null;
  readonly seals: number;
  readonly entries: number;
  /** Entries that were written since the last seal. */
  readonly unsealed: number;
  readonly last: { readonly no: number; readonly hash: string; readonly sealedAt: string } | null;
};

export type VerifyOptions = {
  /** Hashes of seals as they were published, by number: shows that the end of the chain was not cut off or made anew. */
  readonly published?: ReadonlyMap<number, string>;
  readonly onProgress?: (seals: number, entries: number) => void;
};

type Seal = {
  no: number;
  fromXid: string;
  toXid: string;
  entryIds: bigint[];
  leaves: Uint8Array;
  digest: Uint8Array;
  previousHash: Uint8Array;
  hash: Uint8Array;
  sealedAt: string;
};

type Entry = SealedEntry & Omit<AuditContent, "before" | "after"> & { readonly before: Json; readonly after: Json };

const SEALS_AT_A_TIME = 20;
const ENTRIES_AT_A_TIME = 1_000;

/**
 * Walks the whole record in pages: every seal against its number, its content and the seal before it, every entry against its own
 * hash and against its seal. Stops at the first thing that does not fit and names it.
 */
export async function verifyAudit(deps: Deps, options: VerifyOptions = {}): Promise<AuditVerdict> {
  let seals = 0;
  let entries = 0;
  let last: Seal | null = null;
  const verdict = (fault: AuditFault | null, unsealed = 0): AuditVerdict => ({
    fault,
    seals,
    entries,
    unsealed,
    last: last && { no: last.no, hash: hex(last.hash), sealedAt: last.sealedAt },
  });
  for await (const seal of allSeals(deps)) {
    const fault: AuditFault | null = faultOfSeal(seal, last, options.published);
    if (fault) return verdict(fault);
    const outcome = await verifyEntries(deps, seal);
    entries += outcome.entries;
    if (outcome.fault) return verdict(outcome.fault);
    last = seal;
    seals += 1;
    options.onProgress?.(seals, entries);
  }
  for (const [sealNo, published] of options.published ?? []) {
    if (sealNo > (last?.no ?? 0)) return verdict({ kind: "SEAL_NOT_AS_PUBLISHED", sealNo, published, found: "" });
  }
  let unsealed = 0;
  for await (const entry of entriesBetween(deps, last?.toXid ?? "0", null)) {
    if (!speaksTrue(entry)) return verdict({ kind: "ENTRY_CHANGED", entryId: entry.id, sealNo: null }, unsealed);
    unsealed += 1;
  }
  return verdict(null, unsealed);
}

function faultOfSeal(seal: Seal, before: Seal | null, published: VerifyOptions["published"]): AuditFault | null {
  const expectedNo = (before?.no ?? 0) + 1;
  if (seal.no !== expectedNo) return { kind: "SEAL_MISSING", sealNo: expectedNo };
  if (!sameBytes(sha256(seal.leaves), seal.digest) || !sameBytes(sealHash(seal), seal.hash) || seal.leaves.length !== seal.entryIds.length * LEAF_BYTES) {
    return { kind: "SEAL_CHANGED", sealNo: seal.no };
  }
  const follows = before ? sameBytes(seal.previousHash, before.hash) && seal.fromXid === before.toXid : sameBytes(seal.previousHash, GENESIS_HASH) && seal.fromXid === "0";
  if (!follows || BigInt(seal.toXid) < BigInt(seal.fromXid)) return { kind: "CHAIN_BROKEN", sealNo: seal.no };
  const promised = published?.get(seal.no);
  if (promised !== undefined && promised !== hex(seal.hash)) return { kind: "SEAL_NOT_AS_PUBLISHED", sealNo: seal.no, published: promised, found: hex(seal.hash) };
  return null;
}

/** The entries that are there against the entries that were sealed, both in (transaction, id) order. */
async function verifyEntries(deps: Deps, seal: Seal): Promise<{ fault: AuditFault | null; entries: number }> {
  const sealed = new Set(seal.entryIds);
  let at = 0;
  for await (const entry of entriesBetween(deps, seal.fromXid, seal.toXid)) {
    if (!sealed.has(entry.id)) return { fault: { kind: "ENTRY_ADDED", entryId: entry.id, sealNo: seal.no }, entries: at };
    const expected = seal.entryIds[at]!;
    if (entry.id !== expected) return { fault: { kind: "ENTRY_MISSING", entryId: expected, sealNo: seal.no }, entries: at };
    const leaf = seal.leaves.subarray(at * LEAF_BYTES, (at + 1) * LEAF_BYTES);
    if (!speaksTrue(entry) || !sameBytes(leafOf(entry), leaf)) return { fault: { kind: "ENTRY_CHANGED", entryId: entry.id, sealNo: seal.no }, entries: at };
    at += 1;
  }
  const missing = seal.entryIds[at];
  return { fault: missing === undefined ? null : { kind: "ENTRY_MISSING", entryId: missing, sealNo: seal.no }, entries: at };
}

function speaksTrue({ id: _id, xid: _xid, recordedAt: _recordedAt, hash, ...content }: Entry): boolean {
  return sameBytes(auditHash(content), hash);
}

async function* allSeals(deps: Deps): AsyncGenerator<Seal> {
  let after = -2_147_483_648;
  for (;;) {
    const page = await deps.db.$queryRaw<Seal[]>`
      select no, from_xid::text as "fromXid", to_xid::text as "toXid", entry_ids as "entryIds", leaves, digest, previous_hash as "previousHash", hash,
             to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt"
      from audit_seal where no > ${after} order by no limit ${SEALS_AT_A_TIME}`;
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < SEALS_AT_A_TIME) return;
    after = last.no;
  }
}

async function* entriesBetween(deps: Deps, fromXid: string, toXid: string | null): AsyncGenerator<Entry> {
  let [afterXid, afterId] = [fromXid, -1n];
  for (;;) {
    const page = await deps.db.$queryRaw<Entry[]>`
      select id, xid::text, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt", hash,
             to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, act, actor_kind as "actorKind", person_id::text as "personId",
             organisation_id::text as "organisationId", session_id::text as "sessionId", api_key_id::text as "apiKeyId", ip, user_agent as "userAgent",
             request_id as "requestId", subject_type as "subjectType", subject_id as "subjectId", division_code as "divisionCode", before, after
      from audit_entry
      where (xid, id) > (${afterXid}::xid8, ${afterId}) and (${toXid}::xid8 is null or xid < ${toXid}::xid8)
      order by xid, id limit ${ENTRIES_AT_A_TIME}`;
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < ENTRIES_AT_A_TIME) return;
    [afterXid, afterId] = [last.xid, last.id];
  }
}
