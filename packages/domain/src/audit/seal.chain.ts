import { sha256 } from "../shared/canonical.ts";

/** What a seal holds of one entry: which row, of which transaction, recorded when, saying what. */
export type SealedEntry = {
  readonly id: bigint;
  readonly xid: string;
  /** ISO 8601 in UTC with microseconds, as the database keeps it. */
  readonly recordedAt: string;
  readonly hash: Uint8Array;
};

export type SealContent = {
  readonly no: number;
  /** The seal covers every transaction in [fromXid, toXid). */
  readonly fromXid: string;
  readonly toXid: string;
  readonly entryIds: readonly bigint[];
  readonly digest: Uint8Array;
  readonly previousHash: Uint8Array;
  readonly sealedAt: string;
};

export const LEAF_BYTES = 32;
/** What the first seal names as the one before it. */
export const GENESIS_HASH: Uint8Array = new Uint8Array(LEAF_BYTES);

export function leafOf({ id, xid, recordedAt, hash }: SealedEntry): Uint8Array {
  return sha256(`${id}\n${xid}\n${recordedAt}\n`, hash);
}

/** SHA-256(no ‖ fromXid ‖ toXid ‖ sealedAt ‖ entry ids ‖ digest ‖ hash of the seal before), each part on a line of its own. */
export function sealHash({ no, fromXid, toXid, sealedAt, entryIds, digest, previousHash }: SealContent): Uint8Array {
  return sha256([no, fromXid, toXid, sealedAt, entryIds.join(","), hex(digest), hex(previousHash)].join("\n"));
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
