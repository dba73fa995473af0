import { mayFollowLots } from "@ttx/domain/auction";
import { DomainError } from "@ttx/domain/shared/errors";
import type { Call } from "../door/endpoint.ts";
import { hubOf } from "./hub.ts";
import { lastSeen } from "./lot-event.ts";

export const STREAM_HEADERS = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache, no-transform", "x-accel-buffering": "no" } as const;
export const RETRY_LINE = "retry: 1000\n\n";

export function refuseFollowing({ actor }: Pick<Call, "actor">): void {
  if (!mayFollowLots(actor)) throw new DomainError("NOT_PERMITTED", "forbidden", { action: "auction.read" });
}

export function noSuchLot(auctionId: string): DomainError {
  return new DomainError("NOT_FOUND", "not-found", { what: "auction", id: auctionId });
}

/** Server-sent events of a lot, for whoever reaches the door without the portal's own server in front. */
export async function streamLot(call: Call): Promise<Response> {
  refuseFollowing(call);
  const { deps, parts, request } = call;
  const auctionId = parts.params["auctionId"]!;
  const after = parts.query["after"];
  let stop: (() => void) | null = () => undefined;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (own) => void (controller = own), cancel: () => stop?.() });
  controller!.enqueue(new TextEncoder().encode(RETRY_LINE));
  const seen = lastSeen(request.headers.get("last-event-id"), typeof after === "string" ? after : null);
  stop = await hubOf(deps).follow(auctionId, { seen, send: (event) => controller!.enqueue(event) });
  if (stop === null) throw noSuchLot(auctionId);
  request.signal.addEventListener("abort", stop);
  return new Response(body, { headers: STREAM_HEADERS });
}
