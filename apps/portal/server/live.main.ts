import { pino } from "pino";
import { deps } from "#runtime/deps.ts";
import { answerPlainBid } from "./answer-plain-bid.ts";
import { sendProblem } from "./answers.ts";
import { createHandler } from "./handle.ts";
import { openServer, stopOnSignal } from "./listen.ts";
import { openLive } from "./live.ts";
import { createMetrics } from "./metrics.ts";
import { createReadiness } from "./readiness.ts";
import { readSettings } from "./settings.ts";

/** Bids and event streams in a process of their own, without pages; for a venue whose bidding must not wait for anybody's page. Decision 0011. */
const settings = readSettings(process.env);
const log = pino({ level: settings.logLevel, base: { service: "live" }, timestamp: pino.stdTimeFunctions.isoTime });
const metrics = createMetrics();
const readiness = createReadiness(settings.databaseUrl);
const live = openLive(log);
metrics.watchLive(live);

const server = openServer(
  { settings, log },
  (isStopping) =>
    createHandler({ settings, log, metrics, readiness, cache: null, live, next: async (_request, response) => sendProblem(response, 404, "ENDPOINT_UNKNOWN", String(response.getHeader("X-Request-Id"))), isStopping }),
  answerPlainBid({ settings, log, metrics, live }),
);
server.on("upgrade", (_request, socket) => socket.destroy());
stopOnSignal(server, log, () => Promise.allSettled([readiness.close(), deps().close()]));
