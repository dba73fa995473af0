import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";
import type { Binaries } from "./binaries.ts";
import { giveTo, type RunAs } from "./run-as.ts";

export const SUPERUSER = "ttx_owner";

// The builtin C.UTF-8 locale sorts the same on every machine and lets pg_trgm see Chinese letters; plain C does not.
const FLAGS = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=scram-sha-256", "--data-checksums"];

export function isInitialised(dataFolder: string): boolean {
  return existsSync(path.join(dataFolder, "PG_VERSION")) && existsSync(path.join(dataFolder, "global/pg_control"));
}

/** Makes an empty cluster. A half-made one, left by an interrupted first start, is made anew. */
export function initialise(binaries: Binaries, as: RunAs, dataFolder: string, password: string, durable: boolean): void {
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const passwordFile = `${dataFolder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(dataFolder);
  giveTo(passwordFile);
  const [command = "", ...rest] = [...as.prefix, binaries.initdb];
  const args = [...rest, `--pgdata=${dataFolder}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, ...FLAGS, ...(durable ? [] : ["--no-sync"])];
  const result = spawnSync(command, args, { encoding: "utf8", uid: as.uid, gid: as.gid, cwd: "/", env: { PATH: process.env["PATH"], LC_ALL: "C" } });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) return;
  rmSync(dataFolder, { recursive: true, force: true });
  const words = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`;
  if (/No space left/i.test(words)) throw new Fault("The disk is full: the database could not be created.");
  throw new Fault(`The database could not be created: ${words.trim().split("\n").slice(-3).join(" ")}`);
}
