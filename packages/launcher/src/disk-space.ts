import { mkdirSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { Fault } from "./fault.ts";

export const NEEDED_BYTES = 1024 ** 3;

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

export function spaceFault(free: number, needed = NEEDED_BYTES): string | null {
  if (free >= needed) return null;
  return `The disk is nearly full: ${Math.floor(free / 1024 ** 2)} MiB are free and ${Math.floor(needed / 1024 ** 2)} MiB are needed; make room and start again.`;
}

export async function checkSpace(folder: string): Promise<void> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Fault(writeFault(folder, error as NodeJS.ErrnoException));
  }
  const fault = spaceFault(await freeBytes(folder));
  if (fault !== null) throw new Fault(fault);
}

function writeFault(folder: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOSPC") return "The disk is full: make room and start again.";
  if (code === "EROFS" || code === "EACCES" || code === "EPERM") return `The folder ${folder} may not be written: give this account the right to write there.`;
  return `The folder ${folder} cannot be created (${message}).`;
}
