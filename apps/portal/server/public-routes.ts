/** Public pages that read the same for every visitor. Only these are kept; everything else is rendered for the one who asks. */
const PUBLIC_PLACES = [
  "results", "demands", "challenges", "listings", "auctions", "agreed-prices", "notices", "statistics", "index", "flows", "prices", "regions", "verify",
  "institutions", "technology-managers", "directory", "services", "finance", "events", "packages", "credit", "rules", "about", "help", "open-data", "network", "docs", "search",
] as const;

const CACHEABLE = new RegExp(`^(?:/en)?(?:/|/(?:${PUBLIC_PLACES.join("|")})(?:/[^.]*)?)?$`);

/** The path of a page address without its query; null for files, the API and the framework's own addresses. */
export function pagePath(url: string): string | null {
  const path = url.split("?", 1)[0] ?? "/";
  if (path === "/api" || path.startsWith("/api/") || path.startsWith("/_next/") || /\.[a-z0-9]+$/i.test(path)) return null;
  return path;
}

export function isCacheable(path: string): boolean {
  return CACHEABLE.test(path) && !/(?:^|\/)desk(?:\/|$)/.test(path);
}

/** The few kinds of address that metrics and logs tell apart: bounded, whatever people type. */
export function routeClass(url: string): string {
  const live = /^\/api\/v1\/auctions\/[^/?]+\/(bids|events)(?:\?|$)/.exec(url);
  if (live) return live[1]!;
  const path = url.split("?", 1)[0] ?? "/";
  if (path.startsWith("/api/health")) return "health";
  if (path.startsWith("/api/auth")) return "auth";
  if (/^\/api\/(?:v1\/)?[a-z-]/.test(path)) return "api";
  if (path.startsWith("/_next/static/")) return "static";
  const page = pagePath(url);
  if (page === null) return "file";
  if (/^(?:\/en)?\/desk(?:\/|$)/.test(page)) return "desk";
  if (!isCacheable(page)) return "page";
  const place = page.replace(/^\/en(?=\/|$)/, "").split("/")[1];
  return place ? `public/${place}` : "public/home";
}

/** The cache's key: path and query, with tracking parameters left out and the rest in a fixed order. */
export function cacheKey(url: string): string {
  const [path = "/", query = ""] = url.split("?", 2);
  const params = new URLSearchParams(query);
  for (const name of [...params.keys()]) if (/^(utm_|_rsc$|spm$)/.test(name)) params.delete(name);
  params.sort();
  const rest = params.toString();
  const trimmed = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return rest ? `${trimmed || "/"}?${rest}` : trimmed || "/";
}
