import type { IncomingHttpHeaders } from "node:http";
import { MAX_HEADER_BYTES } from "./limits.ts";

/** Bids that say the same in their heads share their headers. */
export type PlainBid = { readonly url: string; readonly auctionId: string; readonly headers: Readonly<IncomingHttpHeaders>; readonly body: Buffer };

const REQUEST_LINE = /^POST (\/api\/v1\/auctions\/([0-9a-fA-F-]{36})\/bids) HTTP\/1\.1$/;
const PRINTABLE = /^(?:[\x20-\x7e]+\r\n)+[\x20-\x7e]+$/;
const NAME = /^[a-z0-9-]+$/;
const LENGTH = /^\d{1,5}$/;
/** Whatever says how the message goes on, or what the connection is to become. */
const UNUSUAL: ReadonlySet<string> = new Set(["transfer-encoding", "expect", "upgrade", "trailer", "te", "content-encoding", "proxy-connection"]);
const CAPITAL_P = 80;

type Head = Omit<PlainBid, "body"> & { readonly bodyLength: number };
/** Heads of bids read lately: who bids says the same of himself every time. */
const heads = new Map<string, Head>();
const MOST_HEADS = 2_000;
const LONGEST_REMEMBERED = 4_096;

/**
 * A bid that came whole and in the plainest form of HTTP/1.1: one request, head and body in one piece and nothing behind it, every header once, printable ASCII in the head, its length
 * given in digits. Null for everything else, also where it would be allowed: node:http reads that, and says what is wrong with it.
 */
export function readPlainBid(piece: Buffer): PlainBid | null {
  if (piece.length > MAX_HEADER_BYTES || piece[0] !== CAPITAL_P) return null;
  const end = piece.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = headOf(piece.toString("latin1", 0, end));
  if (head?.bodyLength !== piece.length - end - 4) return null;
  return { url: head.url, auctionId: head.auctionId, headers: head.headers, body: piece.subarray(end + 4) };
}

function headOf(text: string): Head | null {
  const known = heads.get(text);
  if (known) return known;
  const head = readHead(text);
  if (head && text.length <= LONGEST_REMEMBERED) {
    if (heads.size >= MOST_HEADS) heads.clear();
    heads.set(text, head);
  }
  return head;
}

function readHead(head: string): Head | null {
  if (!PRINTABLE.test(head)) return null;
  const [requestLine = "", ...lines] = head.split("\r\n");
  const [, url, auctionId] = REQUEST_LINE.exec(requestLine) ?? [];
  if (url === undefined || auctionId === undefined) return null;
  const headers = readHeaders(lines);
  if (headers === null || !headers["host"]) return null;
  const { connection, "content-length": length = "" } = headers;
  if (connection !== undefined && connection.toLowerCase() !== "keep-alive") return null;
  return LENGTH.test(length) ? { url, auctionId, headers, bodyLength: Number(length) } : null;
}

function readHeaders(lines: readonly string[]): Record<string, string> | null {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const name = nameOf(line.slice(0, Math.max(line.indexOf(":"), 0)));
    // What an object has by itself counts as there already: node:http knows what to do with such a name.
    if (name === null || name in headers) return null;
    headers[name] = line.slice(line.indexOf(":") + 1).trim();
  }
  return headers;
}

/** Names as they were written, and as they are known; null for those that make a message unusual. */
const names = new Map<string, string | null>();
const MOST_NAMES = 1_000;

function nameOf(written: string): string | null {
  let name = names.get(written);
  if (name !== undefined) return name;
  const lower = written.toLowerCase();
  name = NAME.test(lower) && !UNUSUAL.has(lower) ? lower : null;
  if (names.size < MOST_NAMES) names.set(written, name);
  return name;
}
