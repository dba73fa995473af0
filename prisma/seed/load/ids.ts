import { createHash } from "node:crypto";

/** The same key gets the same id at every load, so an interrupted load can be repeated. A UUID of version 8 (RFC 9562). */
export function idOf(kind: string, key: string): string {
  const hex = createHash("sha256").update(`${kind}:${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
