import type { Readable } from "node:stream";

/** A stored content in memory; what is stamped has a bounded size. */
export async function wholeContent(stream: Readable): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}
