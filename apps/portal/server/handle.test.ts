import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHandler } from "./handle.ts";
import { createMetrics } from "./metrics.ts";
import { createPageCache } from "./page-cache.ts";
import { createRenderer } from "./render.ts";

const settings = { dev: false, port: 0, host: undefined, databaseUrl: undefined, metricsToken: "a-secret-token", trustProxy: false, logLevel: "silent" };
const seen: IncomingHttpHeaders[] = [];
/** Stands for Next: a page with an inline script, a cookie, and what it was told. */
const page: RequestListener = (request, response) => {
  seen.push(request.headers);
  response.setHeader("Set-Cookie", "visitor=1");
  response.setHeader("Content-Type", request.headers["rsc"] ? "text/x-component" : "text/html");
  response.end(request.headers["rsc"] ? "payload" : "<script>let a = 1</script>");
};
const metrics = createMetrics();
const render = createRenderer(page);
const cache = createPageCache({ render: (key) => render(key, {}), now: () => performance.now(), onFault: () => undefined });
const server = createServer(
  createHandler({ settings, cache, live: null, metrics, log: pino({ level: "silent" }), isStopping: () => false, readiness: { ask: async () => "no database", close: async () => undefined }, next: async (request, response) => void page(request, response) }),
);
let base = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe("X6 server: the whole way of a request", () => {
  it("sends a public page from the cache with the hashes of its scripts, without the cookie, and knows it again", async () => {
    const first = await fetch(`${base}/results`, { headers: { cookie: "session=x", "x-middleware-subrequest": "1" } });
    expect([first.status, first.headers.get("set-cookie"), first.headers.get("vary")]).toEqual([200, null, expect.stringContaining("RSC")]);
    expect(first.headers.get("content-security-policy")).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect(seen.at(-1)?.cookie).toBeUndefined();
    const again = await fetch(`${base}/results`, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
  });

  it("never answers a navigation of the router from the cache, nor keeps its payload", async () => {
    expect(await (await fetch(`${base}/results?_rsc=1`, { headers: { rsc: "1" } })).text()).toBe("payload");
    expect(await (await fetch(`${base}/results`)).text()).toContain("<script>");
  });

  it("gives a workspace page a nonce of its own, told to Next in the request", async () => {
    const answers = await Promise.all([fetch(`${base}/desk`), fetch(`${base}/desk`)]);
    const policies = answers.map((answer) => answer.headers.get("content-security-policy"));
    expect(policies[0]).toMatch(/'nonce-/);
    expect(policies[0]).not.toBe(policies[1]);
    expect(seen.slice(-2).map((headers) => headers["content-security-policy"]).sort()).toEqual([...policies].sort());
    expect(answers[0]?.headers.get("cache-control")).toContain("no-store");
  });

  it("takes forged framework headers away before anything reads them", async () => {
    await fetch(`${base}/desk`, { headers: { "x-middleware-subrequest": "middleware", "x-forwarded-for": "1.2.3.4", "x-ttx-client-address": "1.2.3.4", "next-router-prefetch": "1", "next-action": "abc" } });
    const headers = seen.at(-1) ?? {};
    for (const name of ["x-middleware-subrequest", "x-forwarded-for", "next-router-prefetch", "next-action"]) expect(headers[name]).toBeUndefined();
    expect(headers["x-ttx-client-address"]).toBe("127.0.0.1");
  });

  it("refuses to be posted to outside the API", async () => {
    const answer = await fetch(`${base}/results`, { method: "POST", body: "a=1" });
    expect([answer.status, answer.headers.get("allow"), answer.headers.get("content-type")]).toEqual([405, "GET, HEAD", "application/problem+json; charset=utf-8"]);
  });

  it("keeps metrics from whoever comes through a proxy, unless they have the token", async () => {
    const status = async (headers: Record<string, string>) => (await fetch(`${base}/api/metrics`, { headers })).status;
    expect(await status({})).toBe(200);
    expect(await status({ "x-forwarded-for": "203.0.113.9" })).toBe(404);
    expect(await status({ "x-forwarded-for": "203.0.113.9", authorization: "Bearer a-secret-token" })).toBe(200);
    expect(await status({ authorization: "Bearer wrong" })).toBe(404);
  });

  it("is live without a database, but not ready, and does not tell why to strangers", async () => {
    expect((await fetch(`${base}/api/health/live`)).status).toBe(200);
    const ready = await fetch(`${base}/api/health/ready`);
    expect([ready.status, await ready.text()]).toEqual([503, `{"status":"not ready","database":"not answering"}`]);
  });
});
