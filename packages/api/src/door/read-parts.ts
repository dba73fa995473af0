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
  return parseJson(Buffer.concat(chunks), request.headers.get("content-type") ?? undefined);
}

/** What a body says; {} when there is none. */
export function parseJson(body: Buffer, contentType: string | undefined): unknown {
  if (body.byteLength === 0) return {};
  if (!/^application\/(merge-patch\+)?json\b/i.test(contentType ?? "")) throw new BodyNotJson();
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new BodyNotJson();
  }
}
