import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export interface PostmasterPid {
  readonly pid: number;
  readonly port: number;
}

/** postmaster.pid: pid, data folder, start time, port, … one a line. */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

export function readPostmasterPid(dataFolder: string): PostmasterPid | null {
  const file = path.join(dataFolder, "postmaster.pid");
  return existsSync(file) ? parsePostmasterPid(readFileSync(file, "utf8")) : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** After a crash another program can have got the number that stands in the file, so its command line is asked too. */
export function isPostmaster(pid: number, dataFolder: string): boolean {
  if (!isAlive(pid)) return false;
  const cmdline = `/proc/${pid}/cmdline`;
  if (!existsSync(cmdline)) return process.platform !== "linux";
  return readFileSync(cmdline, "utf8").split("\0").includes(dataFolder);
}
