import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";
import { giveTo, type RunAs } from "./run-as.ts";

export const SUPERUSER = "ttx_owner";

// The builtin C.UTF-8 locale sorts the same on every machine and lets pg_trgm see Chinese letters; plain C does not.
const FLAGS = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=scram-sha-256", "--data-checksums"];

export function isInitialised(dataFolder: string): boolean {
  return existsSync(path.join(dataFolder, "PG_VERSION")) && existsSync(path.join(dataFolder, "launcher-ready"));
}

/** Makes an empty cluster. A half-made one, left by an interrupted first start, is made anew. */
export function initialise({ binaries, account, prefix, owner, dataFolder }: RunAs, password: string, durable: boolean): void {
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataFolder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(dataFolder, owner);
  giveTo(passwordFile, owner);
  const [command = "", ...rest] = [...prefix, binaries.initdb];
  const args = [...rest, `--pgdata=${dataFolder}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, ...FLAGS, ...(durable ? [] : ["--no-sync"])];
  const result = spawnSync(command, args, { encoding: "utf8", uid: account?.uid, gid: account?.gid, cwd: "/", env: { PATH: process.env["PATH"], LC_ALL: "C" } });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) {
    writeFileSync(path.join(dataFolder, "launcher-ready"), ""); // last: a cluster without it was interrupted and holds nothing yet
    return;
  }
  rmSync(dataFolder, { recursive: true, force: true });
  const words = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`;
  if (/No space left/i.test(words)) throw new Fault("The disk is full: the database could not be created.");
  throw new Fault(`The database could not be created: ${words.trim().split("\n").slice(-3).join(" ")}`);
}
