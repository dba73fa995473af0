import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Rendered } from "./render.ts";
import { contentSecurityPolicy, inlineScriptHashes } from "./security-headers.ts";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type StoredPage = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly bytes: number;
  readonly keep: boolean;
};

/** Of a page's own headers only these go on to visitors; above all never Set-Cookie. */
const PASSED = ["content-type", "content-language", "location", "link", "x-robots-tag"] as const;
const VARY = "Accept-Encoding, RSC, Next-Router-State-Tree, Next-Router-Prefetch, Next-Router-Segment-Prefetch, Next-Url";

/** Makes a rendered page ready to be sent many times: hashes of its scripts, an ETag, compressed copies. */
export async function prepare({ status, headers, body }: Rendered): Promise<StoredPage> {
  const keep = status === 200 && /^text\/html\b/.test(String(headers["content-type"] ?? ""));
  const out: Record<string, string | string[]> = { vary: VARY };
  for (const name of PASSED) {
    const value = headers[name];
    if (value !== undefined) out[name] = value;
  }
  out["content-security-policy"] = contentSecurityPolicy(inlineScriptHashes(body.toString("utf8")), { dev: false });
  out["cache-control"] = keep ? "public, max-age=0, must-revalidate" : "no-store";
  const [br, gz] = await Promise.all([brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), zip(body, { level: 6 })]);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  return { status, headers: out, etag, plain: body, br, gzip: gz, bytes: body.length + br.length + gz.length, keep };
}

type Coding = "br" | "gzip" | "plain";

export function chooseCoding(accepted: string | undefined): Coding {
  const offers = (accepted ?? "").toLowerCase().split(",").map((part) => part.trim()).filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part)).map((part) => part.split(";", 1)[0]);
  return offers.includes("br") ? "br" : offers.includes("gzip") ? "gzip" : "plain";
}

export function sendPage(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
  if (page.keep) response.setHeader("ETag", page.etag);
  const asked = request.headers["if-none-match"];
  if (page.keep && asked?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === page.etag)) {
    response.writeHead(304).end();
    return;
  }
  const coding = chooseCoding(typeof request.headers["accept-encoding"] === "string" ? request.headers["accept-encoding"] : undefined);
  const body = page[coding];
  if (coding !== "plain") response.setHeader("Content-Encoding", coding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(page.status);
  response.end(request.method === "HEAD" ? undefined : body);
}
