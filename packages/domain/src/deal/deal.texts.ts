import type { Texts } from "../shared/texts.ts";

export const DEAL_TEXTS = {
  DEAL_PRICE_NOT_AS_PUBLISHED: { zh: "成交价与公示价不一致。公示价为 {price} 元。", en: "The price is not the one that was published: {price} yuan." },
  DEAL_OPEN_ALREADY: { zh: "已据此公示建立成交项目 {no}，无需重复建立。", en: "Deal {no} has already been opened on this notice." },
  DEAL_AWARD_REFUSED: { zh: "成交结果与竞价记录不符（{reason}），不能建立成交项目。", en: "The award does not agree with the log ({reason}); no deal was opened." },
  DEAL_TERM_BACKWARDS: { zh: "合同终止日不能早于生效日。", en: "The contract cannot end before it begins." },
  DEAL_SOMEBODY_SIGNED: { zh: "已有一方签署，合同不能再修改。", en: "One side has signed; the contract can no longer be changed." },
  DEAL_TEXT_LACKS_SELLER: { zh: "合同文本中没有写明让与方名称。", en: "The text does not name the seller." },
  DEAL_TEXT_LACKS_BUYER: { zh: "合同文本中没有写明受让方名称。", en: "The text does not name the buyer." },
  DEAL_TEXT_LACKS_RESULT: { zh: "合同文本中没有写明成果名称。", en: "The text does not name the result." },
  DEAL_TEXT_LACKS_PRICE: { zh: "合同文本中没有写明成交价款（数字或大写）。", en: "The text does not state the price, in figures or in capital form." },
  DEAL_CONTRACT_NOT_FIT: { zh: "合同还不能提交签署，请按提示修改。", en: "The contract cannot be put up for signing yet; please correct the entries named." },
  DEAL_PLAN_EMPTY: { zh: "请填写付款安排。", en: "Give the plan of payment." },
  DEAL_PLAN_AMOUNT_NOT_POSITIVE: { zh: "每期金额应大于 0。", en: "Every instalment must be more than 0." },
  DEAL_PLAN_SUM_DIFFERS: { zh: "各期金额合计应等于成交价款 {price} 元。", en: "The instalments must add up to the price, {price} yuan." },
  DEAL_PLAN_DATES_NOT_ASCENDING: { zh: "各期付款日期应依次推后。", en: "The dates of payment must follow one another." },
  DEAL_PLAN_FIRST_PART_TOO_SMALL: { zh: "首期付款不得低于价款的 30%。", en: "The first part must be at least 30% of the price." },
  DEAL_PLAN_ENDS_TOO_LATE: { zh: "末期付款应在一年以内。", en: "The last part is due within one year." },
  DEAL_PLAN_BEFORE_SIGNING: { zh: "付款日期不能早于今天。", en: "A payment cannot be due before today." },
  DEAL_NOT_A_PARTY: { zh: "贵单位不是合同当事人。", en: "Your organisation is not a party to the contract." },
  DEAL_ALREADY_SIGNED: { zh: "贵单位已签署，无需重复签署。", en: "Your organisation has signed already." },
  DEAL_OTHER_TEXT: { zh: "合同已被修改，您看到的不是最新文本，签署未生效。请刷新后重新核对。", en: "The contract has been changed since you read it, so nothing was signed. Reload and read it again." },
  DEAL_SIGNATURE_NOT_RELIABLE: { zh: "签署方式应为可靠电子签名或原件扫描件。", en: "Sign by a reliable electronic signature or a scanned original." },
  DEAL_SIGNING_DEADLINE_OVER: { zh: "签约期限已过。", en: "The deadline for signing is over." },
  DEAL_NOTHING_TO_PAY: { zh: "该期价款已付清或目前无需支付。", en: "This instalment is paid, or nothing is due now." },
  DEAL_PAYS_DIRECTLY: { zh: "本项目由双方自行结算，请直接向让与方付款，由让与方确认收款。", en: "The parties settle between themselves: pay the seller directly; he confirms the receipt." },
  DEAL_NOT_DIRECT: { zh: "本项目由交易机构结算，收款以交易机构专户到账为准。", en: "The venue settles this deal; what counts is the money on its account." },
  DEAL_GATEWAY_ABSENT: { zh: "请通过银行转账付款，附言填写 {reference}。", en: "Pay by bank transfer with the reference {reference}." },
  DEAL_EARLIER_INSTALMENT_OPEN: { zh: "请先支付前一期价款。", en: "An earlier instalment has to be paid first." },
  DEAL_HANDED_OVER_ALREADY: { zh: "贵单位已确认移交。", en: "The handover has been confirmed already." },
  DEAL_NOT_YET_CERTIFIED: { zh: "尚未出具交易凭证，不能划转价款。", en: "The certificate has not been issued; the price cannot be released yet." },
  DEAL_NO_CERTIFICATE: { zh: "没有有效的交易凭证，不能划转价款。", en: "There is no valid certificate; the price cannot be released." },
  DEAL_NOT_HANDED_OVER: { zh: "受让方尚未确认权利变更或技术移交，不能划转价款。", en: "The buyer has not confirmed the handover; the price cannot be released yet." },
} as const satisfies Texts;

/** What became of a payment made for a price. */
export const DEAL_RECEIPT_LABELS = {
  COUNTED: { zh: "计入价款", en: "Counted" },
  WRONG_REFERENCE: { zh: "附言无对应项目", en: "Unknown reference" },
  WRONG_PAYER: { zh: "付款人与受让方不一致", en: "Paid by somebody else" },
  NOT_AWAITED: { zh: "目前无需付款", en: "Nothing is due" },
  OVERPAID: { zh: "超出应付价款", en: "More than the price" },
} as const satisfies Texts;
export type DealReceiptOutcome = keyof typeof DEAL_RECEIPT_LABELS;
