import type { DealState } from "./deal.machine.ts";

export const DEAL_STATE_LABELS: Record<DealState, { zh: string; en: string }> = {
  AWARDED: { zh: "已成交", en: "Awarded" },
  CONTRACTING: { zh: "签约中", en: "Contracting" },
  SIGNED: { zh: "已签约", en: "Signed" },
  SETTLING: { zh: "结算中", en: "Settling" },
  SETTLED: { zh: "已结清", en: "Settled" },
  DEFAULTED: { zh: "已违约", en: "Defaulted" },
  ANNULLED: { zh: "已撤销", en: "Annulled" },
};

export const DEAL_ORIGIN_LABELS: Record<"AUCTION" | "SOLE_BUYER" | "AGREED_PRICE" | "NEGOTIATED", { zh: string; en: string }> = {
  AUCTION: { zh: "竞价成交", en: "By bidding" },
  SOLE_BUYER: { zh: "挂牌协议成交", en: "Listing, one buyer" },
  AGREED_PRICE: { zh: "协议定价成交", en: "Agreed price" },
  NEGOTIATED: { zh: "洽谈成交", en: "Negotiated" },
};
