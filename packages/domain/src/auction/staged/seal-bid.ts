/**
 * Sealing and opening of bids by Web Crypto: it runs in the bidder's, the venue's and the notary's browser, so that no server ever sees an
 * amount or a private key before the bids are laid open. Trading §5.7.
 */

export type SealingKeys = { readonly venue: Readonly<Record<string, string>>; readonly notary: Readonly<Record<string, string>> };
export type BidToSeal = { readonly procedureId: string; readonly bidderNo: string; readonly amountFen: string };
export type SealedBidParts = {
  readonly nonce: string;
  readonly commitment: string;
  readonly box: { readonly iv: string; readonly text: string; readonly venue: string; readonly notary: string } | null;
};

const RSA = { name: "RSA-OAEP", hash: "SHA-256" } as const;
const KEY_BYTES = 32;
const IV_BYTES = 12;
const NONCE_BYTES = 24;
const MODULUS_BITS = 3072;

const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
const toHex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** `SHA-256(procedureId ‖ bidderNo ‖ amountFen ‖ nonce)`, joined by line feeds. */
export async function commitmentOf({ procedureId, bidderNo, amountFen }: BidToSeal, nonce: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytesOf([procedureId, bidderNo, amountFen, nonce].join("\n")))));
}

/** Commits to an amount and, where the lot has opening keys, encrypts it to a key whose halves go to venue and notary. */
export async function sealBid(bid: BidToSeal, keys: SealingKeys | null): Promise<SealedBidParts> {
  const nonce = toHex(random(NONCE_BYTES));
  const commitment = await commitmentOf(bid, nonce);
  if (keys === null) return { nonce, commitment, box: null };
  const [key, half, iv] = [random(KEY_BYTES), random(KEY_BYTES), random(IV_BYTES)];
  const otherHalf = key.map((byte, at) => byte ^ half[at]!);
  const content = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, content, bytesOf(`${bid.amountFen}\n${nonce}`));
  const [venue, notary] = await Promise.all([encryptTo(keys.venue, half), encryptTo(keys.notary, otherHalf)]);
  return { nonce, commitment, box: { iv: toBase64(iv), text: toBase64(new Uint8Array(text)), venue, notary } };
}

async function encryptTo(jwk: Readonly<Record<string, string>>, secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("jwk", { ...jwk, ext: true, key_ops: ["encrypt"] }, RSA, false, ["encrypt"]);
  return toBase64(new Uint8Array(await crypto.subtle.encrypt(RSA, key, secret)));
}

export type OpeningKeyPair = { readonly publicKey: { readonly kty: string; readonly n: string; readonly e: string; readonly alg: string }; readonly privateKey: Readonly<Record<string, unknown>> };

/** A new key pair of a venue or notary; the private half is for its holder's file and goes nowhere else. */
export async function newOpeningKey(): Promise<OpeningKeyPair> {
  const pair = await crypto.subtle.generateKey({ ...RSA, modulusLength: MODULUS_BITS, publicExponent: new Uint8Array([1, 0, 1]) }, true, ["encrypt", "decrypt"]);
  const [{ kty, n, e, alg }, privateKey] = await Promise.all([crypto.subtle.exportKey("jwk", pair.publicKey), crypto.subtle.exportKey("jwk", pair.privateKey)]);
  return { publicKey: { kty: kty!, n: n!, e: e!, alg: alg! }, privateKey: { ...privateKey } };
}

/** Whether a file's content is the private half of the key with this modulus. */
export function isPrivateKeyOf(modulus: string, privateKey: Readonly<Record<string, unknown>>): boolean {
  return privateKey["n"] === modulus && typeof privateKey["d"] === "string";
}

/**
 * Decrypts one's halves of the keys of the sealed bids, with the padding in which they were encrypted: so everybody can encrypt them again and see
 * that they are the right ones. A half in which its bidder has put none has its block, too.
 */
export async function openHalves(privateKey: Readonly<Record<string, unknown>>, halves: readonly { readonly bidderNo: string; readonly half: string }[]): Promise<Record<string, string>> {
  const [modulus, exponent] = [fromBase64Url(privateKey["n"]), fromBase64Url(privateKey["d"])];
  const [n, d] = [numberOf(modulus), numberOf(exponent)];
  const opened: [string, string][] = [];
  for (const { bidderNo, half } of halves) {
    opened.push([bidderNo, toBase64(bytesOfNumber(power(numberOf(fromBase64(half)), d, n), modulus.length))]);
    await new Promise((resolve) => setTimeout(resolve)); // the page stays alive between two of them
  }
  return Object.fromEntries(opened);
}

const fromBase64Url = (text: unknown): Uint8Array<ArrayBuffer> => fromBase64(String(text).replaceAll("-", "+").replaceAll("_", "/"));
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);
const bytesOfNumber = (number: bigint, length: number): Uint8Array => Uint8Array.from(number.toString(16).padStart(length * 2, "0").match(/../g)!, (pair) => Number.parseInt(pair, 16));

/** `base ** exponent % modulus`. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
