import { passagesOf, type Passage } from "./passages.rules.ts";

export type FlagCode =
  | "GOODS_SALE" | "CONSTRUCTION" | "ROUTINE_WORK" | "ADVERTISING" | "SOCIAL_STUDY" | "STAFF_EDUCATION" | "GENERAL_BROKERAGE" | "PURE_RESEARCH" | "EXPIRED_RIGHT"
  | "MONOPOLY_IMPROVEMENT" | "MONOPOLY_RIVAL_SOURCE" | "MONOPOLY_MARKET" | "MONOPOLY_TYING" | "MONOPOLY_SOURCING" | "MONOPOLY_NO_CHALLENGE"
  | "NOT_IN_FORCE" | "STATE_SECRET" | "COOPERATION_OF_MONEY_ONLY" | "EQUITY_WITH_FIXED_RETURN" | "TITLE_MISMATCH" | "NO_TECHNICAL_CONTENT" | "NO_PRICE" | "GOODS_IN_PRICE";

/** Something to look at, with the ground of refusal it could be and the rule. A hint, never a decision. */
export type TextFlag = { readonly code: FlagCode; readonly refusalReason: string | undefined; readonly basis: string; readonly passages: readonly Passage[] };

type Sign = { readonly code: FlagCode; readonly reason: string | undefined; readonly basis: string; readonly pattern: RegExp; readonly distinct: number; readonly negatable?: boolean; readonly among?: RegExp };

/** 民法典 850; 技术合同司法解释 Art. 10. A clause that forbids such limits is none: 不得限制、不得要求. */
const MONOPOLY = { reason: "RF04", distinct: 1, negatable: false } as const;
const NOT_TECHNOLOGY = { reason: "RF08" } as const;

const SIGNS: readonly Sign[] = [
  { ...NOT_TECHNOLOGY, code: "GOODS_SALE", basis: "认定规则（2001）第三十二条、第四十二条", distinct: 3, pattern: /采购|购销|买卖|供货|供方|需方|买方|卖方|货物|货款|交货|发货|送货|到货|验货|质保|保修|单价|标准型号|型号|运抵|仓库|供应/g },
  { ...NOT_TECHNOLOGY, code: "CONSTRUCTION", basis: "民法典第八百七十八条；认定规则（2001）第四十二条", distinct: 2, pattern: /建设工程|施工|土建|装修|竣工|发包人|承包人|包工包料|工程款|监理/g },
  { ...NOT_TECHNOLOGY, code: "ROUTINE_WORK", basis: "认定规则（2001）第二十四条、第四十二条", distinct: 2, pattern: /日常维护|日常值守|例行检修|来料加工|加工费|修理|维修|保养|维保|常规检测|合格证书|检测费|值守|巡检|报修|续费|常规运行维护|清洗滤网|翻译|复印/g },
  { ...NOT_TECHNOLOGY, code: "ADVERTISING", basis: "认定规则（2001）第四十二条", distinct: 1, pattern: /广告(?:投放|发布)|宣传片|印刷|画册|摄影|展台/g },
  { ...NOT_TECHNOLOGY, code: "SOCIAL_STUDY", basis: "认定规则（2001）第三十八条", distinct: 2, pattern: /管理咨询|市场营销|营销策划|营销方案|营销分析|法律咨询|财务咨询|社会调查|薪酬|商业模式|股权结构|品牌|尽职调查|市场调研|经济效益研究/g },
  { ...NOT_TECHNOLOGY, code: "STAFF_EDUCATION", basis: "认定规则（2001）第四十六条", distinct: 1, pattern: /入职培训|职工教育|企业文化|商务礼仪|商务英语|文化培训|学历教育/g },
  { ...NOT_TECHNOLOGY, code: "GENERAL_BROKERAGE", basis: "认定规则（2001）第四十八条", distinct: 1, pattern: /介绍客户|房产|房屋中介|代理记账|招商代理|提取佣金/g },
  { ...NOT_TECHNOLOGY, code: "PURE_RESEARCH", basis: "认定规则（2001）第二十二条", distinct: 1, pattern: /基础理论研究|以发表(?:学术)?论文为主/g },
  { ...NOT_TECHNOLOGY, code: "EXPIRED_RIGHT", basis: "民法典第八百六十五条；认定规则（2001）第三十一条", distinct: 1, negatable: false, pattern: /期限届满终止|届满终止|专利[^。；]{0,20}(?:已经?失效|已届满|已终止)|未缴年费/g },
  { ...MONOPOLY, code: "MONOPOLY_IMPROVEMENT", basis: "技术合同司法解释第十条第（一）项", pattern: /不得(?!限制|要求|利用|禁止)[^。；]{0,12}改进|改进[^。；]{0,18}无偿[^。；]{0,8}(?:归|转让|许可|提供)/g },
  { ...MONOPOLY, code: "MONOPOLY_RIVAL_SOURCE", basis: "技术合同司法解释第十条第（二）项", pattern: /不得(?!限制|要求|利用|禁止)[^。；]{0,8}(?:从其他(?:来源|渠道|方)|采用第三方|使用第三方)[^。；]{0,20}技术|不得与[^。；]{0,12}竞争/g },
  { ...MONOPOLY, code: "MONOPOLY_MARKET", basis: "技术合同司法解释第十条第（三）项", pattern: /只能(?:在|按)[^。；]{0,16}(?:销售|价格)|产量不得超过|销售价格由[^。；]{0,8}(?:规定|确定)|(?:不得|禁止)出口/g },
  { ...MONOPOLY, code: "MONOPOLY_TYING", basis: "技术合同司法解释第十条第（四）项", pattern: /(?:必须|须|应当?)(?:同时|一并)(?:向[^。；]{0,8})?购买|必须购买/g },
  { ...MONOPOLY, code: "MONOPOLY_SOURCING", basis: "技术合同司法解释第十条第（五）项", pattern: /(?:原材料|零部件|产品|设备)[^。；]{0,16}只能[^。；]{0,24}(?:购买|采购)/g },
  { ...MONOPOLY, code: "MONOPOLY_NO_CHALLENGE", basis: "技术合同司法解释第十条第（六）项", pattern: /不得(?!限制|要求|利用|禁止)[^。；]{0,20}有效性[^。；]{0,6}(?:异议|质疑)|不得[^。；]{0,10}(?:请求|申请)[^。；]{0,10}宣告[^。；]{0,6}无效/g },
  { reason: "RF07", code: "NOT_IN_FORCE", basis: "火炬中心办事指南（2021）第一项", distinct: 1, negatable: false, pattern: /意向书|不具有法律约束力|框架协议|尚未生效|合同草案/g },
  { reason: undefined, code: "STATE_SECRET", basis: "管理办法（2000）第十五条", distinct: 1, pattern: /国家秘密|密级(?:为|[:：])?\s*(?:机密|绝密|秘密)/g },
  {
    reason: undefined, code: "COOPERATION_OF_MONEY_ONLY", basis: "技术合同司法解释第十九条", distinct: 1, negatable: false, among: /合作(?:开发|研究)/,
    pattern: /(?:仅|只)(?:负责)?(?:提供|投入|承担)[^。；，]{0,16}(?:资金|经费|设备|材料|场地|辅助)[^。；，]{0,16}/g,
  },
  {
    reason: undefined, code: "EQUITY_WITH_FIXED_RETURN", basis: "技术合同司法解释第二十二条", distinct: 2, negatable: false, among: /技术(?:入股|出资)|作价/,
    pattern: /不参与[^。；，]{0,8}(?:经营|管理)|(?:保底|固定)(?:收益|回报|利润|分红)|按年(?:收取|支付)[^。；，]{0,6}固定/g,
  },
];

/** Kinds of contract that are no technology contract: their words weaken what speaks for a class. */
const BLOCKING: Readonly<Partial<Record<FlagCode, readonly string[] | "all">>> = {
  GOODS_SALE: "all", CONSTRUCTION: "all", ROUTINE_WORK: "all", ADVERTISING: "all", PURE_RESEARCH: "all", SOCIAL_STUDY: ["4", "51"], STAFF_EDUCATION: ["52"], GENERAL_BROKERAGE: ["53"],
};

export function signsIn(text: string): readonly TextFlag[] {
  return SIGNS.flatMap(({ code, reason, basis, pattern, distinct, negatable = true, among }) => {
    if (among && !among.test(text)) return [];
    const passages = passagesOf(text, pattern, `flag:${code}`, { negatable });
    return new Set(passages.map((one) => one.text)).size >= distinct ? [{ code, refusalReason: reason, basis, passages }] : [];
  });
}

/** How much of a class's score the signs of another kind of contract leave. */
const LEFT_BY_DOUBT = 0.25;

export function doubtOf(flags: readonly TextFlag[]): (cls: string) => number {
  return (cls) => (flags.some(({ code }) => BLOCKING[code] === "all" || (BLOCKING[code] ?? []).includes(cls)) ? LEFT_BY_DOUBT : 1);
}

export function isBlocking({ code }: TextFlag): boolean {
  return BLOCKING[code] !== undefined;
}
