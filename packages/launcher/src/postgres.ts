import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Fault } from "./fault.ts";
import { postgresBinaries } from "./postgres/binaries.ts";
import { initialise, isInitialised, SUPERUSER } from "./postgres/initialise.ts";
import { freePort } from "./postgres/ports.ts";
import { giveTo, outsideFolder, runAs } from "./postgres/run-as.ts";
import { runningServer, spawnServer, stopPostmaster, untilReady } from "./postgres/server.ts";
import { abandonedFolders } from "./postgres/stale.ts";
import { DATA } from "./project.ts";
import { secretFile } from "./secret-file.ts";

export interface ClusterOptions {
  /** Folder of the cluster; its log, port and password stand beside it. */
  readonly folder: string;
  readonly port: number;
  /** False only for throwaway clusters: fsync off. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  /** What to do with a server that already runs on the folder: use it and leave it running, or stop it first. */
  readonly running?: "use" | "replace";
}

export interface Cluster {
  readonly port: number;
  readonly pid: number;
  /** Connection of the superuser to one database. */
  url(database: string): string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The cluster that `npm start` keeps its data in. */
export const MAIN_CLUSTER: ClusterOptions = { folder: path.join(DATA, "postgres"), port: 54329, durable: true };
export const MAIN_DATABASE = "ttx";

function rememberedPort(file: string, wanted: number): number {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : wanted;
  return Number.isInteger(kept) && kept > 0 ? kept : wanted;
}

function folderFor(folder: string): void {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(parent, 0o711); // the server's own account passes through, and reads nothing
}

/** Starts the embedded PostgreSQL, creating the cluster when there is none. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, durable = true, maxConnections = 120 } = options;
  folderFor(folder);
  const password = secretFile(`${folder}.superuser`, "base64url");
  const urlOn = (port: number) => (database: string) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

  const place = runAs(await postgresBinaries(), folder);
  const { dataFolder } = place;
  const running = runningServer(dataFolder);
  if (running && options.running === "use") {
    return { ...running, url: urlOn(running.port), ended: new Promise(() => undefined), stop: () => Promise.resolve() };
  }
  if (running) await stopPostmaster(running.pid);

  if (!isInitialised(dataFolder)) initialise(place, password, durable);
  giveTo(dataFolder, place.owner);
  rmSync(path.join(dataFolder, "postmaster.pid"), { force: true }); // nobody runs here: what is left is from a crash

  const portFile = `${folder}.port`;
  const port = await freePort(rememberedPort(portFile, options.port));
  writeFileSync(portFile, `${port}\n`);
  const logFile = `${folder}.log`;
  const child = spawnServer(place, { logFile, port, durable, maxConnections });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const { pid } = child;
  if (pid === undefined) throw new Fault("The database's program could not be started.");
  const stop = async (): Promise<void> => {
    await stopPostmaster(pid);
    await ended;
  };
  try {
    await untilReady(child, urlOn(port)("postgres"), logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, pid, url: urlOn(port), ended, stop };
}

const THROWAWAY = path.join(DATA, "throwaway");

/** What a run that was killed left behind. */
async function removeAbandoned(): Promise<void> {
  for (const home of abandonedFolders(THROWAWAY)) {
    const folder = path.join(home, "postgres");
    const running = runningServer(serverFolder(folder));
    if (running) await stopPostmaster(running.pid);
    removeCluster(folder);
    rmSync(home, { recursive: true, force: true });
  }
}

/** A cluster for one run: its own folder, nothing kept, fsync off. */
export async function startThrowawayCluster(name: string, port: number): Promise<Cluster> {
  await removeAbandoned();
  const home = path.join(THROWAWAY, `${name}-${process.pid}`);
  const cluster = await startCluster({ folder: path.join(home, "postgres"), port, durable: false, maxConnections: 200, running: "replace" });
  return {
    ...cluster,
    stop: async () => {
      await cluster.stop();
      removeCluster(path.join(home, "postgres"));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Deletes a cluster that is stopped, wherever it had to be placed. */
export function removeCluster(folder: string): void {
  for (const place of [folder, outsideFolder(folder), `${folder}.superuser`, `${folder}.port`, `${folder}.log`]) rmSync(place, { recursive: true, force: true });
}

/** Where the server of a cluster really keeps its data: beside the project when the project's folder is closed to its account. */
export function serverFolder(folder: string): string {
  const beside = path.join(outsideFolder(folder), "data");
  return existsSync(beside) ? beside : folder;
}
