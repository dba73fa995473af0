import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DomainError, refuse } from "../shared/errors.ts";
import { SIZE_LIMIT_BYTES } from "./document.schema.ts";
import type { ReceivedFile } from "./file-store.ts";
import { kindOf } from "./media-types.rules.ts";

const MEGABYTE = 1024 * 1024;

/** A file on its way here, and how much of it was announced. */
export type SentFile = { readonly body: AsyncIterable<Uint8Array>; readonly announcedBytes?: number | undefined };

/**
 * Receives a stream onto the disk, counting and hashing as it comes, finds out by its content what it is, lets `use` have it, and leaves
 * nothing behind: not when it is cut off, not when it is too large or of a kind that is refused.
 */
export async function receiveFile<Output>(
  folder: string,
  name: string,
  sent: SentFile,
  use: (file: ReceivedFile) => Promise<Output>,
  limitBytes: number = SIZE_LIMIT_BYTES,
): Promise<Output> {
  const incoming = path.join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  const file = path.join(incoming, randomUUID());
  try {
    const { sha256, sizeBytes } = await writeDown(file, sent.body, limitBytes);
    if (sent.announcedBytes !== undefined && sent.announcedBytes !== sizeBytes) refuse("DOCUMENT_UPLOAD_BROKEN");
    if (sizeBytes === 0) refuse("DOCUMENT_EMPTY");
    const verdict = kindOf(name, await sniff(file));
    if ("fault" in verdict) refuse(verdict.fault);
    return await use({ path: file, sha256, sizeBytes, mediaType: verdict.mediaType });
  } finally {
    await rm(file, { force: true });
  }
}

async function writeDown(file: string, body: AsyncIterable<Uint8Array>, limitBytes: number): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > limitBytes) return done(new DomainError("DOCUMENT_TOO_LARGE", "refused", { limit: limitBytes / MEGABYTE }));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // Opened before anything can break off: a file that was still being opened would come to be after it was removed.
  const handle = await open(file, "wx", 0o600);
  try {
    await pipeline(body, counted, handle.createWriteStream());
  } catch (error) {
    if (error instanceof DomainError || isOurDisk(error)) throw error;
    throw new DomainError("DOCUMENT_UPLOAD_BROKEN", "refused");
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

/** A full or failing disk is our fault, not the sender's. */
function isOurDisk(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^(ENOSPC|EDQUOT|EIO|EROFS|EACCES|ENOENT|EMFILE)$/.test(code);
}

/** The type by signature; "text" for readable text; null for anything else. */
async function sniff(file: string): Promise<string | null> {
  const { fileTypeFromFile } = await import("file-type");
  const found = await fileTypeFromFile(file);
  if (found) return found.mime;
  return (await isText(file, "utf-8")) || (await isText(file, "gb18030")) ? "text" : null;
}

/** Whether every byte of the file reads as text in this encoding, without control characters. */
async function isText(file: string, encoding: "utf-8" | "gb18030"): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      if (/[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // not this encoding
    throw error;
  }
}
