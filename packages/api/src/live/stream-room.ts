import { readRoomPulse } from "@ttx/domain/negotiation";
import { read } from "@ttx/domain/shared/execute";
import type { Call } from "../door/endpoint.ts";
import { roomHubOf } from "./room-hub.ts";

const HEARTBEAT_MS = 15_000;
const encoder = new TextEncoder();

/** What a watcher is told: that the record goes so far now. He reads it by the ordinary way, which asks the policy again. */
export function pulseText(sequence: number): string {
  return `id: ${sequence}\nevent: room\ndata: {"sequence":${sequence}}\n\n`;
}

/** Server-sent events of a negotiation room, for those who may see it; the stream ends when somebody no longer may. */
export async function streamRoom({ deps, actor, parts, request }: Call): Promise<Response> {
  const roomId = parts.params["id"]!;
  const { sequence } = await read(deps, readRoomPulse, actor, { roomId });
  const known = Number(request.headers.get("last-event-id") ?? sequence);

  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let told = Number.isInteger(known) ? known : sequence;
      const tell = (reached: number): void => {
        if (reached <= told) return;
        told = reached;
        controller.enqueue(encoder.encode(pulseText(reached)));
      };
      const end = (): void => {
        stop();
        controller.close();
      };
      const unwatch = roomHubOf(deps).watch(roomId, sequence, (reached) => {
        // A mandate may have ended, a new agreement may wait for a signature.
        read(deps, readRoomPulse, actor, { roomId }).then(() => tell(reached), end);
      });
      const heartbeat = setInterval(() => controller.enqueue(encoder.encode(": \n\n")), HEARTBEAT_MS);
      stop = () => {
        unwatch();
        clearInterval(heartbeat);
      };
      request.signal.addEventListener("abort", () => stop());
      controller.enqueue(encoder.encode("retry: 2000\n\n"));
      tell(sequence);
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" } });
}
