import { describe, expect, it } from "vitest";
import { refusal } from "./limits.ts";

describe("X6 server: what is refused unread", () => {
  it.each([
    ["a page read", { method: "GET", url: "/results", headers: {} }, undefined],
    ["a page posted to", { method: "POST", url: "/results", headers: {} }, 405],
    ["an API post", { method: "POST", url: "/api/v1/listings", headers: { "content-length": "20" } }, undefined],
    ["a body too large", { method: "POST", url: "/api/v1/listings", headers: { "content-length": "1048577" } }, 413],
    ["a length that is no number", { method: "POST", url: "/api/v1/listings", headers: { "content-length": "x" } }, 413],
    ["a body of unknown length", { method: "POST", url: "/api/v1/listings", headers: { "transfer-encoding": "chunked" } }, 411],
    ["an upload of unknown length", { method: "POST", url: "/api/v1/documents", headers: { "transfer-encoding": "chunked" } }, undefined],
    ["a large upload", { method: "POST", url: "/api/v1/documents", headers: { "content-length": "50000000" } }, undefined],
    ["an address too long", { method: "GET", url: `/${"a".repeat(5000)}`, headers: {} }, 414],
    ["an address of another host", { method: "GET", url: "//evil.example/x", headers: {} }, 400],
  ])("%s", (_, request, status) => expect(refusal(request)?.status).toBe(status));
});
