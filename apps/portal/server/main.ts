import { createServer, type IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import next from "next";
import { pino } from "pino";
import { createHandler } from "./handle.ts";
import { stripForgedHeaders } from "./incoming.ts";
import { MAX_HEADER_BYTES } from "./limits.ts";
import { createMetrics } from "./metrics.ts";
import { createPageCache } from "./page-cache.ts";
import { createReadiness } from "./readiness.ts";
import { createRenderer } from "./render.ts";
import { readSettings } from "./settings.ts";

const settings = readSettings(process.env);
const log = pino({ level: settings.logLevel, base: { service: "portal" }, timestamp: pino.stdTimeFunctions.isoTime });

const app = next({ dev: settings.dev, dir: fileURLToPath(new URL("..", import.meta.url)), port: settings.port, hostname: settings.host });
await app.prepare();
const handleWithNext = app.getRequestHandler();
const upgradeWithNext = app.getUpgradeHandler();

const metrics = createMetrics();
const readiness = createReadiness(settings.databaseUrl);
const render = createRenderer((request, response) => void handleWithNext(request, response));
const cache = createPageCache({
  render: (key) => render(key, { "x-ttx-path": key, "x-ttx-kept": "1" }),
  now: () => performance.now(),
  onFault: (error, key) => log.error({ err: error, key }, "a public page could not be made anew"),
});
metrics.watchCache(cache);

let stopping = false;
const server = createServer(
  { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 65_000 },
  createHandler({ settings, log, metrics, readiness, cache, next: handleWithNext, isStopping: () => stopping }),
);

server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  stripForgedHeaders(request.headers, settings);
  // Only the development server speaks over sockets.
  if (settings.dev) void upgradeWithNext(request, socket, head);
  else socket.destroy();
});

server.on("error", (error) => {
  log.fatal({ err: error }, "the portal cannot listen");
  process.exit(1);
});

server.listen(settings.port, settings.host, () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : settings.port;
  log.info({ port, dev: settings.dev }, "portal listening");
});

/** Lets requests finish, then goes; after ten seconds it goes anyway (event streams never finish by themselves). */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "portal stopping");
  const deadline = setTimeout(() => server.closeAllConnections(), 10_000);
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  clearTimeout(deadline);
  await Promise.allSettled([readiness.close(), app.close()]);
  log.info("portal stopped");
  process.exit(0);
}
process.on("SIGTERM", () => void stop("SIGTERM"));
process.on("SIGINT", () => void stop("SIGINT"));
