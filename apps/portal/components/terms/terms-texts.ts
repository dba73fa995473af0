import type { Text } from "@ttx/ui/text";

/** Words of the form for structured terms. */
export const T = {
  what: { zh: "交易方式", en: "What is traded" },
  payment: { zh: "价款与支付", en: "Price and payment" },
  rest: { zh: "其他约定", en: "Other terms" },
  territoryHint: { zh: "例如：中华人民共和国境内、浙江省", en: "For instance: the mainland of China, Zhejiang" },
  choose: { zh: "请选择", en: "Choose" },
  years: { zh: "年", en: "years" },
  days: { zh: "日", en: "days" },
  percent: { zh: "%", en: "%" },
  optional: { zh: "（选填）", en: "(optional)" },
  smeOnly: { zh: "仅许可给中小微企业（签约时由买方声明）", en: "For small and medium firms only (declared by the buyer at signing)" },
  auditRight: { zh: "卖方有权查阅与提成有关的账目", en: "The seller may audit the accounts that royalties depend on" },
  lateHint: { zh: "例如 18.25（约合每日万分之五）。不填的，按交易机构公布的逾期利率计。", en: "For instance 18.25, about five in ten thousand a day. Left empty, the venue's announced rate holds." },
  expectedHint: { zh: "预计数，只用于说明规模；实际按提成计算。", en: "An expectation that shows the scale; what is owed follows from the royalty." },
  differences: { zh: "与上一条款相比", en: "Compared with the offer before" },
  before: { zh: "原为", en: "Before" },
  after: { zh: "改为", en: "Now" },
  field: { zh: "条款", en: "Term" },
  none: { zh: "未约定", en: "not stated" },
  same: { zh: "与上一条款相同", en: "The same as before" },
} as const satisfies Record<string, Text>;
