import type { IncomingHttpHeaders } from "node:http";
import { requestId } from "./request-id.ts";

/** Headers by which Next talks to itself. From outside they are forgeries: advisories of 2025 and 2026 began with them. */
const FORGED = /^(x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|x-prerender-|x-now-|x-vercel-|x-next-|x-ttx-|next-action$|x-action-|content-security-policy|x-nonce$|x-http-method|x-original-url$|x-rewrite-url$)/;
/** Legitimate only on a navigation of the router in the browser, which asks for a page and says `rsc: 1`. */
const ROUTER = /^(rsc$|next-(router-|url$|hmr-))/;
const FORWARDED = /^(x-forwarded-|forwarded$|x-real-ip$|cf-connecting-ip$|true-client-ip$)/;
/** The development server's own client sends these. */
const DEV_ONLY = /^x-nextjs-(request-id|html-request-id)$/;

export type IncomingRules = { readonly trustProxy: boolean; readonly dev: boolean };

/** As much of a request as is introduced, whoever read it. */
export type Incoming = { readonly url?: string | undefined; readonly headers: IncomingHttpHeaders; readonly socket: { readonly remoteAddress?: string | undefined } };

type Kind = { readonly forged: boolean; readonly router: boolean; readonly forwarded: boolean; readonly devOnly: boolean };
const PLAIN: Kind = { forged: false, router: false, forwarded: false, devOnly: false };
/** What a name says of a header, looked at once for each of the names that come. */
const kinds = new Map<string, Kind>();
const MOST_NAMES = 1_000;

function kindOf(name: string): Kind {
  let kind = kinds.get(name);
  if (kind !== undefined) return kind;
  kind = { forged: FORGED.test(name), router: ROUTER.test(name), forwarded: FORWARDED.test(name), devOnly: DEV_ONLY.test(name) };
  if (!kind.forged && !kind.router && !kind.forwarded) kind = PLAIN;
  if (kinds.size < MOST_NAMES) kinds.set(name, kind);
  return kind;
}

/** Takes forged headers out of a request, in place. Returns the names taken out. */
export function stripForgedHeaders(headers: IncomingHttpHeaders, rules: IncomingRules, url = "/"): string[] {
  const isNavigation = headers["rsc"] === "1" && !url.startsWith("/api/");
  const taken: string[] = [];
  for (const name of Object.keys(headers)) {
    const kind = kindOf(name);
    if (kind === PLAIN || (rules.dev && kind.devOnly)) continue;
    if (!kind.forged && !(kind.router && !isNavigation) && !(kind.forwarded && !rules.trustProxy)) continue;
    delete headers[name];
    taken.push(name);
  }
  return taken;
}

/** The caller's address: the nearest hop, or what a trusted proxy says of it. */
export function clientAddress(request: Incoming, trustProxy: boolean): string {
  const forwarded = request.headers["x-forwarded-for"];
  if (trustProxy && typeof forwarded === "string") {
    const last = forwarded.split(",").at(-1)?.trim();
    if (last) return last;
  }
  return (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
}

/** `forwarded`: it came through a proxy, told of or not, so the nearest hop says nothing of who asks. */
export type Introduced = { readonly id: string; readonly forwarded: boolean };

/** What the pages and the API are told of a request, in headers that only this server can set: its id, the caller's address, and the address asked for (before the language rewrite). */
export type Introduction = Readonly<Record<"x-request-id" | "x-ttx-client-address" | "x-ttx-path", string>>;

/** Of a request whose forged headers have been taken out. */
export function introductionOf(request: Incoming, rules: IncomingRules): Introduction {
  return { "x-request-id": requestId(request.headers["x-request-id"]), "x-ttx-client-address": clientAddress(request, rules.trustProxy), "x-ttx-path": request.url ?? "/" };
}

/** Takes forged headers out of a request and puts its introduction in, in place. */
export function introduce(request: Incoming, rules: IncomingRules): Introduced {
  const forwarded = Object.keys(request.headers).some((name) => kindOf(name).forwarded);
  stripForgedHeaders(request.headers, rules, request.url);
  const introduction = introductionOf(request, rules);
  Object.assign(request.headers, introduction);
  return { id: introduction["x-request-id"], forwarded };
}
