import type { CertifiedFacts } from "./certificate.schema.ts";

export const DEAL_METHOD_LABELS: Record<CertifiedFacts["method"], { zh: string; en: string }> = {
  AGREED: { zh: "协议定价（公示）", en: "Agreed price, after public notice" },
  LISTING_AGREED: { zh: "挂牌后协议成交", en: "Listing with one buyer" },
  BIDDING: { zh: "网络竞价", en: "Online bidding" },
  AUCTION: { zh: "拍卖", en: "Auction" },
  TENDER: { zh: "招投标", en: "Tender" },
};
