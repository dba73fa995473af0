import type { ExtensionClass } from "./extension.rules.ts";

export const EXTENSION_CLASS_LABELS: Record<ExtensionClass, { readonly zh: string; readonly en: string }> = {
  LISTING_PERIOD: { zh: "挂牌公告期", en: "Announcement periods of listings" },
  DEPOSIT: { zh: "保证金缴纳期限", en: "Deadlines for deposits" },
  NOTICE: { zh: "协议定价公示期", en: "Public notices of agreed prices" },
  PRIORITY: { zh: "优先购买权答复期限", en: "Answers of those with a right to buy first" },
  SIGNING: { zh: "签约期限", en: "Deadlines for signing" },
  INSTALMENT: { zh: "付款期限", en: "Days on which instalments are due" },
  CORRECTION: { zh: "登记材料补正期限", en: "Corrections of registration files" },
  REGISTRATION: { zh: "登记认定期限", en: "Deadlines for deciding registrations" },
};
