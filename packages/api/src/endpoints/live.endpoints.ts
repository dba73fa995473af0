import { BidInput } from "@ttx/domain/auction";
import { answerJson } from "../door/answer-json.ts";
import { rawEndpoint, type Endpoint } from "../door/endpoint.ts";
import { readJson } from "../door/read-parts.ts";
import { placeBid } from "../live/desk.ts";
import { streamLot } from "../live/stream-lot.ts";

/** Answered by the portal's own server before anything else is asked (`live/serve-live.ts`); here for who reaches the door without it, and for the documentation. */
export const PLACE_BID = rawEndpoint(
  "POST",
  "/auctions/{auctionId}/bids",
  ["bid.place"],
  { zh: "出价", en: "Place a bid" },
  async ({ deps, actor, origin, parts, request }) => {
    const { status, receipt } = await placeBid(deps, actor, parts.params["auctionId"], await readJson(request), origin);
    return answerJson(receipt, origin, status);
  },
  { rate: "bid", inputSchema: BidInput },
);

/** Likewise. */
export const FOLLOW_LOT = rawEndpoint(
  "GET",
  "/auctions/{auctionId}/events",
  ["auction.read"],
  { zh: "竞价实时事件流（SSE）", en: "Live events of a lot (server-sent events)" },
  streamLot,
  { open: true, produces: "text/event-stream" },
);

export const LIVE_ENDPOINTS: readonly Endpoint[] = [PLACE_BID, FOLLOW_LOT];
