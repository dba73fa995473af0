import { describe, expect, it } from "vitest";
import { cacheKey, isCacheable, pagePath, routeClass } from "./public-routes.ts";

describe("X6 server: which addresses are public pages", () => {
  it.each([
    ["/", true],
    ["/en", true],
    ["/en/", true],
    ["/results", true],
    ["/en/results/R-2025-000001", true],
    ["/statistics/330000", true],
    ["/desk", false],
    ["/en/desk/contracts", false],
    ["/results/desk", false],
    ["/sign-in", false],
    ["/resultsx", false],
    ["/zh/results", false],
  ])("%s kept: %s", (path, kept) => expect(isCacheable(path)).toBe(kept));

  it("knows pages from files and the API", () => {
    expect(pagePath("/results?x=1.5")).toBe("/results");
    expect(pagePath("/favicon.ico")).toBeNull();
    expect(pagePath("/api/v1/me")).toBeNull();
    expect(pagePath("/_next/static/a.js")).toBeNull();
  });

  it("keys by path and query in one order, without tracking parameters", () => {
    expect(cacheKey("/results/?b=2&a=1&utm_source=x")).toBe("/results?a=1&b=2");
    expect(cacheKey("/")).toBe("/");
    expect(cacheKey("/results?q=%E9%92%92%E9%92%9B")).toBe("/results?q=%E9%92%92%E9%92%9B");
  });

  it("puts every address into a bounded class", () => {
    expect(["/api/v1/listings/7", "/en/desk/x", "/", "/results/9", "/whatever", "/_next/static/c.js", "/api/health/live"].map(routeClass)).toEqual(["api", "desk", "public/home", "public/results", "page", "static", "health"]);
  });
});
