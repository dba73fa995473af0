import type { Parts } from "./endpoint.ts";

export const BODY_LIMIT_BYTES = 1_048_576;

export class BodyTooLarge extends Error {}
export class BodyNotJson extends Error {}

export function readQuery(url: URL): Parts["query"] {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length > 1 ? values : values[0]!;
  }
  return query;
}

/** The JSON body, read with a limit that does not trust Content-Length; {} when there is none. */
export async function readJson(request: Request): Promise<unknown> {
  if (request.body === null) return {};
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT_BYTES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  if (size === 0) return {};
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(merge-patch\+)?json\b/i.test(type)) throw new BodyNotJson();
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new BodyNotJson();
  }
}
