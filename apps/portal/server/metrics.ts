import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Live } from "@ttx/api/live";
import type { PageCache } from "./page-cache.ts";

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "ttx_http_request_duration_seconds",
    help: "Time from request to the end of the answer, by class of route.",
    labelNames: ["route", "method", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const pages = new Counter({ name: "ttx_page_cache_total", help: "Public pages served, by how they were found.", labelNames: ["how"], registers: [registry] });
  const open = new Gauge({ name: "ttx_http_requests_open", help: "Requests being answered, event streams included.", registers: [registry] });
  const timers = new Map<string, Observer>();
  return {
    registry,
    pages,
    open,
    /** How long an answer of a class took; what its labels stand for is looked up once. */
    observe(route: string, method: string, status: number, seconds: number) {
      const labels = `${route} ${method} ${status}`;
      let timer = timers.get(labels);
      if (!timer) timers.set(labels, (timer = duration.labels({ route, method, status: String(status) })));
      timer.observe(seconds);
    },
    watchLive(live: Live) {
      new Gauge({ name: "ttx_live_followers", help: "Event streams of lots that are open.", registers: [registry], collect() { this.set(live.followers); } });
    },
    watchCache(cache: PageCache) {
      new Gauge({ name: "ttx_page_cache_bytes", help: "Memory of the page cache.", registers: [registry], collect() { this.set(cache.size().bytes); } });
      new Gauge({ name: "ttx_page_cache_pages", help: "Pages in the cache.", registers: [registry], collect() { this.set(cache.size().pages); } });
    },
  };
}

type Observer = { observe(seconds: number): void };

export type Metrics = ReturnType<typeof createMetrics>;

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

export function methodLabel(method: string | undefined): string {
  return method && METHODS.has(method) ? method : "OTHER";
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Metrics are for the machine itself, or for who has the token. Behind a proxy every caller looks local, so there only the token counts. */
export function mayReadMetrics(request: Pick<IncomingMessage, "headers" | "socket">, { metricsToken, forwarded }: { readonly metricsToken: string | undefined; readonly forwarded: boolean }): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (metricsToken && given) {
    const [a, b] = [Buffer.from(metricsToken), Buffer.from(given)];
    return a.length === b.length && timingSafeEqual(a, b);
  }
  return !forwarded && LOOPBACK.test(request.socket.remoteAddress ?? "");
}
