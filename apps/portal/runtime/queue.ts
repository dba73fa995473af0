import { openQueue, type EventQueue } from "@ttx/queue";
import { deps } from "./deps.ts";
import { log } from "./log.ts";

const kept = globalThis as typeof globalThis & { ttxQueue?: EventQueue };

/** The worker's queue, for the operations page and its retry button; it connects when first asked. */
export function queue(): EventQueue {
  return (kept.ttxQueue ??= openQueue(deps().config, (error) => log.error({ err: error }, "the queue reports a fault")));
}
