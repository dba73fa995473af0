import type { Texts } from "../shared/texts.ts";

export const PERFORMANCE_TEXTS = {
  PERFORMANCE_NOT_OPEN: { zh: "合同登记后才能办理履行事项。", en: "A contract's performance is kept once it is registered." },
  INSTALMENT_UNKNOWN: { zh: "登记表中没有这一期款项。", en: "The registration has no such instalment." },
  ROYALTY_UNKNOWN: { zh: "没有这一笔提成申报。", en: "There is no such royalty report." },
  RECEIVED_IN_THE_FUTURE: { zh: "到账日期不得晚于今天。", en: "Money cannot have come in after today." },
  TECHNICAL_ABOVE_RECEIVED: { zh: "技术性部分不得大于到账金额。", en: "The technical part cannot exceed what came in." },
  RECEIPT_CORRECTED_ALREADY: { zh: "这笔到账已经冲销。", en: "This entry has been taken back already." },
  RECEIPT_IS_A_CORRECTION: { zh: "冲销分录不能再冲销；请重新登记正确的到账。", en: "A counter-entry cannot be taken back; record the right receipt instead." },
  NOT_A_ROYALTY_CONTRACT: { zh: "合同的支付方式不含提成，不能申报提成。", en: "The contract is not paid by royalties." },
  ROYALTY_PERIOD_WRONG: { zh: "提成期间的止日不得早于起日，也不得晚于今天。", en: "A royalty's period ends after it begins, and not after today." },
  ROYALTY_PERIOD_TWICE: { zh: "这一期间与已申报的提成期间重叠。", en: "This period overlaps one that has been reported." },
  MILESTONE_UNKNOWN: { zh: "没有这一里程碑，或者已经完成。", en: "There is no such milestone, or it is done." },
  MONEY_OUTSTANDING: { zh: "还有 {open} 元登记款项没有到账，不能办结。", en: "{open} yuan of the registered money have not come in yet." },
  BREACH_OPEN: { zh: "还有没有了结的违约主张，请先了结。", en: "A claim of breach is still open; close it first." },
  BREACH_UNKNOWN: { zh: "没有这一违约主张。", en: "There is no such claim." },
  NOT_THE_CLAIMANT: { zh: "只有提出主张的一方可以了结。", en: "Only the side that made the claim can close it." },
  NOT_THE_OTHER_SIDE: { zh: "只有被主张的一方可以答复。", en: "Only the other side can answer." },
  BUYER_IS_HERE: { zh: "买方已在平台上，由买方验收。", en: "The buyer is on the platform and accepts by itself." },
} as const satisfies Texts;
