import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = "postgres";

export function accountFrom(passwd: string, name: string): Account | null {
  const line = passwd.split("\n").find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

/** The account that the server runs as when the launcher runs as root; created when there is none. */
export function serverAccount(): Account {
  const find = (): Account | null => accountFrom(readFileSync("/etc/passwd", "utf8"), NAME);
  const existing = find();
  if (existing) return existing;
  spawnSync("groupadd", ["--system", NAME], { stdio: "ignore" });
  const added = spawnSync("useradd", ["--system", "--no-create-home", "--gid", NAME, "--shell", "/usr/sbin/nologin", NAME], { stdio: "ignore" });
  if (added.status !== 0) spawnSync("adduser", ["-S", "-D", "-H", NAME], { stdio: "ignore" });
  const created = find();
  if (!created) throw new Fault(`PostgreSQL does not run as root and the account "${NAME}" could not be created: run as an ordinary user, or set DATABASE_URL.`);
  return created;
}

/** The first folder on the way to `target` that the account may not pass through. */
export function closedFolder(target: string, uid: number): string | null {
  const parts = path.resolve(target).split(path.sep);
  for (let depth = 2; depth <= parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join(path.sep);
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (!stat) return null;
    const mayEnter = stat.uid === uid ? (stat.mode & 0o100) !== 0 : (stat.mode & 0o001) !== 0;
    if (!mayEnter) return folder;
  }
  return null;
}
