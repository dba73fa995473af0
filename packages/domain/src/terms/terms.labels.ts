import type { TermField } from "./terms.fields.ts";
import type { LicenceKind, PaymentForm, RoyaltyBase, TermTradeMode, UseFirstTrigger } from "./terms.schema.ts";

type Label = { readonly zh: string; readonly en: string };

export const TERM_MODE_LABELS: Record<TermTradeMode, Label> = {
  ASSIGNMENT: { zh: "转让", en: "Assignment" },
  LICENCE: { zh: "许可", en: "Licence" },
  EQUITY: { zh: "作价入股", en: "Equity contribution" },
  DEVELOPMENT: { zh: "合作或委托开发", en: "Development" },
  SERVICE: { zh: "技术服务", en: "Technical service" },
  CONSULTING: { zh: "技术咨询", en: "Consulting" },
};

export const LICENCE_KIND_LABELS: Record<LicenceKind, Label> = {
  exclusive: { zh: "独占许可", en: "Exclusive licence" },
  sole: { zh: "排他许可", en: "Sole licence" },
  ordinary: { zh: "普通许可", en: "Ordinary licence" },
};

export const PAYMENT_FORM_LABELS: Record<PaymentForm, Label> = {
  LUMP_SUM: { zh: "一次总付", en: "Lump sum" },
  INSTALMENTS: { zh: "分期支付", en: "Instalments" },
  ENTRY_AND_ROYALTY: { zh: "入门费加提成", en: "Entry fee plus royalty" },
  ROYALTY: { zh: "提成", en: "Royalty" },
  EQUITY: { zh: "作价入股", en: "Equity" },
  USE_FIRST: { zh: "先使用后付费", en: "Use first, pay later" },
};

export const ROYALTY_BASE_LABELS: Record<RoyaltyBase, Label> = {
  NET_SALES: { zh: "净销售额", en: "Net sales" },
  PROFIT: { zh: "新增利润", en: "Additional profit" },
  NEW_OUTPUT: { zh: "新增产值", en: "Additional output" },
};

export const USE_FIRST_TRIGGER_LABELS: Record<UseFirstTrigger, Label> = {
  FIRST_SALE: { zh: "首次销售", en: "First sale" },
  REVENUE_LEVEL: { zh: "收入达到约定数额", en: "Revenue reaches a level" },
  DATE: { zh: "约定日期", en: "A date" },
  MILESTONE: { zh: "约定里程碑", en: "A milestone" },
};

export const TERM_FIELD_LABELS: Record<TermField, Label> = {
  tradeMode: { zh: "交易方式", en: "Mode" },
  licenceKind: { zh: "许可方式", en: "Kind of licence" },
  territory: { zh: "许可地域", en: "Territory" },
  years: { zh: "许可期限（年）", en: "Term (years)" },
  form: { zh: "支付方式", en: "Form of payment" },
  price: { zh: "价款（元）", en: "Price (yuan)" },
  withinDays: { zh: "签约后几日内付清", en: "Days to pay after signing" },
  parts: { zh: "分期（元）", en: "Instalments (yuan)" },
  entry: { zh: "入门费（元）", en: "Entry fee (yuan)" },
  expected: { zh: "预计总额（元）", en: "Expected total (yuan)" },
  base: { zh: "基础费（元）", en: "Base fee (yuan)" },
  royalty: { zh: "提成比例", en: "Royalty rate" },
  royaltyBase: { zh: "提成基数", en: "Royalty base" },
  cap: { zh: "费用上限（元）", en: "Cap (yuan)" },
  value: { zh: "作价金额（元）", en: "Value of the contribution (yuan)" },
  share: { zh: "持股比例", en: "Share" },
  company: { zh: "入股企业", en: "Company" },
  trigger: { zh: "付费触发条件", en: "Trigger of payment" },
  triggerText: { zh: "触发条件说明", en: "Trigger in words" },
  outerOn: { zh: "最晚日期", en: "Outer date" },
  auditRight: { zh: "查账权", en: "Right to audit" },
  smeOnly: { zh: "仅限中小微企业", en: "For small and medium firms only" },
  exitTerms: { zh: "退出约定", en: "Exit" },
  breachTerms: { zh: "违约约定", en: "Breach" },
  lateRate: { zh: "逾期违约金（年率）", en: "Late payment (rate a year)" },
  delivery: { zh: "交付与技术支持", en: "Delivery and support" },
  improvements: { zh: "后续改进归属", en: "Later improvements" },
  other: { zh: "其他约定", en: "Other terms" },
};

/** Codes among the values of term lines, in words; everything else is shown as it is. */
const CODES: Partial<Record<TermField, Readonly<Record<string, Label>>>> = {
  tradeMode: TERM_MODE_LABELS,
  licenceKind: LICENCE_KIND_LABELS,
  form: PAYMENT_FORM_LABELS,
  royaltyBase: ROYALTY_BASE_LABELS,
  trigger: USE_FIRST_TRIGGER_LABELS,
  smeOnly: { YES: { zh: "是", en: "Yes" } },
  auditRight: { YES: { zh: "有", en: "Yes" }, NO: { zh: "无", en: "No" } },
};

export function termValueText(lang: keyof Label, field: TermField, value: string): string {
  return CODES[field]?.[value]?.[lang] ?? value;
}
