import type { Texts } from "../shared/texts.ts";

export const SETTLEMENT_TEXTS = {
  VENUE_FEE_BANDS_NOT_ASCENDING: { zh: "第二段金额应大于第一段。", en: "The second amount must be above the first." },
  VENUE_FEE_RATE_RISES: { zh: "费率应随成交价提高而降低（拍卖法第 56 条）。", en: "Rates fall as the price rises (Auction Law, art. 56)." },
  VENUE_FEE_LAST_BAND_CLOSED: { zh: "请填写超过部分的费率。", en: "Give the rate above the second amount." },
  VENUE_RULES_TOO_SOON: { zh: "交易规则的修改须提前 7 日公布并征求意见（电子商务法第三十四条），最早自 {earliest} 起施行。", en: "A change of the rules is published seven days ahead and open for comment (E-commerce Law, art. 34); it can take effect from {earliest} on." },
} as const satisfies Texts;
