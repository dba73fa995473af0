import { hkdfSync } from "node:crypto";
import { decode } from "next-auth/jwt";
import type { Asking } from "@ttx/api/live";
import type { Config } from "@ttx/domain/shared/config";
import { deps } from "#runtime/deps.ts";

/** Over https the name itself forbids browsers to accept the cookie from an insecure page. */
export function cookieName({ publicUrl }: Pick<Config, "publicUrl">): string {
  return `${publicUrl.startsWith("https://") ? "__Secure-" : ""}ttx.session`;
}

/** The key that the cookie is encrypted with, made from the installation's own, so that one is not the other. */
export function cookieSecret({ secretKey }: Pick<Config, "secretKey">): string {
  return Buffer.from(hkdfSync("sha256", secretKey, "", "sign-in cookie", 32)).toString("base64url");
}

/** Cookies opened lately: who bids sends the same one every time, and opening it costs more than the bid. */
const opened = new Map<string, { readonly token: string; readonly until: number }>();
const MOST_OPENED = 5_000;

/**
 * The session token inside a cookie of ours; null when it was made by somebody else or is too old. That a cookie is ours may be remembered, as it
 * cannot change; whether the session in it still counts is asked of the database every time.
 */
export async function tokenInCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const known = opened.get(value);
  if (known && known.until > Date.now()) return known.token;
  try {
    const claims = await decode({ token: value, secret: cookieSecret(deps().config) });
    if (typeof claims?.["token"] !== "string") return null;
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.set(value, { token: claims["token"], until: Number(claims["exp"]) * 1_000 });
    return claims["token"];
  } catch {
    return null; // forged, cut off or expired: the visitor is simply not signed in
  }
}

/** The session token that a request's cookie carries. */
export function cookieToken(request: Asking): Promise<string | null> {
  const name = `${cookieName(deps().config)}=`;
  const cookie = (request.headers.get("cookie") ?? "").split(/;\s*/).find((part) => part.startsWith(name));
  return tokenInCookie(cookie?.slice(name.length));
}
