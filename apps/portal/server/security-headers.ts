import { createHash, randomBytes } from "node:crypto";

const NO_PERMISSIONS = ["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb", "browsing-topics"].map((name) => `${name}=()`).join(", ");

/** On every answer, whatever it is. */
export function securityHeaders({ dev }: { readonly dev: boolean }): readonly (readonly [name: string, value: string])[] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", NO_PERMISSIONS],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["X-Permitted-Cross-Domain-Policies", "none"],
    ...(dev ? [] : [["Strict-Transport-Security", "max-age=31536000; includeSubDomains"] as const]),
  ];
}

/** The attribute style="display:none", which React's stream puts on the wrapper of a piece of a drawing; no other style may stand in a page. */
const HIDDEN_SVG = `'sha256-${createHash("sha256").update("display:none").digest("base64")}'`;

/** The policy of a page: scripts are ours by address, and inline only those named by `allowed` (a nonce or hashes). */
export function contentSecurityPolicy(allowed: readonly string[], { dev }: { readonly dev: boolean }): string {
  const scripts = ["'self'", ...allowed.map((source) => `'${source}'`), ...(dev ? ["'unsafe-eval'"] : [])];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ` 'unsafe-hashes' ${HIDDEN_SVG}`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws: wss:" : ""}`,
    "object-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join("; ");
}

/** The policy of answers that are not pages: nothing in them may run. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export function newNonce(): string {
  return `nonce-${randomBytes(16).toString("base64")}`;
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** The SHA-256 source of every inline script in a page, each once. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, body = ""] of html.matchAll(INLINE_SCRIPT)) {
    if (body !== "") hashes.add(`sha256-${createHash("sha256").update(body, "utf8").digest("base64")}`);
  }
  return [...hashes];
}
