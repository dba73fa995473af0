import { announce } from "./announce.ts";
import { bring, BUILD, GENERATE } from "./build.ts";
import { checkSpace, freeBytes } from "./disk-space.ts";
import { Fault } from "./fault.ts";
import { takeLauncherLock } from "./launcher-lock.ts";
import { migrateDatabase } from "./migrate.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import { MAIN_CLUSTER, startCluster } from "./postgres.ts";
import { seconds, step } from "./progress.ts";
import { DATA } from "./project.ts";
import { seedOnce } from "./seed.ts";
import { processEnvironment, readSettings } from "./settings.ts";
import { LOGS, startStack, type Stack } from "./stack.ts";
import { stopSignal } from "./stop-signal.ts";
import { checkWebPort } from "./web-port.ts";

export interface RunOptions {
  readonly development: boolean;
  /** Runs beside the stack in development: rebuilds what changed. */
  readonly beside?: (stack: Stack) => () => void;
  /** Takes the place of the production build. */
  readonly prepare?: () => Promise<string>;
}

/** The whole life of `npm start` and `npm run dev`: up step by step, watched over, and down in order. Gives the exit code. */
export async function runExchange(options: RunOptions): Promise<number> {
  const started = performance.now();
  const settings = readSettings(process.env);
  await checkSpace(DATA);
  const unlock = takeLauncherLock();
  const stopping = stopSignal();
  const closers: (() => Promise<void> | void)[] = [unlock];
  const checkpoint = (): void => {
    if (stopping.signal.aborted) throw new Stopped();
  };
  try {
    await checkWebPort(settings.port);
    const database = await step("database", () => openDatabase(settings.databaseUrl, "replace"), (open) => (open.cluster ? `embedded PostgreSQL on port ${open.cluster.port}` : "the server of DATABASE_URL"));
    let current: OpenDatabase = database;
    closers.push(() => current.close());
    checkpoint();
    await step("migrations", () => migrateDatabase(database.url), ({ applied }) => (applied.length > 0 ? `${applied.length} applied` : "up to date"));
    checkpoint();
    await step("generated code", () => bring(GENERATE), (how) => how);
    checkpoint();
    const env = processEnvironment(process.env, settings, database.url, DATA);
    await step(settings.mode === "production" ? "reference data" : "demo data", () => seedOnce(database.url, settings.mode, env), (how) => how);
    checkpoint();
    await step("build", options.prepare ?? (() => bring(BUILD)), (how) => how);
    checkpoint();

    const stack = startStack({ env, ports: [settings.port], workers: 1, development: options.development, logFolder: options.development || settings.mode === "production" ? undefined : LOGS }, stopping.giveUp);
    closers.push(() => stack.stop());
    if (database.cluster) watchDatabase(database, (next) => (current = next), stopping);
    await step("portal and worker", () => stack.untilReady(stopping.signal));
    const endBeside = options.beside?.(stack);
    if (endBeside) closers.push(endBeside);
    await announce(settings, seconds(started));
    await stopping.stopped;
  } catch (error) {
    if (!(error instanceof Stopped) && stopping.reason === undefined && !(error instanceof Fault && stopping.signal.aborted)) throw await closed(closers, error);
  }
  const { reason } = stopping;
  console.log(reason === undefined ? "\n… stopping" : "… stopping everything");
  await closed(closers, undefined);
  if (reason === undefined) {
    console.log("✓ everything is stopped; the data is kept");
    return 0;
  }
  const full = (await freeBytes(DATA)) < 64 * 1024 ** 2 ? " The disk is full: make room and start again." : "";
  throw new Fault(`The exchange stopped because ${reason}.${full}`);
}

class Stopped extends Error {}

async function closed(closers: (() => Promise<void> | void)[], error: unknown): Promise<unknown> {
  for (const close of closers.reverse()) await close();
  return error;
}

/** The database is started again when it dies; on another port nobody would find it, so then the whole stops. */
function watchDatabase(database: OpenDatabase, replace: (next: OpenDatabase) => void, stopping: ReturnType<typeof stopSignal>): void {
  const { cluster } = database;
  if (!cluster) return;
  void cluster.ended.then(async () => {
    if (stopping.signal.aborted) return;
    console.log("! the database ended; it is started again");
    if (!stopping.databaseDeath()) return;
    try {
      const next = await startCluster({ ...MAIN_CLUSTER, running: "replace" });
      const reopened = { url: database.url, cluster: next, close: () => next.stop() };
      replace(reopened);
      if (next.port !== cluster.port) stopping.giveUp(`the database's port ${cluster.port} was taken meanwhile`);
      else watchDatabase(reopened, replace, stopping);
    } catch (error) {
      stopping.giveUp(`the database could not be started again (${error instanceof Error ? error.message : String(error)})`);
    }
  });
}
