import type { Texts } from "../shared/texts.ts";

export const SETTLEMENT_TEXTS = {
  VENUE_RULES_TOO_SOON: { zh: "交易规则的修改须提前 7 日公布并征求意见（电子商务法第三十四条），最早自 {earliest} 起施行。", en: "A change of the rules is published seven days ahead and open for comment (E-commerce Law, art. 34); it can take effect from {earliest} on." },
} as const satisfies Texts;
