import type { IncomingMessage, ServerResponse } from "node:http";
import type { LotPosition } from "@ttx/domain/auction";
import type { Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import type { Follower } from "./channel.ts";
import type { LotHub } from "./hub.ts";
import { sendHead, type Head } from "./head.ts";
import { lastSeen } from "./lot-event.ts";
import { untilSignedOut } from "./open-streams.ts";
import { noSuchLot, refuseFollowing, RETRY_LINE, STREAM_HEADERS } from "./stream-lot.ts";

/** Bytes that may wait for somebody who reads too slowly; past this he is cut off, and comes back where he was. */
const MOST_WAITING_BYTES = 256 * 1_024;

type StreamAsked = { readonly auctionId: string; readonly request: IncomingMessage; readonly response: ServerResponse; readonly head: Head };

/** Server-sent events of a lot on a plain response; ends with the connection, or with the session that opened it. */
export async function sendEvents(deps: Deps, hub: LotHub, actor: Actor, { auctionId, request, response, head }: StreamAsked): Promise<void> {
  refuseFollowing({ actor });
  const after = new URLSearchParams(request.url?.split("?")[1] ?? "").get("after");
  const lastEventId = request.headers["last-event-id"];
  if (response.socket === null) return; // the caller has gone
  const stream = new EventStream(response, head, lastSeen(typeof lastEventId === "string" ? lastEventId : null, after));
  const leave = await hub.follow(auctionId, stream);
  if (leave === null) throw noSuchLot(auctionId);
  stream.begin();
  const unwatch = untilSignedOut(deps, actor, () => response.end());
  const stop = (): void => {
    leave();
    unwatch();
  };
  if (response.destroyed) stop();
  else response.once("close", stop);
}

class EventStream implements Follower {
  seen: LotPosition;
  private readonly response: ServerResponse;
  private head: Head | null;

  constructor(response: ServerResponse, head: Head, seen: LotPosition) {
    this.response = response;
    this.head = head;
    this.seen = seen;
  }

  /** Nothing is said before it is known that there is such a lot. */
  begin(): void {
    if (this.head === null) return;
    sendHead(this.response, 200, this.head, STREAM_HEADERS);
    this.response.flushHeaders(); // by itself, the head is kept as one text and not as the pieces it was put together of
    this.response.write(RETRY_LINE);
    this.head = null;
  }

  send(event: Buffer): void {
    this.begin();
    const { response } = this;
    const { socket } = response;
    if (socket === null) return;
    if (socket.writableLength > MOST_WAITING_BYTES) response.destroy();
    else if (!response.writableEnded) socket.write(response.chunkedEncoding ? chunkOf(event) : event);
  }
}

const CRLF = Buffer.from("\r\n");
let lastEvent: Buffer | undefined;
let lastChunk: Buffer;

/** An event as a chunk of a chunked answer (RFC 9112 §7.1). Made once for all who are told the same, and written to their sockets as it is: through each response it would be put together anew. */
function chunkOf(event: Buffer): Buffer {
  if (event !== lastEvent) [lastEvent, lastChunk] = [event, Buffer.concat([Buffer.from(`${event.byteLength.toString(16)}\r\n`), event, CRLF])];
  return lastChunk;
}
