import { STATUS_CODES, type IncomingHttpHeaders } from "node:http";
import type { Answer, Live } from "@ttx/api/live";
import type { Logger } from "pino";
import { introductionOf, stripForgedHeaders, type Introduction } from "./incoming.ts";
import { KEEP_ALIVE_MS } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import type { PlainBids } from "./plain-bids.ts";
import type { PlainBid } from "./read-plain-bid.ts";
import { openAccount } from "./request-account.ts";
import { NO_PAGE_POLICY, securityHeaders } from "./security-headers.ts";
import type { Settings } from "./settings.ts";

type Options = { readonly settings: Settings; readonly live: Live; readonly log: Logger; readonly metrics: Metrics };

/** The way of a bid that node:http did not read: introduced, measured and answered like any other request. */
export function answerPlainBid({ settings, live, log, metrics }: Options): PlainBids["answer"] {
  const always = [...securityHeaders(settings), ["Content-Security-Policy", NO_PAGE_POLICY], ["Connection", "keep-alive"], ["Keep-Alive", `timeout=${KEEP_ALIVE_MS / 1000}`], ["Cache-Control", "no-store"]]
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  /** Bids with the same head share their headers, and what is left of them. */
  const unforged = new WeakMap<Readonly<IncomingHttpHeaders>, IncomingHttpHeaders>();
  function withoutForged({ headers, url }: PlainBid): IncomingHttpHeaders {
    let left = unforged.get(headers);
    if (left === undefined) {
      left = { ...headers };
      stripForgedHeaders(left, settings, url);
      unforged.set(headers, left);
    }
    return left;
  }
  return async (bid, socket) => {
    const { url, auctionId, body } = bid;
    const headers = withoutForged(bid);
    const introduction = introductionOf({ url, headers, socket }, settings);
    const id = introduction["x-request-id"];
    const account = openAccount({ metrics, log }, { id, method: "POST", url });
    const asking = { headers: { get: (name: string) => introduction[name as keyof Introduction] ?? (headers[name] as string | undefined) ?? null } };
    const answer = await live.answerBid({ auctionId, asking, requestId: id, body });
    account(answer.status, !socket.destroyed);
    return written(answer, `X-Request-Id: ${id}\r\n${always}`);
  };
}

function written({ status, type, text, headers }: Answer, head: string): string {
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const body = bytes(text);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}${own}Date: ${httpDate()}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

/** A text's bytes, a character each: a receipt is ASCII and stands so already. */
function bytes(text: string): string {
  return Buffer.byteLength(text) === text.length ? text : Buffer.from(text).toString("latin1");
}

let [second, date] = [0, ""];

/** The time of an answer (RFC 9110 §6.6.1), made once a second. */
function httpDate(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) [second, date] = [now, new Date(now * 1000).toUTCString()];
  return date;
}
