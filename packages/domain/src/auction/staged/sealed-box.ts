import { constants, createDecipheriv, createPublicKey, publicEncrypt } from "node:crypto";
import { z } from "zod";
import { sha256 } from "../../shared/canonical.ts";

const Base64 = z.string().max(1_000).regex(/^[A-Za-z0-9+/]+=*$/);

/** Amount and nonce under a key whose two halves are encrypted to the venue and to the notary; made in the bidder's browser. */
export const SealedBox = z.object({ iv: Base64, text: Base64, venue: Base64, notary: Base64 });
export type SealedBox = z.infer<typeof SealedBox>;

export const KEY_HOLDERS = ["VENUE", "NOTARY"] as const;
export type KeyHolder = (typeof KEY_HOLDERS)[number];

/** Where box and announcement have what belongs to a holder. */
export const PART_OF = { VENUE: "venue", NOTARY: "notary" } as const satisfies Record<KeyHolder, keyof SealedBox>;

export type PublicJwk = Readonly<Record<string, string>>;

const bytesOf = (text: string): Buffer => Buffer.from(text, "base64");

/** RSA without padding is the same for everybody: what comes of a number under a public key; undefined where it is no number below the modulus. */
function raised(jwk: PublicJwk, number: Buffer): Buffer | undefined {
  try {
    return publicEncrypt({ key: createPublicKey({ key: { ...jwk }, format: "jwk" }), padding: constants.RSA_NO_PADDING }, number);
  } catch {
    return undefined;
  }
}

/** Whether an encrypted half can be laid open by the holder of the key at all. */
export function canBeOpened(jwk: PublicJwk, sealed: string): boolean {
  return raised(jwk, bytesOf(sealed)) !== undefined;
}

/**
 * Whether a half laid open is the one that was sealed: it is the padded block under the encryption, and raised to the public exponent it is the
 * encrypted half again. RSA is a permutation, so that there is one such block, no other passes, and its holder alone can know it.
 */
export function isHalfOf(jwk: PublicJwk, sealed: string, half: string): boolean {
  return raised(jwk, bytesOf(half))?.equals(bytesOf(sealed)) ?? false;
}

const HASH_BYTES = 32;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const NO_LABEL = sha256("");

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, at) => byte ^ b[at]!));

/** MGF1 with SHA-256, RFC 8017 appendix B.2.1. */
function mask(seed: Buffer, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, at) => sha256(seed, Buffer.from([at >>> 24, at >>> 16, at >>> 8, at])));
  return Buffer.concat(blocks).subarray(0, length);
}

/** The half of the key in its block (OAEP, RFC 8017 §7.1.2); undefined where the bidder has put none into it. */
function keyHalfIn(block: Buffer): Buffer | undefined {
  const [seedMasked, dataMasked] = [block.subarray(1, 1 + HASH_BYTES), block.subarray(1 + HASH_BYTES)];
  const data = xor(dataMasked, mask(xor(seedMasked, mask(dataMasked, HASH_BYTES)), dataMasked.length));
  const rest = data.subarray(HASH_BYTES);
  const start = rest.findIndex((byte) => byte !== 0);
  const isWhole = block[0] === 0 && data.subarray(0, HASH_BYTES).equals(NO_LABEL) && rest[start] === 1 && rest.length - start - 1 === KEY_BYTES;
  return isWhole ? rest.subarray(start + 1) : undefined;
}

/** Joins the halves and decrypts; undefined for anything that is not a bid. */
export function openBox({ iv, text }: SealedBox, one: string, other: string): { readonly amountFen: bigint; readonly nonce: string } | undefined {
  const [a, b, sealed] = [keyHalfIn(bytesOf(one)), keyHalfIn(bytesOf(other)), bytesOf(text)];
  if (!a || !b) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", xor(a, b), bytesOf(iv), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString("latin1");
    const [, amount, nonce] = /^(\d{1,18})\n([\w-]{16,128})$/.exec(plain) ?? [];
    return amount !== undefined && nonce !== undefined ? { amountFen: BigInt(amount), nonce } : undefined;
  } catch {
    return undefined;
  }
}
