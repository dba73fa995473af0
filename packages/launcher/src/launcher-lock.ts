import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "./fault.ts";
import { isAlive } from "./postgres/pid-file.ts";
import { DATA } from "./project.ts";

const FILE = path.join(DATA, "launcher.pid");

/** The launcher that runs here now, if one does. */
export function runningLauncher(file = FILE): number | null {
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8"));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isAlive(pid)) return null;
  const cmdline = `/proc/${pid}/cmdline`;
  // After a crash the number may belong to a stranger.
  return existsSync(cmdline) && !readFileSync(cmdline, "utf8").includes("launcher") ? null : pid;
}

/** One launcher a project folder: two would fight for the database. */
export function takeLauncherLock(file = FILE): () => void {
  const other = runningLauncher(file);
  if (other !== null) throw new Fault(`The exchange already runs from this folder (process ${other}): stop it with Ctrl-C in its window, or with "kill ${other}".`);
  writeFileSync(file, `${process.pid}\n`);
  return () => {
    rmSync(file, { force: true });
  };
}
