import type { Texts } from "../shared/texts.ts";
import type { ForfeitGround } from "./deposit.rules.ts";

export const DEPOSIT_TEXTS = {
  INSTANT_PAYMENT_UNAVAILABLE: { zh: "保证金须由登记单位通过银行转账交纳，请按页面所列账户和附言办理。", en: "A deposit is paid by bank transfer from the registrant's account; use the account and the reference shown on the page." },
  DEPOSIT_NOT_AWAITED: { zh: "这笔保证金目前不需要交纳（已到账、已过截止时间或程序已终止）。请刷新查看状态。", en: "No deposit is awaited here now: it has arrived, its deadline has passed, or the procedure has ended. Reload to see the state." },
  DEPOSIT_DEADLINE_PASSED: { zh: "已过保证金交纳截止时间，不能再交纳。", en: "The deadline for the deposit has passed." },
  DEPOSIT_PAUSED: { zh: "项目已中止，中止期间不接收保证金；恢复后可继续交纳。", en: "The listing is suspended and takes no deposits; you can pay once it is resumed." },
  RECEIVED_IN_FUTURE: { zh: "到账时间晚于当前时间，请核对银行回单。", en: "The time of arrival lies in the future; check the bank's advice." },
  PAYMENT_OF_OTHER_VENUE: { zh: "该笔款项的附言属于其他交易机构的项目，不能在本机构登记。", en: "The reference belongs to a lot of another exchange and cannot be entered here." },
  REFUND_OTHER_ACCOUNT: { zh: "保证金只能原路退回付款账户，请核对收款账号。", en: "Money goes back only to the account it came from; check the account number." },
  REFUND_AMOUNT_DIFFERS: { zh: "应全额退还 {due} 元，与填写的金额不符。", en: "{due} yuan are due in full; the amount entered differs." },
  REFUND_DONE_ALREADY: { zh: "这笔退款已经办结，无需重复登记。", en: "This refund has been made already." },
  STATEMENT_HEADER_WRONG: { zh: "对账单首行应为：流水号,附言,付款人,付款账号,金额,到账时间。请按模板导出后重试。", en: "The first line should read 流水号,附言,付款人,付款账号,金额,到账时间 (number, reference, payer, account, amount, time). Export by that template." },
  STATEMENT_TOO_LONG: { zh: "对账单一次最多 {max} 行，请分批导入。", en: "A statement may have {max} rows; split it." },
  FORFEIT_NOT_LOCKED: { zh: "只有已锁定的保证金可以作出不予退还决定；该笔保证金未锁定或已了结。", en: "Only a locked deposit can be kept; this one is not locked, or its end has come." },
  FORFEIT_DECIDED_ALREADY: { zh: "对该笔保证金已作出决定，请刷新查看。", en: "This deposit has been decided on already; reload to see it." },
  FORFEIT_NOT_OPEN: { zh: "没有待处理的不予退还决定，或已经裁定。", en: "There is no such decision, or it has been ruled on." },
  FORFEIT_APPEALED_ALREADY: { zh: "已提交过申诉，每项决定可申诉一次。", en: "An appeal has been filed; each decision can be appealed once." },
  FORFEIT_APPEAL_OVER: { zh: "申诉期已过。如有新的证据，请直接联系交易机构或依法起诉。", en: "The time for appeal is over. With new evidence, turn to the exchange or to a court." },
  FORFEIT_RULED_ALREADY: { zh: "该决定已由他人裁定，请刷新查看。", en: "Somebody has ruled on it meanwhile; reload to see it." },
  FORFEIT_REASON_NEEDED: { zh: "请写明理由。", en: "Give the reasons." },
  FORFEIT_TWO_PERSONS_NEEDED: { zh: "作出决定和裁定的须为不同人员。", en: "Whoever decided cannot rule on it as well." },
  FORFEIT_APPEAL_WINDOW_OPEN: { zh: "申诉期尚未届满，届满后才能维持决定；撤销决定不受此限。", en: "The time for appeal still runs; the decision can be upheld when it is over, and revoked at any time." },
  STATEMENT_EMPTY: { zh: "对账单没有数据行。", en: "The statement has no rows." },
} as const satisfies Texts;

/** What became of a payment that reached the account. */
export const RECEIPT_OUTCOME_LABELS = {
  HELD: { zh: "作为保证金入账", en: "Held as a deposit" },
  FORWARDED: { zh: "转交易价款处理", en: "Passed on as a payment of the price" },
  WRONG_REFERENCE: { zh: "附言无对应项目，原路退回", en: "Unknown reference, sent back" },
  WRONG_PAYER: { zh: "付款人与登记单位不一致，原路退回", en: "Paid by somebody else, sent back" },
  SHORT: { zh: "金额不足，原路退回", en: "Too little, sent back" },
  LATE: { zh: "逾期到账，原路退回", en: "Too late, sent back" },
  NOT_AWAITED: { zh: "重复交纳或已无需交纳，原路退回", en: "Paid twice or no longer needed, sent back" },
  PAUSED: { zh: "项目中止期间到账，原路退回", en: "Arrived during a suspension, sent back" },
} as const satisfies Texts;
export type ReceiptOutcome = keyof typeof RECEIPT_OUTCOME_LABELS;

export const FORFEIT_GROUND_LABELS = {
  REFUSED_TO_SIGN: { zh: "成交后拒不签约", en: "Refused to sign" },
  NOT_PAID: { zh: "未按约付款", en: "Did not pay" },
  FALSE_PAPERS: { zh: "提供虚假材料", en: "False papers" },
  COLLUSION: { zh: "串通", en: "Collusion" },
} as const satisfies Record<ForfeitGround, Texts[string]>;
