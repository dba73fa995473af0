import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Live } from "@ttx/api/live";
import type { Logger } from "pino";
import { sendProblem } from "./answers.ts";
import { introduce, type Introduced } from "./incoming.ts";
import { refusal, type Refusal } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import { answerOwnRoute, type OwnRoutes } from "./own-routes.ts";
import type { PageCache } from "./page-cache.ts";
import { cacheKey, isCacheable, pagePath } from "./public-routes.ts";
import { openAccount } from "./request-account.ts";
import { contentSecurityPolicy, newNonce, NO_PAGE_POLICY, securityHeaders } from "./security-headers.ts";
import { sendPage } from "./stored-page.ts";

export type HandleOptions = OwnRoutes & {
  /** Bids and event streams; null in development, where the door inside Next answers them and is reloaded with it. */
  readonly live: Live | null;
  readonly next: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Null where there are no pages. */
  readonly cache: PageCache | null;
  readonly log: Logger;
  readonly metrics: Metrics;
};

/** Everything that comes in passes here once: introduce, measure, refuse, then bid or event stream, own route, kept page, or Next. */
export function createHandler(options: HandleOptions): RequestListener {
  const { settings, live, log } = options;
  const secured = securityHeaders(settings);
  const liveHead = [...secured, ["Content-Security-Policy", NO_PAGE_POLICY]].flat();
  return (request, response) => {
    const url = request.url ?? "/";
    const introduced = introduce(request, settings);
    const { id } = introduced;
    const account = openAccount(options, { id, method: request.method, url });
    response.once("close", () => {
      account(response.statusCode, response.writableFinished);
      changedData(request, response, options.cache);
    });
    const refused = refusal(request);
    if (refused === null && live?.answer(request, response, ["X-Request-Id", id, ...liveHead])) return;
    response.setHeader("X-Request-Id", id);
    for (const [name, value] of secured) response.setHeader(name, value);
    if (refused) return refuse(response, refused, id);
    answer(request, response, introduced, options).catch((error: unknown) => {
      log.error({ requestId: id, err: error, path: url.split("?", 1)[0] }, "request failed");
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500, "INTERNAL", id);
    });
  };
}

function refuse(response: ServerResponse, { status, code }: Refusal, id: string): void {
  if (status === 405) response.setHeader("Allow", "GET, HEAD");
  response.setHeader("Connection", "close");
  sendProblem(response, status, code, id);
}

/** Files carry a policy by what they are: a sandbox, or what the browser's PDF viewer needs; our own pages may show them inside. */
const SENDS_ITS_OWN_POLICY = /^\/api\/v1\/(documents\/[^/?]+\/content|negotiations\/[^/?]+\/documents\/\d+)(\?|$)/;

async function answer(request: IncomingMessage, response: ServerResponse, introduced: Introduced, options: HandleOptions): Promise<void> {
  if (await answerOwnRoute(request, response, introduced, options)) return;
  const path = pagePath(request.url ?? "/");
  if (path === null) {
    if (SENDS_ITS_OWN_POLICY.test(request.url ?? "")) response.setHeader("X-Frame-Options", "SAMEORIGIN");
    else if (!request.url?.startsWith("/_next/")) response.setHeader("Content-Security-Policy", NO_PAGE_POLICY);
    await options.next(request, response);
  } else if (options.cache && !options.settings.dev && isCacheable(path) && !isRouterRequest(request)) {
    const { page, how } = await options.cache.get(cacheKey(request.url ?? "/"));
    options.metrics.pages.inc({ how });
    sendPage(request, response, page);
  } else {
    // Next reads the nonce from the policy in the request and puts it on its inline scripts.
    const policy = contentSecurityPolicy([newNonce()], options.settings);
    request.headers["content-security-policy"] = policy;
    response.setHeader("Content-Security-Policy", policy);
    response.setHeader("Cache-Control", "private, no-store");
    await options.next(request, response);
  }
}

/** A navigation inside the browser's router wants a payload, not a page: it is never kept and never answered from what is kept. */
function isRouterRequest(request: IncomingMessage): boolean {
  return request.headers["rsc"] !== undefined || /[?&]_rsc=/.test(request.url ?? "");
}

/** A change that went through this process makes its kept pages old. Bids and read marks change no kept page in a way that cannot wait some seconds. */
function changedData(request: IncomingMessage, response: ServerResponse, cache: PageCache | null): void {
  const reads = request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS";
  if (reads || response.statusCode >= 400 || !request.url?.startsWith("/api/v1/")) return;
  if (/\/(bids|sessions|notifications|drafts?)(\/|\?|$)/.test(request.url)) return;
  cache?.changed();
}
