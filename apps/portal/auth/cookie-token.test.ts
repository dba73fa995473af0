import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { cookieName, cookieSecret, cookieToken, tokenInCookie } from "./cookie-token.ts";

const KEY = Buffer.alloc(32, 3);
const SECRET = cookieSecret({ secretKey: KEY });

describe("X1 sign-in cookie", () => {
  beforeAll(() => {
    const environment = { DATABASE_URL: "postgresql://nobody@localhost/nothing", TTX_MODE: "test", TTX_SECRET_KEY: KEY.toString("base64"), TTX_STORAGE_DIR: "files", TTX_PUBLIC_URL: "http://localhost:3000" };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  });
  afterAll(() => void vi.unstubAllEnvs());

  it("gives the session token it was made with, and nothing else", async () => {
    const cookie = await encode({ token: { token: "opaque-session-token" }, secret: SECRET });
    expect(cookie).not.toContain("opaque");
    expect(await tokenInCookie(cookie)).toBe("opaque-session-token");
    const request = new Request("http://localhost:3000/api/v1/me", { headers: { cookie: `other=1; ${cookieName({ publicUrl: "http://localhost:3000" })}=${cookie}; last=2` } });
    expect(await cookieToken(request)).toBe("opaque-session-token");
  });

  it.each([
    ["nothing", undefined],
    ["an empty value", ""],
    ["a text", "not-a-cookie-of-ours"],
    ["an unencrypted token", "eyJhbGciOiJub25lIn0.eyJ0b2tlbiI6IngifQ."],
  ])("is nobody's for %s", async (_what, value) => expect(await tokenInCookie(value)).toBeNull());

  it("is nobody's when another key made it, or when it is too old", async () => {
    expect(await tokenInCookie(await encode({ token: { token: "x" }, secret: cookieSecret({ secretKey: Buffer.alloc(32, 4) }) }))).toBeNull();
    expect(await tokenInCookie(await encode({ token: { token: "x" }, secret: SECRET, maxAge: -60 }))).toBeNull();
    expect(await tokenInCookie(await encode({ token: { sub: "somebody" }, secret: SECRET }))).toBeNull();
  });

  it("is for secure pages only where the portal is served by https, and has a key of its own", () => {
    expect(cookieName({ publicUrl: "https://exchange.example" })).toBe("__Secure-ttx.session");
    expect(cookieName({ publicUrl: "http://localhost:3000" })).toBe("ttx.session");
    expect(SECRET).not.toContain(KEY.toString("base64url").slice(0, 20));
  });
});
