import type { ListingState } from "./listing.machine.ts";

export const LISTING_STATE_LABELS: Record<ListingState, { zh: string; en: string }> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  REVIEW: { zh: "形式审查", en: "Under review" },
  REJECTED: { zh: "不予受理", en: "Rejected" },
  ACCEPTED: { zh: "已受理", en: "Accepted" },
  LISTED: { zh: "挂牌中", en: "Listed" },
  SUSPENDED: { zh: "中止", en: "Suspended" },
  TERMINATED: { zh: "终结", en: "Terminated" },
  WITHDRAWN: { zh: "撤牌", en: "Withdrawn" },
  LAPSED: { zh: "到期终结", en: "Lapsed" },
  AGREE_PRICE: { zh: "协议成交中", en: "Agreeing the price" },
  BIDDING: { zh: "竞价中", en: "Bidding" },
  AWARDED: { zh: "成交", en: "Awarded" },
  CONTRACTING: { zh: "签约中", en: "Contracting" },
  SETTLING: { zh: "结算中", en: "Settling" },
  CERTIFIED: { zh: "已出具凭证", en: "Certified" },
  CLOSED: { zh: "已办结", en: "Closed" },
  DEFAULT: { zh: "违约", en: "Default" },
};
