import { serveLive, type Live } from "@ttx/api/live";
import type { Logger } from "pino";
import { cookieToken } from "#auth/cookie-token.ts";
import { deps } from "#runtime/deps.ts";
import { limits } from "#runtime/rate-limits.ts";

/** Bids and event streams before Next, on the connections, the cookie and the allowances that the pages have. */
export function openLive(log: Logger): Live {
  return serveLive({ deps: deps(), limits: limits(), cookieToken, onDefect: (error, requestId) => log.error({ err: error, requestId }, "a bid or an event stream failed") });
}
