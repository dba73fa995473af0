import type { Server } from "node:http";
import { cleanUp } from "@ttx/domain/operations";
import type { Deps } from "@ttx/domain/shared/database";
import { openConsumer, openQueue } from "@ttx/queue";
import type { Logger } from "pino";
import { consume } from "./consume.ts";
import type { DueHandler } from "./due-handler.ts";
import type { Handler } from "./handler.ts";
import { startHealth } from "./health.ts";
import { beat, stopBeating } from "./loops/beat.ts";
import { importOnce } from "./loops/import.ts";
import { contractImports } from "./loops/contract-import.ts";
import { startLoop } from "./loops/loop.ts";
import { mailOnce, openPost } from "./loops/mail.ts";
import { redeliverOnce, relayOnce } from "./loops/relay.ts";
import { mergeOnce } from "./loops/merge.ts";
import { sealOnce } from "./loops/seal.ts";
import { sweepOnce } from "./loops/sweep.ts";
import { createMetrics } from "./metrics.ts";

export type WorkerOptions = {
  readonly id: string;
  readonly log: Logger;
  readonly handlers: ReadonlyMap<string, readonly Handler[]>;
  readonly dueHandlers: ReadonlyMap<string, DueHandler>;
  /** Where health and metrics are served; nowhere when absent. */
  readonly health?: { readonly host: string; readonly port: number } | undefined;
};

export type RunningWorker = { readonly health: Server | null; stop(): Promise<void> };

const CONCURRENCY = 4;
const SECOND = 1_000;

/** Everything a worker does, until it is stopped. Any number of workers share the work of one database. */
export async function startWorker(deps: Deps, { id, log, handlers, dueHandlers, health }: WorkerOptions): Promise<RunningWorker> {
  const onError = (where: string, error: unknown): void => {
    metrics.failures.inc({ where });
    log.error({ where, err: error }, "a step failed and will be tried again");
  };
  const queue = openQueue(deps.config, (error) => onError("queue", error));
  const metrics = createMetrics(deps, queue);
  const post = openPost(deps.config.smtpUrl, deps.config.mailFrom, deps.config.publicUrl);
  const consumer = await openConsumer(deps.config, CONCURRENCY, (eventId) => consume(deps, handlers, eventId), (error) => onError("consumer", error));
  const contracts = contractImports(deps);
  let stopping = false;
  const server = health ? await startHealth(health.port, health.host, { deps, metrics, isStopping: () => stopping, onError }) : null;
  const loops = [
    startLoop("beat", 5 * SECOND, () => beat(deps, id), onError),
    startLoop("relay", 0.2 * SECOND, () => relayOnce(deps, queue), onError),
    startLoop("redeliver", 60 * SECOND, () => redeliverOnce(deps, queue), onError),
    startLoop("sweep", 0.5 * SECOND, () => sweepOnce(deps, dueHandlers), onError),
    startLoop("seal", 2 * SECOND, () => sealOnce(deps, log), onError),
    startLoop("merge", 3 * SECOND, () => mergeOnce(deps), onError),
    startLoop("import", SECOND, () => importOnce(deps), onError),
    startLoop("mail", SECOND, () => mailOnce(deps, post), onError),
    startLoop("contract-import", 2 * SECOND, contracts.step, onError),
    startLoop("clean-up", 3_600 * SECOND, () => cleanUp(deps), onError),
  ];
  return {
    health: server,
    stop: async () => {
      stopping = true;
      contracts.stop();
      await Promise.all(loops.map((loop) => loop.stop()));
      await consumer.close();
      await queue.close();
      post?.close();
      server?.close();
      await stopBeating(deps, id).catch((error: unknown) => onError("beat", error));
    },
  };
}
