import type { Readable } from "node:stream";
import yauzl from "yauzl";

export type ZipEntry = { readonly sizeBytes: number; open(): Promise<Readable> };
export type ZipFile = { entry(name: string): ZipEntry | undefined; close(): void };

const ENTRY_LIMIT = 10_000;

/** The parts of an archive by name, to be opened in any order. */
export async function openZip(path: string): Promise<ZipFile> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(error) : resolve(opened))));
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > ENTRY_LIMIT) reject(new Error("too many parts"));
      else zip.readEntry();
    });
    zip.once("end", resolve);
    zip.once("error", reject);
    zip.readEntry();
  });
  return {
    entry: (name) => {
      const entry = entries.get(name);
      return entry && { sizeBytes: entry.uncompressedSize, open: () => new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))) };
    },
    close: () => zip.close(),
  };
}
