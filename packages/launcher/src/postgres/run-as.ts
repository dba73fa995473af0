import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { Fault } from "../fault.ts";
import { closedFolder, serverAccount, type Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

/** How and where the server's programs run: PostgreSQL refuses to run as root, so root hands over to another account. */
export interface RunAs {
  readonly binaries: Binaries;
  readonly dataFolder: string;
  /** The account of the new process; undefined means that of the launcher. */
  readonly account: Account | undefined;
  /** Put before the program's own command line. */
  readonly prefix: readonly string[];
  /** The account that the data has to belong to. */
  readonly owner: Account | undefined;
}

const ROOT: Account = { uid: 0, gid: 0 };

export function runAs(binaries: Binaries, dataFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { binaries, dataFolder, account: undefined, prefix: [], owner: undefined };
  const account = serverAccount();
  const closed = closedFolder(path.dirname(binaries.postgres), account.uid) ?? closedFolder(path.dirname(dataFolder), account.uid);
  if (closed === null) return { binaries, dataFolder, account, prefix: [], owner: account };
  return inNamespace(binaries, dataFolder, account) ?? outside(binaries, dataFolder, account);
}

/**
 * The project lies in a folder closed to other accounts, such as root's own home. In a user namespace the server sees itself as the
 * other account, while the folders see their owner.
 */
function inNamespace(binaries: Binaries, dataFolder: string, account: Account): RunAs | null {
  const prefix = ["unshare", "--user", `--map-user=${account.uid}`, `--map-group=${account.gid}`, "--"];
  const [command = "", ...rest] = prefix;
  if (spawnSync(command, [...rest, binaries.initdb, "--version"], { stdio: "ignore" }).status !== 0) return null;
  return { binaries, dataFolder, account: undefined, prefix, owner: ROOT };
}

const OUTSIDE = "/var/tmp";

/** The last way, where a container forbids namespaces: programs and data in a place that the other account can reach. */
export function outsideFolder(dataFolder: string): string {
  return path.join(OUTSIDE, `technology-exchange-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`);
}

function outside(binaries: Binaries, dataFolder: string, account: Account): RunAs {
  const home = outsideFolder(dataFolder);
  const native = path.resolve(path.dirname(binaries.postgres), "..");
  const copy = path.join(home, "native");
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
    if (!existsSync(path.join(copy, "bin/postgres"))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  } catch (error) {
    throw new Fault(`PostgreSQL does not run as root and cannot be placed outside of the closed project folder (${String(error)}): move the project, run as an ordinary user, or set DATABASE_URL.`);
  }
  const copied = { initdb: path.join(copy, "bin/initdb"), postgres: path.join(copy, "bin/postgres") };
  return { binaries: copied, dataFolder: path.join(home, "data"), account, prefix: [], owner: account };
}

/** Gives a folder, and what is in it, to the account that the server runs as. */
export function giveTo(place: string, owner: Account | undefined): void {
  if (!owner || statSync(place).uid === owner.uid) return;
  execFileSync("chown", ["-R", `${owner.uid}:${owner.gid}`, place]);
}
