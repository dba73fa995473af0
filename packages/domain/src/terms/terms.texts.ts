import type { Texts } from "../shared/texts.ts";

export const TERMS_TEXTS = {
  TERMS_LICENCE_NEEDED: { zh: "许可交易应写明许可方式、地域和年限。", en: "A licence states its kind, territory and years." },
  TERMS_NO_LICENCE: { zh: "只有许可交易才填写许可方式、地域和年限。", en: "Kind, territory and years belong to a licence only." },
  TERMS_EQUITY_BOTH: { zh: "作价入股的交易方式与支付方式应一致：两处都选作价入股，或都不选。", en: "An equity contribution is both the mode and the form of payment: choose both or neither." },
  TERMS_USE_FIRST_LICENCE: { zh: "先使用后付费只用于许可，请把交易方式改为许可。", en: "Use first, pay later is for licences; change the mode to licence." },
  TERMS_PARTS_DO_NOT_ADD_UP: { zh: "各期合计 {sum} 元，与价款 {price} 元不一致，请核对。", en: "The instalments add up to {sum} yuan, the price is {price} yuan; check them." },
  TERMS_PARTS_NOT_IN_ORDER: { zh: "各期日期应依次推后。", en: "Each instalment is due after the one before it." },
  TERMS_CAP_BELOW_EXPECTED: { zh: "费用上限低于预计总额，请核对。", en: "The cap lies below the expected total; check both." },
  TERMS_USE_FIRST_LACKS: { zh: "先使用后付费须同时约定费用上限、查账权、退出和违约（权利与收益规则第9节），请补齐。", en: "Use first, pay later must state a cap, the right to audit, exit and breach; add what is missing." },
  TERMS_OUTER_DATE_PAST: { zh: "最晚日期应在今天之后。", en: "The outer date must lie after today." },
} as const satisfies Texts;
