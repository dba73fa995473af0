import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Fault } from "../fault.ts";
import { isAlive, isPostmaster, readPostmasterPid } from "./pid-file.ts";
import type { RunAs } from "./run-as.ts";

export interface ServerSettings {
  readonly logFile: string;
  readonly port: number;
  /** Without it a crash of the machine may lose data: for throwaway clusters only. */
  readonly durable: boolean;
  readonly maxConnections: number;
}

function parameters({ port, durable, maxConnections }: ServerSettings): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: maxConnections,
    timezone: "UTC",
    log_timezone: "UTC",
    shared_buffers: `${durable ? sharedBuffersMb(memoryMb()) : THROWAWAY_MB}MB`,
    shared_preload_libraries: "pg_stat_statements",
    ...(durable ? { fsync: "on", full_page_writes: "on", synchronous_commit: "on" } : { fsync: "off", full_page_writes: "off", synchronous_commit: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const THROWAWAY_MB = 256;

/** A quarter of the memory, as PostgreSQL's manual advises, but no more than a search through a million entries needs. It is taken as it is used. */
export function sharedBuffersMb(memoryInMb: number): number {
  return Math.min(4_096, Math.max(128, Math.floor(memoryInMb / 4)));
}

/** What this process may use: of a container its own share, not the machine's. */
function memoryMb(): number {
  const limit = process.constrainedMemory();
  return Math.min(totalmem(), limit > 0 ? limit : Infinity) / 2 ** 20;
}

/** Starts the server in a session of its own, so that Ctrl-C in the terminal reaches only the launcher, which stops things in order. */
export function spawnServer({ binaries, account, prefix, dataFolder }: RunAs, settings: ServerSettings): ChildProcess {
  const log = openSync(settings.logFile, "a", 0o600);
  const [command = "", ...rest] = [...prefix, binaries.postgres];
  const child = spawn(command, [...rest, "-D", dataFolder, ...parameters(settings)], {
    uid: account?.uid,
    gid: account?.gid,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { PATH: process.env["PATH"], LC_ALL: "C" },
  });
  closeSync(log);
  return child;
}

/** The sentence for a server that ended while starting, from the last lines of its log. */
export function serverFault(log: string): string {
  const last = log.trim().split("\n").filter((line) => /FATAL|PANIC|could not|No space/.test(line)).slice(-2).join(" ");
  if (/No space left/i.test(last)) return "The disk is full: the database could not start.";
  if (/database files are incompatible/.test(last)) return "The data was written by another version of PostgreSQL: run \"npm run reset\" to begin anew, or set DATABASE_URL.";
  return `The database did not start: ${last || "it ended without a word"}`;
}

export async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Fault(serverFault(readFileSync(logFile, "utf8")));
    if (await answers(url)) return;
    if (performance.now() > deadline) throw new Fault(`The database did not answer within a minute; its log is ${logFile}.`);
    await sleep(50);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is written. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const deadline = performance.now() + 30_000;
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      process.kill(pid, "SIGQUIT"); // recovery at the next start replays the log: nothing committed is lost
      return;
    }
    await sleep(50);
  }
}

/** The server that already runs on this folder, if one does. */
export function runningServer(dataFolder: string): { pid: number; port: number } | null {
  const found = readPostmasterPid(dataFolder);
  return found && isPostmaster(found.pid, dataFolder) ? found : null;
}
