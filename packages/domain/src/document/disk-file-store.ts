import { constants, createReadStream } from "node:fs";
import { access, copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import type { FileStore } from "./file-store.ts";

/** Files in folders by the first digits of their hash. A file appears under its name only when it is whole and on the disk. */
export function diskFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => path.join(folder, "content", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async put({ path: received, sha256 }) {
      const kept = pathOf(sha256);
      if (await exists(kept)) return;
      await mkdir(path.dirname(kept), { recursive: true });
      const half = `${kept}.${randomUUID()}`;
      try {
        await copyFile(received, half, constants.COPYFILE_FICLONE);
        await onDisk(half);
        await rename(half, kept);
      } finally {
        await rm(half, { force: true });
      }
    },
    async read(sha256) {
      const stream = createReadStream(pathOf(sha256));
      await new Promise<void>((resolve, reject) => stream.once("open", () => resolve()).once("error", reject));
      return stream;
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
  };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
