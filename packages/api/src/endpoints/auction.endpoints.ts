import {
  answerOffer,
  checkReceipt,
  confirmAuction,
  freezeAuction,
  listMyAuctions,
  readAuction,
  readBids,
  readMyStanding,
  resumeAuction,
  searchAuctions,
  setProxy,
  verifyAuction,
  ProxyInput,
} from "@ttx/domain/auction";
import { toWire } from "@ttx/domain/shared/wire";
import { endpoint, rawEndpoint, type Endpoint } from "../door/endpoint.ts";
import { readJson } from "../door/read-parts.ts";

export const AUCTION_ENDPOINTS: readonly Endpoint[] = [
  endpoint("GET", "/auctions", searchAuctions, { zh: "竞价项目：进行中、即将开始、已结束", en: "Lots by phase: live, soon, over" }, { open: true, rate: "search" }),
  endpoint("GET", "/auctions/{auctionId}", readAuction, { zh: "竞价项目的公开信息", en: "A lot as everybody may see it" }, { open: true }),
  endpoint("GET", "/auctions/{auctionId}/bids", readBids, { zh: "已接受的报价，按唯一顺序", en: "Accepted bids in their one order" }, { open: true }),
  endpoint("GET", "/auctions/{auctionId}/mine", readMyStanding, { zh: "本单位在该项目中的竞买情况", en: "How the caller's organisation stands in a lot" }),
  endpoint("GET", "/auctions/{auctionId}/verification", verifyAuction, { zh: "重放竞价记录并核验结果", en: "Replay the log and prove the result" }, { open: true, rate: "search" }),
  endpoint("GET", "/auctions/{auctionId}/receipts/{hash}", checkReceipt, { zh: "核对报价回执", en: "Check a bid's receipt" }, { open: true }),
  endpoint("GET", "/my/auctions", listMyAuctions, { zh: "本单位主持、转让或竞买的竞价", en: "Lots the caller's organisation hosts, sells or bids on" }, { tag: "auctions" }),
  endpoint("POST", "/auctions/{auctionId}/freeze", freezeAuction, { zh: "中止竞价", en: "Freeze the bidding" }),
  endpoint("POST", "/auctions/{auctionId}/resume", resumeAuction, { zh: "恢复竞价", en: "Resume the bidding" }),
  endpoint("POST", "/auctions/{auctionId}/priority-answer", answerOffer, { zh: "答复是否行使优先购买权", en: "Answer whether a priority right is used" }),
  endpoint("POST", "/auctions/{auctionId}/confirm", confirmAuction, { zh: "签署成交确认书", en: "Sign the confirmation of the result" }),
  rawEndpoint(
    "PUT",
    "/auctions/{auctionId}/proxy",
    ["bid.set-proxy"],
    { zh: "设置或取消自动出价上限", en: "Set or end the limit of automatic bidding" },
    async ({ deps, actor, origin, parts, request }) => {
      const body = await readJson(request);
      const answer = await setProxy(deps, actor, { ...(typeof body === "object" && body !== null ? body : {}), auctionId: parts.params["auctionId"] }, origin);
      return Response.json(toWire(answer), { headers: { "cache-control": "no-store" } });
    },
    { rate: "bid", inputSchema: ProxyInput },
  ),
];
