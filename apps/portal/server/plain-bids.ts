import type { Server } from "node:http";
import type { Socket } from "node:net";
import { HEADERS_TIMEOUT_MS, KEEP_ALIVE_MS } from "./limits.ts";
import { readPlainBid, type PlainBid } from "./read-plain-bid.ts";

/** How exact the ends of waiting are. */
const SWEPT_EVERY_MS = 5_000;

export type PlainBids = {
  /** Takes the connection's request; resolves to the whole answer, a character a byte. Never rejected. */
  readonly answer: (bid: PlainBid, socket: Socket) => Promise<string>;
  readonly isStopping: () => boolean;
};

/** The connections that node:http does not know of. */
export type PlainConnections = { /** Those that wait for nothing. */ closeIdle(): void; closeAll(): void };

/**
 * Bids in their plain form are read before node:http does it, which costs a quarter of what a bid costs this process. A connection on which something else comes is handed to node:http with
 * all that has come, for good. Decision 0019. Thousands of followers pass here, so a connection that is handed on leaves nothing of its own behind.
 */
export function takePlainBids(server: Server, { answer, isStopping }: PlainBids): PlainConnections {
  const [toHttp] = server.listeners("connection") as ((socket: Socket) => void)[];
  if (!toHttp) throw new Error("The server has no reader of HTTP to hand connections to.");
  server.removeListener("connection", toHttp);
  /** Connections that wait for a request, and until when. */
  const idle = new Map<Socket, number>();
  /** Connections whose bid is being decided, and what has come since: it waits, and then goes another way. */
  const asking = new Map<Socket, Buffer | null>();
  const beginTogether = together();

  server.on("connection", (socket: Socket) => {
    idle.set(socket, performance.now() + HEADERS_TIMEOUT_MS);
    socket.on("data", take).on("end", end).on("error", drop).on("close", forget);
  });

  function take(this: Socket, piece: Buffer): void {
    if (!idle.has(this)) {
      const early = asking.get(this);
      asking.set(this, early ? Buffer.concat([early, piece]) : piece);
      this.pause();
      return;
    }
    const bid = readPlainBid(piece);
    if (bid === null) return handOver(this, piece);
    idle.delete(this);
    asking.set(this, null);
    beginTogether(() => void answer(bid, this).then((text) => write(this, text)));
  }

  function write(socket: Socket, text: string): void {
    const early = asking.get(socket);
    asking.delete(socket);
    if (socket.destroyed) return;
    socket.write(text, "latin1");
    if (isStopping() || socket.readableEnded) return void socket.end();
    idle.set(socket, performance.now() + KEEP_ALIVE_MS);
    if (early) handOver(socket, early);
  }

  function handOver(socket: Socket, piece: Buffer): void {
    idle.delete(socket);
    socket.off("data", take).off("end", end).off("error", drop).off("close", forget);
    socket.pause();
    socket.unshift(piece);
    toHttp!.call(server, socket);
    socket.resume();
  }

  function end(this: Socket): void {
    if (idle.has(this)) this.end();
  }

  function drop(this: Socket): void {
    this.destroy();
  }

  function forget(this: Socket): void {
    idle.delete(this);
    asking.delete(this);
  }

  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [socket, until] of idle) if (until < now) socket.destroy();
  }, SWEPT_EVERY_MS).unref();
  server.on("close", () => clearInterval(sweep));

  const close = (sockets: ReadonlyMap<Socket, unknown>): void => {
    for (const socket of sockets.keys()) socket.destroy();
  };
  return {
    closeIdle: () => close(idle),
    closeAll: () => {
      close(idle);
      close(asking);
    },
  };
}

/** What comes in one turn of the event loop is read first, all of it, and begun after: done one by one in between, the same work costs a tenth more. */
function together(): (begin: () => void) => void {
  let waiting: (() => void)[] = [];
  function work(): void {
    const all = waiting;
    waiting = [];
    for (const begin of all) begin();
  }
  return (begin) => {
    if (waiting.push(begin) === 1) setImmediate(work);
  };
}
