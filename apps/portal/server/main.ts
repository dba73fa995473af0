import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import next from "next";
import { pino } from "pino";
import { answerPlainBid } from "./answer-plain-bid.ts";
import { createHandler } from "./handle.ts";
import { stripForgedHeaders } from "./incoming.ts";
import { openServer, stopOnSignal } from "./listen.ts";
import { openLive } from "./live.ts";
import { createMetrics } from "./metrics.ts";
import { createPageCache } from "./page-cache.ts";
import { createReadiness } from "./readiness.ts";
import { createRenderer } from "./render.ts";
import { openListener, watchWithheld } from "./withheld-watch.ts";
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
const withheld = watchWithheld({ open: openListener(settings.databaseUrl), forget: cache.forget, onFault: (error) => log.warn({ err: error }, "the portal does not hear what is withheld; it listens again") });
const live = settings.dev ? null : openLive(log);
if (live) metrics.watchLive(live);

const server = openServer(
  { settings, log },
  (isStopping) => createHandler({ settings, log, metrics, readiness, cache, live, next: handleWithNext, isStopping }),
  live && answerPlainBid({ settings, log, metrics, live }),
);
server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  stripForgedHeaders(request.headers, settings);
  // Only the development server speaks over sockets.
  if (settings.dev) void upgradeWithNext(request, socket, head);
  else socket.destroy();
});
stopOnSignal(server, log, () => Promise.allSettled([readiness.close(), withheld.close(), app.close()]));
