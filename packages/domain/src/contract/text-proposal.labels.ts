import type { FlagCode } from "./text-proposal.rules.ts";

/** Hints to people: what the words suggest and what to look at. */
export const TEXT_FLAG_LABELS: Readonly<Record<FlagCode, { readonly zh: string; readonly en: string }>> = {
  GOODS_SALE: { zh: "多处出现货物买卖用语，请核对是否为设备采购。", en: "Several words of a sale of goods: is this a purchase of equipment?" },
  CONSTRUCTION: { zh: "出现建设工程用语，请核对是否为工程合同。", en: "Words of construction: is this a works contract?" },
  ROUTINE_WORK: { zh: "出现常规加工、维修、检测用语，请核对是否解决特定技术问题。", en: "Words of routine work: does it solve a specific technical problem?" },
  ADVERTISING_OR_PRINTING: { zh: "出现广告、印刷等用语。", en: "Words of advertising or printing." },
  SOCIAL_STUDY: { zh: "出现经济、法律、社会咨询用语，请核对是否针对特定技术项目。", en: "Words of an economic, legal or social study: is there a specific technical project?" },
  STAFF_EDUCATION: { zh: "出现一般职工教育用语。", en: "Words of general staff education." },
  GENERAL_BROKERAGE: { zh: "出现一般居间代理用语。", en: "Words of general brokerage." },
  RESTRICTIVE_CLAUSE: { zh: "可能含有限制改进、强制回授、搭售或不质疑条款，请核对。", en: "Possibly a clause on improvements, grant-back, tying or no-challenge: please check." },
  NO_TECHNICAL_CONTENT: { zh: "文本中未见足以判断类别的技术内容。", en: "The text shows no technical content that would tell the class." },
  NO_PRICE: { zh: "文本中未见合同总金额。", en: "The text shows no total price." },
  GOODS_IN_PRICE: { zh: "价款似含设备、材料，但未分项列明。", en: "The price seems to include goods that are not itemised." },
};
