import type { Asking, Caller } from "./caller.ts";
import type { Endpoint } from "./endpoint.ts";

/** Whether a browser says that a request comes from a page of ours; a request that does not say is not believed. */
export function isOwnOrigin(request: Asking, publicUrl: string): boolean {
  const site = request.headers.get("sec-fetch-site");
  return request.headers.get("origin") === new URL(publicUrl).origin && (site === null || site === "same-origin");
}

export type OriginVerdict = "ok" | "ORIGIN_MISSING" | "ORIGIN_FOREIGN";

/**
 * Whether a changing request may be believed to come from our own pages. A browser always names its origin on such requests, so a
 * missing one is refused; only a caller that sent a bearer token or key, which no foreign page can make a browser send, needs none.
 */
export function checkOrigin(request: Asking, endpoint: Endpoint, caller: Caller, publicOrigin: string): OriginVerdict {
  if (endpoint.method === "GET") return "ok";
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null) return isOwnOrigin(request, publicOrigin) ? "ok" : "ORIGIN_FOREIGN";
  if (site !== null && site !== "same-origin") return "ORIGIN_FOREIGN";
  return caller.by === "header" || endpoint.beforeToken ? "ok" : "ORIGIN_MISSING";
}
