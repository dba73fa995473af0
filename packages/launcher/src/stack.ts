import path from "node:path";
import { untilPortalReady } from "./health.ts";
import { DATA, PROJECT } from "./project.ts";
import { supervise, turnLog, type ProcessPlan, type Supervised } from "./supervised.ts";

export interface StackPlan {
  readonly env: NodeJS.ProcessEnv;
  /** One portal a port; several run side by side on the same database. */
  readonly ports: readonly number[];
  readonly workers: number;
  /** Folder for the processes' logs; undefined shows them in the terminal. */
  readonly logFolder: string | undefined;
  readonly development: boolean;
}

export interface Stack {
  readonly portals: readonly Supervised[];
  untilReady(cancelled: AbortSignal): Promise<void>;
  stop(): Promise<void>;
}

export const LOGS = path.join(DATA, "logs");

const numbered = (name: string, index: number): string => (index === 0 ? name : `${name}-${index + 1}`);

function logOf(plan: StackPlan, name: string): string | undefined {
  return plan.logFolder ? turnLog(path.join(plan.logFolder, `${name}.log`)) : undefined;
}

function portalPlan(plan: StackPlan, port: number, index: number): ProcessPlan {
  const name = numbered("portal", index);
  return {
    name,
    cwd: path.join(PROJECT, "apps/portal"),
    args: ["dist/server.mjs"],
    env: { ...plan.env, PORT: String(port), NODE_ENV: plan.development ? "development" : "production" },
    logFile: logOf(plan, name),
  };
}

function workerPlan(plan: StackPlan, index: number): ProcessPlan {
  const name = numbered("worker", index);
  return {
    name,
    cwd: path.join(PROJECT, "apps/worker"),
    args: plan.development ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts"] : ["dist/main.mjs"],
    env: { ...plan.env, NODE_ENV: plan.development ? "development" : "production" },
    logFile: logOf(plan, name),
  };
}

/** Starts portals and workers on one database; `giveUp` hears why the whole cannot go on. */
export function startStack(plan: StackPlan, giveUp: (reason: string) => void): Stack {
  const portalPlans = plan.ports.map((port, index) => portalPlan(plan, port, index));
  const portals = portalPlans.map((one) => supervise(one, giveUp));
  const workers = Array.from({ length: plan.workers }, (_, index) => supervise(workerPlan(plan, index), giveUp));
  for (const one of [...portals, ...workers]) one.start();
  return {
    portals,
    untilReady: async (cancelled) => {
      await Promise.all(plan.ports.map((port, index) => untilPortalReady(port, 120_000, cancelled, portalPlans[index]?.logFile)));
    },
    stop: async () => {
      await Promise.all(portals.map((portal) => portal.stop())); // first nobody new, then no more work; the database comes after both
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}
