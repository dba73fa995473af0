import { afterDeath } from "./restart-policy.ts";
import { endWorkspaceCommands } from "./workspace-command.ts";

export interface StopSignal {
  /** Aborted as soon as the whole is to stop. */
  readonly signal: AbortSignal;
  readonly stopped: Promise<void>;
  /** Why, when nobody asked for it. */
  readonly reason: string | undefined;
  giveUp(reason: string): void;
  /** Counts a death of the database; false when it was one too many, and the whole stops. */
  databaseDeath(): boolean;
}

/** Gathers the ways in which the whole can come to its end: Ctrl-C, a closed terminal, kill, or a process that keeps dying. */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  const deathsAt: number[] = [];
  let reason: string | undefined;
  const stopped = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve(), { once: true }));
  controller.signal.addEventListener("abort", endWorkspaceCommands, { once: true });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => controller.abort());
  // npm passes SIGTERM on to its shell, which ends without telling anybody: a new parent is the only sign.
  const parent = process.ppid;
  setInterval(() => {
    if (process.env["npm_lifecycle_event"] !== undefined && process.ppid !== parent) controller.abort();
  }, 500).unref();
  const giveUp = (why: string): void => {
    if (controller.signal.aborted) return;
    reason = why;
    controller.abort();
  };
  return {
    signal: controller.signal,
    stopped,
    get reason() {
      return reason;
    },
    giveUp,
    databaseDeath: () => {
      deathsAt.push(Date.now());
      if (afterDeath(deathsAt).kind === "restart") return true;
      giveUp("the database ended for the fifth time within a minute");
      return false;
    },
  };
}
