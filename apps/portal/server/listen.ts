import { createServer, type RequestListener, type Server } from "node:http";
import type { Logger } from "pino";
import { HEADERS_TIMEOUT_MS, KEEP_ALIVE_MS, MAX_HEADER_BYTES } from "./limits.ts";
import { takePlainBids, type PlainBids, type PlainConnections } from "./plain-bids.ts";
import type { Settings } from "./settings.ts";

type Opened = { readonly settings: Settings; readonly log: Logger };

const stopping = new WeakSet<Server>();
const plain = new WeakMap<Server, PlainConnections>();
/** Connections that may wait to be taken: everybody comes back at once after a break. */
const BACKLOG = 2_048;

/** A server with the limits that every server of ours has, listening where it was told to. `plainBids`: null where somebody else answers bids. */
export function openServer({ settings, log }: Opened, handler: (isStopping: () => boolean) => RequestListener, plainBids: PlainBids["answer"] | null): Server {
  const server: Server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: 300_000, keepAliveTimeout: KEEP_ALIVE_MS },
    handler(() => stopping.has(server)),
  );
  if (plainBids) plain.set(server, takePlainBids(server, { answer: plainBids, isStopping: () => stopping.has(server) }));
  server.on("error", (error) => {
    log.fatal({ err: error }, "the server cannot listen");
    process.exit(1);
  });
  server.listen({ port: settings.port, host: settings.host, backlog: BACKLOG }, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : settings.port;
    log.info({ port, dev: settings.dev }, "listening");
  });
  return server;
}

/** Lets requests finish, then goes; after ten seconds it goes anyway (event streams never finish by themselves). */
export function stopOnSignal(server: Server, log: Logger, close: () => Promise<unknown>): void {
  async function stop(signal: string): Promise<void> {
    if (stopping.has(server)) return;
    stopping.add(server);
    log.info({ signal }, "stopping");
    const deadline = setTimeout(() => {
      server.closeAllConnections();
      plain.get(server)?.closeAll();
    }, 10_000);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
      plain.get(server)?.closeIdle();
    });
    clearTimeout(deadline);
    await close();
    log.info("stopped");
    process.exit(0);
  }
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));
}
