import {
  acceptKey,
  answerOffer,
  checkReceipt,
  commitBid,
  confirmAuction,
  freezeAuction,
  layOpen,
  listKeys,
  listMyAuctions,
  raiseBest,
  readAuction,
  readBids,
  readBoxes,
  readMyStanding,
  readPlans,
  registerKey,
  resumeAuction,
  revealBid,
  scorePlan,
  searchAuctions,
  setProxy,
  takePrice,
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
  endpoint("POST", "/auctions/{auctionId}/sealed-bids", commitBid, { zh: "提交密封报价（承诺值与密文）", en: "Hand in a sealed bid: commitment and ciphertext" }, { status: 201, rate: "bid" }),
  endpoint("POST", "/auctions/{auctionId}/openings", revealBid, { zh: "竞买人开启本人的密封报价", en: "Open one's own sealed bid" }, { rate: "bid" }),
  endpoint("POST", "/auctions/{auctionId}/acceptance", takePrice, { zh: "接受减价竞价的当前价格", en: "Accept the standing price of a descending lot" }, { rate: "bid" }),
  endpoint("POST", "/auctions/{auctionId}/best-bid", raiseBest, { zh: "首个接受者的最优报价", en: "The first acceptor's best bid" }, { rate: "bid" }),
  endpoint("GET", "/auctions/{auctionId}/plans", readPlans, { zh: "待评分的方案（按竞买号）", en: "Plans to be scored, by bidder number" }),
  endpoint("POST", "/auctions/{auctionId}/scores", scorePlan, { zh: "方案评分", en: "Score a plan" }),
  endpoint("GET", "/auctions/{auctionId}/key-halves", readBoxes, { zh: "开标时本机构持有的密钥份额密文", en: "The encrypted halves of keys that the caller holds" }),
  endpoint("POST", "/auctions/{auctionId}/key-shares", layOpen, { zh: "提交开标密钥份额", en: "Lay open the halves of the keys" }),
  endpoint("GET", "/venues/{venueId}/opening-keys", listKeys, { zh: "交易机构的开标密钥", en: "Opening keys of an exchange" }, { tag: "auctions" }),
  endpoint("POST", "/venues/{venueId}/opening-keys", registerKey, { zh: "登记开标公钥", en: "Register the public half of an opening key" }, { tag: "auctions", status: 201 }),
  endpoint("POST", "/opening-keys/{keyId}/acceptance", acceptKey, { zh: "认可公证机构的开标密钥", en: "Accept a notary's opening key" }, { tag: "auctions" }),
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
