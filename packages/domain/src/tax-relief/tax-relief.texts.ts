import type { Texts } from "../shared/texts.ts";

export const TAX_TEXTS = {
  TAX_NO_RULE: { zh: "平台没有这一天适用的规则，请核对日期。", en: "There is no rule here for that day; check the date." },
  TAX_PROOF_NEEDS_REGISTRATION: { zh: "合同登记有效时才能出具税收优惠证明材料。", en: "The proof for a relief needs a registration that stands." },
} as const satisfies Texts;
