import type { UseFirstState } from "@ttx/domain/use-first/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const USE_FIRST_TONES: Record<UseFirstState, Tone> = {
  OFFERED: "waiting", MATCHED: "waiting", TRIAL: "active", PAYABLE: "due", NORMAL_LICENCE: "done", BREACH: "refused", CLAIMED: "refused", TERMINATED: "refused", CLEARED: "ended", EXITED: "ended", EXPIRED: "ended", CANCELLED: "ended",
};

export const U = {
  title: { zh: "先使用后付费", en: "Use first, pay later" },
  intro: { zh: "签约后先试用技术，约定的触发条件实现后再付费。双方在这里报告使用情况、认可证明、确认收费。", en: "The technology is used from the signature on; the fee falls due when what was agreed has happened. Both sides report the use, accept the evidence and confirm the fee here." },
  running: { zh: "进行中", en: "Running" }, ended: { zh: "已结束", en: "Ended" },
  none: { zh: "这里还没有先使用后付费的许可", en: "No such licence here" },
  noneText: { zh: "在洽谈或协议定价中选择“先使用后付费”并签约后，会自动出现在这里。", en: "It appears once a contract on these terms has been signed." },
  result: { zh: "技术成果", en: "Technology" }, other: { zh: "对方", en: "Other side" }, state: { zh: "状态", en: "State" }, outer: { zh: "最晚期限", en: "Outer date" }, due: { zh: "待付", en: "Due" }, paid: { zh: "累计已付", en: "Paid so far" },
  agreed: { zh: "约定", en: "What is agreed" }, seller: { zh: "许可方", en: "Licensor" }, buyer: { zh: "被许可方", en: "Licensee" }, deal: { zh: "成交项目", en: "Deal" }, payment: { zh: "付费约定", en: "Fee" }, trigger: { zh: "触发条件", en: "Trigger" },
  started: { zh: "试用开始", en: "In use since" }, sales: { zh: "已认可的累计销售额", en: "Sales accepted so far" }, cap: { zh: "费用上限", en: "Cap" }, exit: { zh: "退出约定", en: "On giving up" }, breach: { zh: "违约约定", en: "On breach" },
  next: { zh: "下一步", en: "Next step" }, dueNow: { zh: "本次应付", en: "Due now" }, payBy: { zh: "请在 {day} 前付清，宽限至 {grace}", en: "Pay by {day}; grace until {grace}" },
  reports: { zh: "使用报告", en: "Reports of use" }, noReports: { zh: "还没有报告。", en: "No report yet." },
  report: { zh: "提交使用报告", en: "Report the use" }, reportText: { zh: "填写截至目前的累计销售额。触发条件已实现的，请勾选并说明证明。对方认可后按约定公式计费。", en: "Enter the sales in all so far. Where the trigger has happened, tick it and say what proves it. Once the other side accepts, the fee follows by the formula." },
  reportSales: { zh: "累计销售额", en: "Sales in all" }, triggerMet: { zh: "约定的触发条件已实现", en: "What was agreed as trigger has happened" }, evidence: { zh: "证明", en: "Evidence" }, evidenceHint: { zh: "例如：销售台账、验收单编号、审计结论。", en: "For instance: sales ledger, number of the acceptance record, finding of the audit." },
  answer: { zh: "答复报告", en: "Answer the report" }, answerText: { zh: "认可的，按约定公式计费；不认可的，请说明理由，对方可以重新报告。", en: "Accepted, the fee follows by the formula; refused, say why, and the other side may report anew." }, verdict: { zh: "答复", en: "Answer" }, accept: { zh: "认可", en: "Accept" }, refuse: { zh: "不认可", en: "Refuse" }, reason: { zh: "理由", en: "Reason" }, optional: { zh: "选填", en: "optional" },
  toAnswer: { zh: "对方提交了使用报告，请核对后答复", en: "The other side reported the use; check it and answer" },
  waiting: { zh: "待答复", en: "Awaiting an answer" }, accepted: { zh: "已认可", en: "Accepted" }, refused: { zh: "未认可", en: "Refused" },
  giveUp: { zh: "退出试用", en: "Give it up" }, giveUpText: { zh: "触发付费前可以退出，不付费用；请先返还全部资料，保密义务继续有效。", en: "Before the trigger you may give it up without a fee; return all materials first. Secrecy stays." }, returned: { zh: "资料已全部返还", en: "All materials have been returned" },
  confirm: { zh: "确认收到费用", en: "Confirm the fee" }, confirmText: { zh: "核对到账后填写实收金额；确认后许可继续有效，并进入本单位的收益分配。", en: "Check what arrived and enter it. The licence runs on, and your unit shares the income." }, amount: { zh: "实收金额", en: "Received" }, receivedOn: { zh: "到账日期", en: "Received on" },
  claim: { zh: "催告付款", en: "Demand payment" }, claimText: { zh: "通知被许可方在最后期限前付清。期满仍未付清的，您可以终止许可（民法典第五百六十三条）。", en: "The licensee is told to pay by the last day you set. Unpaid then, you may end the licence (Civil Code, art. 563)." }, payByLast: { zh: "最后付款期限", en: "Last day to pay" }, withInterest: { zh: "同时主张计至该日的逾期利息", en: "With interest up to that day" }, claimReason: { zh: "催告说明", en: "What the demand rests on" },
  interestHint: { zh: "双方没有约定，按交易规则的逾期利率年 {rate} 计。", en: "The parties agreed none: at the {rate} a year that the rules of trading set for late prices." }, interestAgreed: { zh: "按双方约定的逾期违约金年率 {rate} 计。", en: "At the {rate} a year that the parties agreed for late payment." },
  claimed: { zh: "许可方于 {at} 催告，最后付款期限 {day}", en: "Demanded on {at}; to be paid by {day}" }, interestIn: { zh: "含逾期利息 {amount}", en: "with {amount} of interest" },
  endLicence: { zh: "终止许可", en: "End the licence" }, endText: { zh: "催告期满仍未付清。终止后许可不再恢复，欠费仍可追索，被许可方付清前不能再按此方式成交。", en: "The last term has passed unpaid. The licence ends for good, what is due stays a claim, and until it is paid the firm gets no other of this kind." },
  credit: { zh: "履约记录", en: "Record of payment" }, creditText: { zh: "逾期未付的和一年内曾逾期的，许可方在签约前可以看到。", en: "Fees that are overdue, or came late within a year: a licensor sees them before he signs." }, creditOf: { zh: "受让方的先使用后付费履约记录", en: "How the buyer has paid such licences" }, creditNone: { zh: "一年内没有逾期", en: "No fee came late within a year" },
  creditOpen: { zh: "{since} 起逾期，尚未付清", en: "Overdue since {since}, unpaid" }, creditLate: { zh: "{since} 起逾期，{paid} 付清", en: "Overdue since {since}, paid on {paid}" }, creditEnded: { zh: "（许可已终止）", en: " (licence ended)" },
  payments: { zh: "收费记录", en: "Fees received" }, no: { zh: "第 {no} 次", en: "No. {no}" }, by: { zh: "报告方", en: "Reported by" }, at: { zh: "时间", en: "When" },
} as const satisfies Record<string, Text>;

export const USE_FIRST_NEXT: Record<UseFirstState, Text> = {
  OFFERED: { zh: "等待匹配", en: "Waiting for a licensee" },
  MATCHED: { zh: "双方在成交项目中签署合同后开始试用", en: "The use begins when both have signed the contract of the deal" },
  TRIAL: { zh: "试用中。触发条件实现后由任一方报告", en: "In use. Either side reports when the trigger has happened" },
  PAYABLE: { zh: "被许可方付费，许可方确认收到", en: "The licensee pays, the licensor confirms" },
  NORMAL_LICENCE: { zh: "许可继续有效；销售增加的，继续报告并补付至上限", en: "The licence runs on; later sales are reported and paid up to the cap" },
  BREACH: { zh: "逾期未付，许可中止；付清后恢复。许可方可以催告付款", en: "Overdue: the licence is suspended until the fee is paid. The licensor may demand it" },
  CLAIMED: { zh: "许可方已催告。期满前付清的，许可恢复；期满未付的，许可方可以终止许可", en: "Payment was demanded. Paid in time, the licence goes on; else the licensor may end it" },
  TERMINATED: { zh: "许可已终止，欠费仍应支付；付清前不能再按此方式成交。请返还资料，保密义务继续有效", en: "The licence has ended and what is due stays due; until it is paid the firm gets no other. Materials are returned; secrecy stays" },
  CLEARED: { zh: "许可已终止，欠费已付清", en: "The licence has ended and its claim is paid" },
  EXITED: { zh: "已退出，不收费用；保密义务继续有效", en: "Given up without a fee; secrecy stays" },
  EXPIRED: { zh: "最晚期限已到，未触发付费", en: "The outer date passed without a trigger" },
  CANCELLED: { zh: "成交未成或已撤销", en: "The deal failed or was annulled" },
};
