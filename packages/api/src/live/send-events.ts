import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";
import type { LotHub } from "./hub.ts";
import { lastSeen } from "./lot-event.ts";
import { untilSignedOut } from "./open-streams.ts";
import { noSuchLot, refuseFollowing, RETRY_LINE, STREAM_HEADERS } from "./stream-lot.ts";

/** Bytes that may wait for somebody who reads too slowly; past this he is cut off, and comes back where he was. */
const MOST_WAITING_BYTES = 256 * 1_024;

/** Server-sent events of a lot on a plain response; ends with the connection, or with the session that opened it. */
export async function sendEvents(deps: Deps, hub: LotHub, actor: Actor, auctionId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  refuseFollowing({ actor });
  const after = new URLSearchParams(request.url?.split("?")[1] ?? "").get("after");
  const lastEventId = request.headers["last-event-id"];
  let begun = false;
  const begin = (): void => {
    begun = true;
    response.writeHead(200, STREAM_HEADERS);
    response.write(RETRY_LINE);
  };
  const follower = {
    send(event: Buffer) {
      if (!begun) begin();
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
      else response.write(event);
    },
  };
  const leave = await hub.follow(auctionId, lastSeen(typeof lastEventId === "string" ? lastEventId : null, after), follower);
  if (leave === null) throw noSuchLot(auctionId);
  if (!begun) begin();
  const unwatch = untilSignedOut(deps, actor, () => response.end());
  const stop = (): void => {
    leave();
    unwatch();
  };
  if (response.destroyed) stop();
  else response.once("close", stop);
}
