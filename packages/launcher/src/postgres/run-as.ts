import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";

/** How the server's programs are started: PostgreSQL refuses to run as root, so root hands over to another account. */
export interface RunAs {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  /** Put before the program's own command line. */
  readonly prefix: readonly string[];
}

const SELF: RunAs = { uid: undefined, gid: undefined, prefix: [] };
const ACCOUNT = "postgres";

interface Account {
  readonly uid: number;
  readonly gid: number;
}

export function accountFrom(passwd: string, name: string): Account | null {
  const line = passwd.split("\n").find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

function serverAccount(): Account {
  const find = (): Account | null => accountFrom(readFileSync("/etc/passwd", "utf8"), ACCOUNT);
  const existing = find();
  if (existing) return existing;
  spawnSync("groupadd", ["--system", ACCOUNT], { stdio: "ignore" });
  const added = spawnSync("useradd", ["--system", "--no-create-home", "--gid", ACCOUNT, "--shell", "/usr/sbin/nologin", ACCOUNT], { stdio: "ignore" });
  if (added.status !== 0) spawnSync("adduser", ["-S", "-D", "-H", ACCOUNT], { stdio: "ignore" });
  const created = find();
  if (!created) throw new Fault(`PostgreSQL does not run as root and the account "${ACCOUNT}" could not be created: run as an ordinary user, or set DATABASE_URL.`);
  return created;
}

/** The first folder on the way to `target` that others than its owner may not enter. */
export function closedFolder(target: string, uid: number): string | null {
  const parts = path.resolve(target).split(path.sep);
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth + 1).join(path.sep);
    let stat;
    try {
      stat = statSync(folder);
    } catch {
      return null;
    }
    if (!stat.isDirectory()) return null;
    const mayEnter = stat.uid === uid ? (stat.mode & 0o100) !== 0 : (stat.mode & 0o001) !== 0;
    if (!mayEnter) return folder;
  }
  return null;
}

/** An account with just the right to pass through closed folders, such as a project below root's own home. */
function throughClosedFolders(account: Account, program: string, closed: string): RunAs {
  for (const capability of ["dac_read_search", "dac_override"]) {
    const prefix = ["setpriv", `--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups", `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, "--"];
    const [command = "", ...rest] = prefix;
    if (spawnSync(command, [...rest, program, "--version"], { stdio: "ignore" }).status === 0) return { uid: undefined, gid: undefined, prefix };
  }
  throw new Fault(`PostgreSQL does not run as root, and the folder ${closed} is closed to its account: move the project elsewhere, run as an ordinary user, or set DATABASE_URL.`);
}

/** `places`: folders that the server has to reach, its own program first. */
export function runAs(program: string, dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) {
    accessSync(program, constants.X_OK);
    return SELF;
  }
  const account = serverAccount();
  const closed = closedFolder(path.dirname(program), account.uid) ?? closedFolder(path.dirname(dataFolder), account.uid);
  return closed === null ? { ...account, prefix: [] } : throughClosedFolders(account, program, closed);
}

/** Gives a folder (and what is in it) to the server's account. */
export function giveTo(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const account = serverAccount();
  execFileSync("chown", ["-R", `${account.uid}:${account.gid}`, folder]);
}
