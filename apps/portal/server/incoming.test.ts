import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { stripForgedHeaders } from "./incoming.ts";
import { requestId } from "./request-id.ts";

const STRICT = { trustProxy: false, dev: false };

describe("X6 server: what comes in", () => {
  it.each(["x-middleware-subrequest", "x-nextjs-data", "x-invoke-path", "x-matched-path", "next-action", "x-prerender-revalidate", "content-security-policy", "x-ttx-client-address", "x-forwarded-for", "next-router-prefetch"])(
    "takes out a forged %s",
    (name) => {
      const headers: IncomingHttpHeaders = { [name]: "1", accept: "text/html" };
      expect(stripForgedHeaders(headers, STRICT)).toEqual([name]);
      expect(headers).toEqual({ accept: "text/html" });
    },
  );

  it("lets the browser's router speak on a navigation", () => {
    const headers: IncomingHttpHeaders = { rsc: "1", "next-router-state-tree": "[]", "next-url": "/zh" };
    expect(stripForgedHeaders(headers, STRICT)).toEqual([]);
  });

  it("does not let it speak to the API, nor half", () => {
    const router = { rsc: "1", "next-router-state-tree": "[]", "next-url": "/zh" };
    expect(stripForgedHeaders({ ...router }, STRICT, "/api/v1/me")).toEqual(Object.keys(router));
    expect(stripForgedHeaders({ ...router, rsc: "2" }, STRICT, "/desk")).toEqual(Object.keys(router));
  });

  it("believes a proxy only when told to", () => {
    const headers: IncomingHttpHeaders = { "x-forwarded-for": "203.0.113.9" };
    expect(stripForgedHeaders(headers, { ...STRICT, trustProxy: true })).toEqual([]);
  });

  it("keeps a well-formed request id and replaces any other", () => {
    expect(requestId("trace-0001")).toBe("trace-0001");
    for (const bad of [undefined, "", "x", "a\nb-injected", "a".repeat(65), ["a".repeat(10), "b"]]) expect(requestId(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
