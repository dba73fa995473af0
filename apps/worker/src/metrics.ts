import { readOperations } from "@ttx/domain/operations";
import { SYSTEM } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import { read } from "@ttx/domain/shared/execute";
import type { EventQueue } from "@ttx/queue";
import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";

export type WorkerMetrics = {
  readonly failures: Counter<"where">;
  readonly contentType: string;
  /** Everything as Prometheus reads it, figures included. */
  text(): Promise<string>;
};

/** The figures of the operations page, read anew for every scrape. */
export function createMetrics(deps: Deps, queue: Pick<EventQueue, "counts">): WorkerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const overdue = gauge("ttx_due_act_most_overdue_seconds", "How late the most overdue act is; 0 when none is.");
  const failing = gauge("ttx_due_acts_failing", "Due acts whose last try failed.");
  const undelivered = gauge("ttx_outbox_oldest_undelivered_seconds", "Age of the oldest event that is not in the queue; 0 when there is none.");
  const unhandled = gauge("ttx_outbox_oldest_unhandled_seconds", "Age of the oldest event whose handlers are not done; 0 when there is none.");
  const unsealed = gauge("ttx_audit_oldest_unsealed_seconds", "Age of the oldest audit entry without a seal; 0 when there is none.");
  const mailsQueued = gauge("ttx_mails_queued", "Mails that wait to be sent.");
  const mailsFailed = gauge("ttx_mails_failed", "Mails that could not be sent.");
  const workers = gauge("ttx_workers", "Workers that gave a sign of life lately.");
  const alarms = new Gauge({ name: "ttx_alarm", help: "1 for every alarm of the operations page.", labelNames: ["code"], registers: [registry] });
  const failures = new Counter({ name: "ttx_worker_step_failures_total", help: "Steps that failed and were tried again.", labelNames: ["where"], registers: [registry] });
  const jobs = new Gauge({ name: "ttx_queue_jobs", help: "Jobs in the queue, by state.", labelNames: ["state"], registers: [registry] });
  const refresh = async (): Promise<void> => {
    const [{ figures, alarms: present }, counts] = await Promise.all([read(deps, readOperations, SYSTEM, {}), queue.counts()]);
    for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count);
    overdue.set(figures.mostOverdueSeconds ?? 0);
    failing.set(figures.failingActs);
    undelivered.set(figures.oldestUndeliveredSeconds ?? 0);
    unhandled.set(figures.oldestUnhandledSeconds ?? 0);
    unsealed.set(figures.oldestUnsealedSeconds ?? 0);
    mailsQueued.set(figures.queuedMails);
    mailsFailed.set(figures.failedMails);
    workers.set(figures.workers);
    alarms.reset();
    for (const { code } of present) alarms.set({ code }, 1);
  };
  return {
    failures,
    contentType: registry.contentType,
    text: async () => {
      await refresh();
      return registry.metrics();
    },
  };
}
