import type { IncomingMessage } from "node:http";

export const MAX_HEADER_BYTES = 16 * 1024;
/** Within this a request's head has to be there, and a connection without a request ends. */
export const HEADERS_TIMEOUT_MS = 15_000;
/** So long a connection waits for its next request. */
export const KEEP_ALIVE_MS = 65_000;
const MAX_URL = 4096;
const MAX_BODY = 1024 * 1024;
const MAX_UPLOAD = 100 * 1024 * 1024;
/** Where files are streamed in; the API counts their bytes as they come. */
const UPLOADS = /^\/api\/v1\/(documents|uploads|imports)(\/|\?|$)/;

export type Refusal = { readonly status: 400 | 405 | 411 | 413 | 414; readonly code: string };

/** What is refused before anything reads it. Pages are only read: no Server Action can be called. */
export function refusal({ method = "GET", url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">): Refusal | null {
  if (url.length > MAX_URL) return { status: 414, code: "ADDRESS_TOO_LONG" };
  if (!url.startsWith("/") || url.startsWith("//")) return { status: 400, code: "ADDRESS_NOT_UNDERSTOOD" };
  const isApi = url.startsWith("/api/");
  if (!isApi && method !== "GET" && method !== "HEAD") return { status: 405, code: "METHOD_NOT_ALLOWED" };
  const isUpload = UPLOADS.test(url);
  const length = headers["content-length"];
  if (length !== undefined && !(Number(length) <= (isUpload ? MAX_UPLOAD : MAX_BODY))) return { status: 413, code: "BODY_TOO_LARGE" };
  if (headers["transfer-encoding"] !== undefined && !isUpload) return { status: 411, code: "LENGTH_REQUIRED" };
  return null;
}
