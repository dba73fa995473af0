import type { FlagCode } from "./flags.rules.ts";

/** Hints to people: what the words suggest and what to look at. */
export const TEXT_FLAG_LABELS: Readonly<Record<FlagCode, { readonly zh: string; readonly en: string }>> = {
  GOODS_SALE: { zh: "多处出现货物买卖用语，请核对是否为设备采购。", en: "Several words of a sale of goods: is this a purchase of equipment?" },
  CONSTRUCTION: { zh: "出现建设工程用语，请核对是否为工程合同。", en: "Words of construction: is this a works contract?" },
  ROUTINE_WORK: { zh: "出现常规加工、维修、检测、运维用语，请核对是否解决特定技术问题。", en: "Words of routine work or upkeep: does it solve a specific technical problem?" },
  ADVERTISING: { zh: "出现广告、印刷、摄影等用语。", en: "Words of advertising, printing or photography." },
  SOCIAL_STUDY: { zh: "出现经济、法律、社会咨询用语，请核对是否针对特定技术项目。", en: "Words of an economic, legal or social study: is there a specific technical project?" },
  STAFF_EDUCATION: { zh: "出现一般职工教育用语，请核对是否为特定技术项目的培训。", en: "Words of general staff education: is it training in a specific technical project?" },
  GENERAL_BROKERAGE: { zh: "出现一般居间代理用语，请核对是否促成技术合同。", en: "Words of general brokerage: does it bring about a technology contract?" },
  PURE_RESEARCH: { zh: "出现纯基础理论研究用语，请核对是否有明确的技术开发目标。", en: "Words of pure discovery research: is there a goal of development?" },
  EXPIRED_RIGHT: { zh: "所涉专利可能已经届满、终止或者失效，失效权利不能作为转让、许可的标的。", en: "The patent may have expired or lapsed; a lapsed right cannot be assigned or licensed." },
  MONOPOLY_IMPROVEMENT: { zh: "可能限制改进或者要求无偿回授改进成果。", en: "May limit improvements, or have them granted back for nothing." },
  MONOPOLY_RIVAL_SOURCE: { zh: "可能限制从其他来源获得竞争技术。", en: "May ban technology from rival sources." },
  MONOPOLY_MARKET: { zh: "可能不合理限制产量、价格、销售渠道或者出口。", en: "May limit quantity, price, channel or export without reason." },
  MONOPOLY_TYING: { zh: "可能搭售非必需的设备、产品或者服务。", en: "May tie in goods or services that are not needed." },
  MONOPOLY_SOURCING: { zh: "可能不合理限制原材料、零部件的采购来源。", en: "May restrict where materials and parts are bought." },
  MONOPOLY_NO_CHALLENGE: { zh: "可能禁止对知识产权的有效性提出异议。", en: "May forbid to challenge the right." },
  NOT_IN_FORCE: { zh: "可能是意向书、框架协议或者尚未生效的合同。", en: "May be a letter of intent, or a contract not yet in force." },
  STATE_SECRET: { zh: "文本提到国家秘密。涉及国家秘密的合同不得录入本系统，请核对。", en: "The text speaks of State secrets, which may not be entered here: please check." },
  COOPERATION_OF_MONEY_ONLY: { zh: "一方只提供资金、设备、材料或者辅助工作，合作开发应按委托开发认定，请核对类别。", en: "One side gives only money, equipment or auxiliary work: such a co-operation is a commissioned development." },
  EQUITY_WITH_FIXED_RETURN: { zh: "技术出资而不参与经营管理、取得固定收益的，应按技术转让或者技术许可认定，请核对类别。", en: "Technology contributed for a fixed return without a part in management is a transfer or licence." },
  TITLE_MISMATCH: { zh: "名称所称的类别与正文的权利义务不一致，请核对类别，或者补正名称。", en: "The title names another class than the rights and duties do: check the class, or correct the title." },
  NO_TECHNICAL_CONTENT: { zh: "文本中未见足以判断类别的技术内容。", en: "The text shows no technical content that would tell the class." },
  NO_PRICE: { zh: "文本中未见合同总金额。", en: "The text shows no total price." },
  GOODS_IN_PRICE: { zh: "价款似含设备、材料，但未分项列明。", en: "The price seems to include goods that are not itemised." },
};
