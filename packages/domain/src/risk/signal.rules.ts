import type { AlertLevel } from "./risk-alert.machine.ts";

export type RuleFamily = "identity" | "price" | "text" | "timing" | "flow" | "ip" | "auction" | "people";

/** What a rule has to say about one subject: numbers and records, never a finding. */
export type Signal = {
  readonly ruleVersion: string;
  /** 0 to 1. */
  readonly strength: number;
  readonly level: AlertLevel;
  /** The numbers that led to it, as stored with the alert. */
  readonly evidence: Readonly<Record<string, string | number>>;
  /** Records the reader can open. */
  readonly recordIds: readonly string[];
};

export type RuleCode = "R01" | "R02" | "R04" | "R05";
export type RiskRule = {
  readonly code: RuleCode;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly family: RuleFamily;
  /** Weight in the composite score. */
  readonly weight: number;
  readonly title: { readonly zh: string; readonly en: string };
  /** The question put to the reader and to the party. */
  readonly question: { readonly zh: string; readonly en: string };
  /** What would clear it. */
  readonly clearedBy: { readonly zh: string; readonly en: string };
};

export const RISK_RULES: readonly RiskRule[] = [
  {
    code: "R01", version: "R01.1", effectiveFrom: "2026-01-23", family: "identity", weight: 1,
    title: { zh: "疑似重复登记", en: "Possibly the same contract twice" },
    question: { zh: "该合同与另一份登记材料相同或高度相近，请说明二者的关系。", en: "This contract equals or closely resembles another file. Please explain how the two are related." },
    clearedBy: { zh: "期限不重叠的续签、框架协议下的订单。", en: "A renewal whose terms do not overlap; call-offs under a framework." },
  },
  {
    code: "R02", version: "R02.1", effectiveFrom: "2026-01-23", family: "price", weight: 1,
    title: { zh: "疑似拆分合同", en: "Possibly one contract in parts" },
    question: { zh: "同一双方在60日内签订的多份合同合计超过限额，请说明分别签订的理由。", en: "Several contracts of the same parties within 60 days together pass a threshold. Please explain why they were signed apart." },
    clearedBy: { zh: "各阶段成果与验收相互独立的总体方案。", en: "A master plan with separate deliverables and acceptance for each phase." },
  },
  {
    code: "R04", version: "R04.1", effectiveFrom: "2026-01-23", family: "price", weight: 1,
    title: { zh: "价格偏离同类", en: "Price unlike its peers" },
    question: { zh: "成交价格明显偏离同类合同，请说明定价依据。", en: "The price lies far from comparable contracts. Please explain how it was set." },
    clearedBy: { zh: "评估报告、公开竞价记录；免费许可与作价入股属常见情形。", en: "A valuation or the record of a public bidding; free licences and equity deals are common." },
  },
  {
    code: "R05", version: "R05.1", effectiveFrom: "2026-01-23", family: "text", weight: 1,
    title: { zh: "技术交易额占比偏高", en: "Technical share unlike its peers" },
    question: { zh: "合同含较多设备、材料内容而技术交易额占比偏高，请说明非技术性费用的扣除情况。", en: "The text speaks of goods while nearly all of the price is technical. Please explain what was deducted." },
    clearedBy: { zh: "纯软件合同；设备在另一合同中计价（请关联）。", en: "Pure software; equipment invoiced in another contract (link it)." },
  },
];

/** The version of a rule in effect on a day; undefined before its first one. */
export function riskRuleOn(code: RuleCode, on: string): RiskRule | undefined {
  return RISK_RULES.findLast((one) => one.code === code && one.effectiveFrom <= on);
}
