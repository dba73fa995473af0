import { readAuction, readLotsSince, type LotUpdate } from "@ttx/domain/auction";
import { read } from "@ttx/domain/shared/execute";
import { toWire } from "@ttx/domain/shared/wire";
import type { Call } from "../door/endpoint.ts";
import { hubOf } from "./hub.ts";

const HEARTBEAT_MS = 15_000;
const EVENT_ID = /^(\d{1,9})\.(\d{1,9})$/;
const encoder = new TextEncoder();

/** One event: its id names what the watcher has seen by then, so that a reconnect goes on exactly there. */
export function eventText({ snapshot, bids }: Pick<LotUpdate, "snapshot" | "bids">, serverTime: Date): string {
  return `id: ${snapshot.sequence}.${snapshot.version}\nevent: lot\ndata: ${JSON.stringify(toWire({ ...snapshot, bids, serverTime }))}\n\n`;
}

/** What the watcher says it has seen, from Last-Event-ID; everything when it says nothing. */
export function lastSeen(request: Request): { sequence: number; version: number } {
  const match = EVENT_ID.exec(request.headers.get("last-event-id") ?? "");
  return match ? { sequence: Number(match[1]), version: Number(match[2]) } : { sequence: -1, version: -1 };
}

/** Server-sent events of a lot: first what the watcher has missed, then every move, none lost and none twice. */
export async function streamLot({ deps, actor, parts, request }: Call): Promise<Response> {
  const auctionId = parts.params["auctionId"]!;
  const lot = await read(deps, readAuction, actor, { auctionId });
  const clockAhead = lot.serverTime.getTime() - performance.now();
  const serverTime = (): Date => new Date(performance.now() + clockAhead);

  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let seen = lastSeen(request);
      const send = (update: LotUpdate): void => {
        const { sequence, version } = update.snapshot;
        if (sequence <= seen.sequence && version <= seen.version) return;
        const fresh = update.bids.filter((bid) => bid.sequence > seen.sequence);
        seen = { sequence, version };
        controller.enqueue(encoder.encode(eventText({ snapshot: update.snapshot, bids: fresh }, serverTime())));
      };
      // Listen first and catch up after: what happens between the two arrives by both ways and is sent once.
      const waiting: LotUpdate[] = [];
      let caughtUp = false;
      const unwatch = hubOf(deps).watch(auctionId, (update) => (caughtUp ? send(update) : waiting.push(update)));
      const heartbeat = setInterval(() => controller.enqueue(encoder.encode(`: ${serverTime().toISOString()}\n\n`)), HEARTBEAT_MS);
      stop = () => {
        unwatch();
        clearInterval(heartbeat);
      };
      request.signal.addEventListener("abort", stop);
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
      for (const update of await readLotsSince(deps, new Map([[auctionId, seen]]))) send(update);
      caughtUp = true;
      waiting.forEach(send);
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" },
  });
}
