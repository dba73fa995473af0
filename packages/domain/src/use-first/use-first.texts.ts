import type { Texts } from "../shared/texts.ts";

export const USE_FIRST_TEXTS = {
  USE_FIRST_CREDIT_BLOCKED: { zh: "受让方有先使用后付费许可逾期未付，付清前不能再按此方式成交。", en: "The buyer has such a licence in arrears; until it is paid no other can be given on these terms." },
  USE_FIRST_SME_ONLY: { zh: "该成果的先使用后付费仅限中小微企业，受让方须为企业。请改用其他支付方式。", en: "Using first and paying later is offered to small and medium firms only; the buyer is no firm. Agree on another form of payment." },
  USE_FIRST_SME_NOT_DECLARED: { zh: "该条款仅限中小微企业。请声明本单位符合《中小企业划型标准规定》；不符合的，请与让与方改用其他支付方式。", en: "These terms are for small and medium firms. Declare that you are one by the national standard; if not, agree with the seller on another form of payment." },
  USE_FIRST_NOT_RUNNING: { zh: "只有试用中或正常许可的项目可以报告；有待付费用的，付清后再报告。", en: "Only a licence in use takes reports; what is due is paid first." },
  USE_FIRST_REPORT_OPEN: { zh: "上一份报告还在等对方答复。", en: "The last report still waits for the other side's answer." },
  USE_FIRST_SALES_FELL: { zh: "请填写累计数，不能少于已认可的 {before} 元。", en: "Enter the total so far; it cannot be less than the {before} yuan accepted before." },
  USE_FIRST_NOTHING_DUE: { zh: "按约定公式没有应付费用。触发付费时请填写累计销售额。", en: "By the formula nothing is due. Enter the sales in all when the trigger was met." },
  USE_FIRST_ANSWERED_ALREADY: { zh: "这份报告已答复，请刷新查看。", en: "This report has been answered; reload to see it." },
  USE_FIRST_OTHER_ANSWERS: { zh: "报告由对方答复。", en: "The other side answers a report." },
  USE_FIRST_REASON_NEEDED: { zh: "不认可的，请说明理由。", en: "Say why you refuse the evidence." },
  USE_FIRST_RETURN_FIRST: { zh: "退出前请返还全部资料并勾选确认。", en: "Return all materials first and confirm it here." },
  USE_FIRST_TERM_TOO_SHORT: { zh: "最后付款期限应给予合理时间（民法典第五百六十三条），最早为 {earliest}。", en: "The last term has to be a reasonable one (Civil Code, art. 563): {earliest} at the earliest." },
  USE_FIRST_TERM_RUNS: { zh: "催告的最后付款期限为 {payBy}，期满仍未付清的，次日起可以终止许可。", en: "The last term runs until {payBy}; if nothing has come by then, the licence may be ended from the next day." },
  USE_FIRST_OTHER_AMOUNT: { zh: "本次应收 {due} 元，请按实际到账核对后确认。", en: "{due} yuan is due; check what arrived before you confirm." },
} as const satisfies Texts;
