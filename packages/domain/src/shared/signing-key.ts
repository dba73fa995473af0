import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from "node:crypto";
import { sha256 } from "./canonical.ts";

/** Ed25519 private keys in PKCS #8 are this head and 32 bytes (RFC 8410). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
const PURPOSE = "ttx record signature 1";

export type SigningKey = {
  /** The raw public key, base64url: `x` of its JWK. */
  readonly publicKey: string;
  /** SHA-256 of it, by which people compare it. */
  readonly fingerprint: string;
  sign(text: string): string;
};

const known = new Map<string, SigningKey>();

/** The platform's own key: drawn from the installation's secret, so that no process has to be handed another one. */
export function signingKeyOf(secretKey: Buffer): SigningKey {
  const name = secretKey.toString("base64");
  const found = known.get(name) ?? derived(secretKey);
  known.set(name, found);
  return found;
}

function derived(secretKey: Buffer): SigningKey {
  const seed = Buffer.from(hkdfSync("sha256", secretKey, Buffer.alloc(0), PURPOSE, 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
  const { x: publicKey } = createPublicKey(privateKey).export({ format: "jwk" }) as { readonly x: string };
  return { publicKey, fingerprint: fingerprintOf(publicKey), sign: (text) => sign(null, Buffer.from(text, "utf8"), privateKey).toString("base64url") };
}

export function fingerprintOf(publicKey: string): string {
  return sha256(publicKey).toString("hex");
}

/** Whether a text bears the signature of a key; what is no key or no signature at all is none. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  } catch {
    return false;
  }
  return verify(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64url"));
}
