import { constants, createCipheriv, createPublicKey, generateKeyPairSync, privateDecrypt, publicEncrypt, randomBytes } from "node:crypto";
import { canonicalJson } from "../src/shared/canonical.ts";
import type { Boxes } from "../src/auction/staged/halves.ts";
import { PART_OF, type KeyHolder, type PublicJwk } from "../src/auction/staged/sealed-box.ts";

/** Keys of exchange and notary: short ones, as many are needed; what is checked of them does not depend on their length. */
const PAIRS = { VENUE: aPair(), NOTARY: aPair() } as const;
export const HOLDER_KEYS = { venue: announced(PAIRS.VENUE), notary: announced(PAIRS.NOTARY) };

function aPair() {
  return generateKeyPairSync("rsa", { modulusLength: 1024 });
}

function announced({ publicKey }: ReturnType<typeof aPair>): { readonly fingerprint: string; readonly jwk: Record<string, string> } {
  return { fingerprint: "0", jwk: publicKey.export({ format: "jwk" }) as Record<string, string> };
}

const encrypted = (jwk: PublicJwk, secret: Buffer): string => publicEncrypt({ key: createPublicKey({ key: { ...jwk }, format: "jwk" }), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" }, secret).toString("base64");

/** A sealed bid as the bidder's browser makes it, as text; a broken one has halves that do not make up its key. */
export function sealedBox(content: string, state: "whole" | "broken"): string {
  const [key, half, iv] = [randomBytes(32), randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const text = Buffer.concat([cipher.update(content, "utf8"), cipher.final(), cipher.getAuthTag()]);
  const other = state === "whole" ? Buffer.from(key.map((byte, at) => byte ^ half[at]!)) : randomBytes(32);
  return canonicalJson({ iv: iv.toString("base64"), text: text.toString("base64"), venue: encrypted(HOLDER_KEYS.venue.jwk, half), notary: encrypted(HOLDER_KEYS.notary.jwk, other) });
}

/** A holder's right halves of the boxes. */
export function halvesOf(holder: KeyHolder, boxes: Boxes): Record<string, string> {
  const key = { key: PAIRS[holder].privateKey, padding: constants.RSA_NO_PADDING };
  return Object.fromEntries([...boxes].map(([bidderNo, box]) => [bidderNo, privateDecrypt(key, Buffer.from(box[PART_OF[holder]], "base64")).toString("base64")]));
}
