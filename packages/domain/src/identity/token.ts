import { randomBytes } from "node:crypto";
import { sha256 } from "../shared/canonical.ts";

/** 256 random bits for a session, an invitation or a reset link; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function tokenHash(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(sha256(token));
}
