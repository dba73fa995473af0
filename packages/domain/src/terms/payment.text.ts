import { toYuanText } from "../shared/money.ts";
import { percentText } from "./terms.fields.ts";
import { ROYALTY_BASE_LABELS, USE_FIRST_TRIGGER_LABELS } from "./terms.labels.ts";
import { lateRateOf } from "./terms.rules.ts";
import type { PaymentTerms } from "./terms.schema.ts";

const yuanText = (amount: bigint): string => `${toYuanText(amount)} 元`;

/** The payment in one Chinese sentence, as a notice, a deal and a contract say it. */
export function paymentSentence(payment: PaymentTerms): string {
  const lateBp = lateRateOf(payment);
  return `${paidHow(payment)}${lateBp === null ? "" : `；逾期付款按年率 ${percentText(lateBp)} 支付违约金`}`;
}

function paidHow(payment: PaymentTerms): string {
  const capped = (cap: bigint | null): string => (cap === null ? "" : `，累计不超过 ${yuanText(cap)}`);
  switch (payment.form) {
    case "LUMP_SUM":
      return `一次总付 ${yuanText(payment.price)}，合同生效后 ${payment.withinDays} 日内付清`;
    case "INSTALMENTS":
      return `分 ${payment.parts.length} 期支付：${payment.parts.map(({ dueOn, amount }, i) => `第 ${i + 1} 期 ${yuanText(amount)}（${dueOn} 前）`).join("，")}`;
    case "ENTRY_AND_ROYALTY":
      return `入门费 ${yuanText(payment.entry)}，另按${ROYALTY_BASE_LABELS[payment.royaltyBase].zh}的 ${percentText(payment.royaltyBp)} 提成${capped(payment.cap)}`;
    case "ROYALTY":
      return `按${ROYALTY_BASE_LABELS[payment.royaltyBase].zh}的 ${percentText(payment.royaltyBp)} 提成${capped(payment.cap)}，预计总额 ${yuanText(payment.expected)}`;
    case "EQUITY":
      return `作价 ${yuanText(payment.value)} 投入${payment.company}，占股 ${percentText(payment.shareBp)}`;
    case "USE_FIRST":
      return `先使用后付费：${USE_FIRST_TRIGGER_LABELS[payment.trigger].zh}（${payment.triggerText}）后付费，${payment.base === null ? "" : `基础费 ${yuanText(payment.base)}，`}按${ROYALTY_BASE_LABELS[payment.royaltyBase].zh}的 ${percentText(payment.royaltyBp)} 提成${capped(payment.cap)}，最晚至 ${payment.outerOn}`;
  }
}
