import { hostname } from "node:os";
import { readConfig } from "@ttx/domain/shared/config";
import { createDeps } from "@ttx/domain/shared/database";
import { openConsumer, openQueue } from "@ttx/queue";
import pino from "pino";
import { consume } from "./consume.ts";
import { wireDueHandlers } from "./due-handlers.ts";
import { wireHandlers } from "./handlers.ts";
import { beat } from "./loops/beat.ts";
import { startLoop } from "./loops/loop.ts";
import { relayOnce } from "./loops/relay.ts";
import { sweepOnce } from "./loops/sweep.ts";

const log = pino({ name: "worker" });
const config = readConfig();
const deps = createDeps(config);
const wired = wireHandlers();
const dueHandlers = wireDueHandlers();
const workerId = `${hostname()}-${process.pid}`;

const onError = (where: string, error: unknown): void => log.error({ where, err: error }, "a step failed and will be tried again");
const queue = openQueue(config, (error) => onError("queue", error));
const consumer = openConsumer(config, 4, (eventId) => consume(deps, wired, eventId), (error) => onError("consumer", error));

const loops = [
  startLoop("relay", 200, () => relayOnce(deps, queue), onError),
  startLoop("sweep", 500, () => sweepOnce(deps, dueHandlers), onError),
  startLoop("beat", 5_000, () => beat(deps, workerId), onError),
];
log.info({ workerId, mode: config.mode, queue: config.redisUrl === undefined ? "postgresql" : "redis" }, "worker is running");

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "worker is stopping");
  await Promise.all(loops.map((loop) => loop.stop()));
  await consumer.close();
  await queue.close();
  await deps.close();
  process.exit(0);
}
process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));
