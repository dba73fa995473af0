import { hostname } from "node:os";
import { readConfig } from "@ttx/domain/shared/config";
import { createDeps } from "@ttx/domain/shared/database";
import { pino } from "pino";
import { wireDueHandlers } from "./due-handlers.ts";
import { wireHandlers } from "./handlers.ts";
import { startWorker } from "./worker.ts";

const log = pino({ level: process.env["TTX_LOG_LEVEL"] ?? "info", base: { service: "worker" }, timestamp: pino.stdTimeFunctions.isoTime });
const config = readConfig();
const deps = createDeps(config);
const id = `${hostname()}-${process.pid}`;
const port = Number(process.env["TTX_WORKER_PORT"] || 0);

const worker = await startWorker(deps, {
  id,
  log,
  handlers: wireHandlers(),
  dueHandlers: wireDueHandlers(),
  health: port > 0 ? { host: process.env["TTX_WORKER_HOST"] || "127.0.0.1", port } : undefined,
});
log.info({ id, mode: config.mode, queue: config.redisUrl === undefined ? "postgresql" : "redis", mail: config.smtpUrl === undefined ? "kept" : "smtp" }, "worker is running");

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "worker is stopping");
  await worker.stop();
  await deps.close();
  log.info("worker stopped");
  process.exit(0);
}
process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));
