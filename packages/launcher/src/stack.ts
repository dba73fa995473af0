import path from "node:path";
import { untilPortalReady } from "./health.ts";
import { DATA, PROJECT } from "./project.ts";
import { supervise, turnLog, type ProcessPlan, type Supervised } from "./supervised.ts";

export interface StackPlan {
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  /** Folder for the processes' logs; undefined shows them in the terminal. */
  readonly logFolder: string | undefined;
  readonly development: boolean;
  /** More than one runs side by side on the same database. */
  readonly workers?: number;
}

export interface Stack {
  readonly portal: Supervised;
  untilReady(cancelled: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export const LOGS = path.join(DATA, "logs");

function plans({ env, logFolder, development, workers = 1 }: StackPlan): { portal: ProcessPlan; workers: ProcessPlan[] } {
  const nodeEnv = development ? "development" : "production";
  const log = (name: string): string | undefined => (logFolder ? turnLog(path.join(logFolder, `${name}.log`)) : undefined);
  const portal = { name: "portal", cwd: path.join(PROJECT, "apps/portal"), args: ["dist/server.mjs"], env: { ...env, NODE_ENV: nodeEnv }, logFile: log("portal") };
  const worker = (name: string): ProcessPlan => ({
    name,
    cwd: path.join(PROJECT, "apps/worker"),
    args: development ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts"] : ["dist/main.mjs"],
    env: { ...env, NODE_ENV: nodeEnv },
    logFile: log(name),
  });
  return { portal, workers: Array.from({ length: workers }, (_, index) => worker(index === 0 ? "worker" : `worker ${index + 1}`)) };
}

/** Starts portal and worker on one database; `giveUp` hears why the whole cannot go on. */
export function startStack(plan: StackPlan, giveUp: (reason: string) => void): Stack {
  const { portal: portalPlan, workers: workerPlans } = plans(plan);
  const portal = supervise(portalPlan, giveUp);
  const workers = workerPlans.map((one) => supervise(one, giveUp));
  portal.start();
  for (const worker of workers) worker.start();
  return {
    portal,
    untilReady: (cancelled) => untilPortalReady(plan.port, 120_000, cancelled, portalPlan.logFile),
    stop: async () => {
      await portal.stop(); // first nobody new, then no more work, then the database
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
