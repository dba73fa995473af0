import type { Readable } from "node:stream";
import type { Config } from "../shared/config.ts";
import { diskFileStore } from "./disk-file-store.ts";
import { objectFileStore } from "./object-file-store.ts";

/** A file on this machine's disk that has been received whole and hashed. */
export type ReceivedFile = { readonly path: string; readonly sha256: string; readonly sizeBytes: number; readonly mediaType: string };

/** Where contents are kept, by their SHA-256: the same content is kept once, and never changes. */
export type FileStore = {
  /** Keeps the content; when it is there already nothing happens. The received file itself stays the caller's. */
  put(file: ReceivedFile): Promise<void>;
  /** The content as a stream; fails when it is not there. */
  read(sha256: string): Promise<Readable>;
  /** Takes the content away for good, for what must not be kept; nothing happens when it is not there. */
  remove(sha256: string): Promise<void>;
};

export function fileStore(config: Config): FileStore {
  return config.objectStore ? objectFileStore(config.objectStore) : diskFileStore(config.storageDir);
}
