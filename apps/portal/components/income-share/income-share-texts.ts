import type { IncomeShareState } from "@ttx/domain/income-share/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const SHARE_TONES: Record<IncomeShareState, Tone> = { WAITING: "waiting", COMPUTED: "due", NOTICED: "active", PAYABLE: "due", PAID: "done", CLAWBACK: "refused", CANCELLED: "ended" };

export const I = {
  title: { zh: "收益分配", en: "Sharing the income" },
  intro: { zh: "成果转化收益到账后，依所在省的法定下限核算奖酬，经回避表决、公示期满后，在发放期限内发放给完成人。", en: "When income arrives, the reward is computed by the legal minimum of the province, decided on without those who get a share, shown in the unit, and paid to the completers by the last day for it." },
  open: { zh: "办理中", en: "Open" }, closed: { zh: "已了结", en: "Closed" }, overdue: { zh: "逾期未发", en: "Overdue" }, mine: { zh: "我的奖酬", en: "My rewards" },
  none: { zh: "这里还没有收益分配", en: "Nothing to share here" },
  noneText: { zh: "有凭证的成交项目价款划转到账后，会自动出现在这里。", en: "It appears once the price of a certified deal has been released." },
  noneMine: { zh: "还没有您的奖酬", en: "No reward of yours yet" },
  result: { zh: "成果", en: "Result" }, unit: { zh: "单位", en: "Unit" }, received: { zh: "到账", en: "Received" }, pool: { zh: "奖酬总额", en: "Reward" }, dueOn: { zh: "最迟发放", en: "Pay by" }, state: { zh: "状态", en: "State" },
  amount: { zh: "应得", en: "Share" }, clawBack: { zh: "应退回", en: "To give back" }, person: { zh: "姓名", en: "Name" }, role: { zh: "身份", en: "Role" },
  figures: { zh: "核算", en: "How it is counted" }, receivedOn: { zh: "到账日期", en: "Received on" }, costs: { zh: "成本", en: "Costs" }, known: { zh: "其中结算已扣", en: "of it taken off by the settlement" }, taxes: { zh: "税费", en: "Taxes" }, net: { zh: "净收入", en: "Net income" },
  rate: { zh: "奖酬比例", en: "Rate" }, floor: { zh: "法定下限", en: "Legal minimum" }, standard: { zh: "本省标准", en: "Standard of the province" }, unitPart: { zh: "单位留存", en: "Kept by the unit" }, sources: { zh: "依据", en: "By" }, payBy: { zh: "发放期限依据", en: "Term of payment by" },
  mainMin: { zh: "主要贡献人至少", en: "Main contributors at least" }, staffMin: { zh: "转化服务人员至少", en: "Transfer staff at least" }, company: { zh: "持股公司", en: "Company" }, units: { zh: "份（注册资本单位）", en: "units of capital" },
  plan: { zh: "分配方案", en: "The plan" }, planWait: { zh: "尚未制定方案。", en: "No plan yet." }, decision: { zh: "决策机构", en: "Decided by" }, decisionOn: { zh: "决策日期", en: "Decided on" }, deciders: { zh: "参与决策人员", en: "Who took part" }, place: { zh: "公示位置", en: "Shown at" }, noticeEnds: { zh: "公示截止", en: "Notice ends" }, paidOn: { zh: "发放日期", en: "Paid on" },
  objections: { zh: "异议", en: "Objections" }, noObjection: { zh: "没有异议", en: "None" }, object: { zh: "提出异议", en: "Object" }, objectText: { zh: "写明事实和理由。有异议未处理的，公示不会结束。", en: "State facts and reasons. The notice does not end while an objection is open." }, facts: { zh: "事实和理由", en: "Facts and reasons" },
  rule: { zh: "处理异议", en: "Rule on it" }, ruleText: { zh: "成立的，退回重新制定方案；不成立的，公示继续。", en: "Upheld, the plan is made anew; unfounded, the notice goes on." }, ruling: { zh: "处理意见", en: "Ruling" }, upheld: { zh: "成立", en: "Upheld" }, unfounded: { zh: "不成立", en: "Unfounded" }, reasons: { zh: "理由", en: "Reasons" },
  pay: { zh: "登记已发放", en: "Enter as paid" }, payText: { zh: "确认奖酬已全部发放到个人（股权为已办理登记）。", en: "All of it has reached the persons (shares: registered in their names)." },
  next: { zh: "下一步", en: "Next step" }, lateBadge: { zh: "逾期", en: "overdue" }, deal: { zh: "成交项目", en: "Deal" },
  adopt: { zh: "通过方案并公示", en: "Adopt and put on notice" }, adopting: { zh: "正在提交…", en: "Sending…" },
  linesHint: { zh: "每人一行，合计应等于按成本、税费和比例核算的奖酬总额。", en: "One line a person; they add up to the reward that costs, taxes and rate make." }, addLine: { zh: "添加一人", en: "Add a person" }, removeLine: { zh: "删除", en: "Remove" }, line: { zh: "第 {no} 人", en: "Person {no}" },
  owners: { zh: "已取得所有权的完成人", en: "Who took ownership instead" }, ownersHint: { zh: "不再参与分配；多人用顿号分开，没有请留空。", en: "They no longer share; separate names by commas, or leave it empty." }, decidersHint: { zh: "至少两人，用顿号分开；受益人须回避。", en: "Two at least, separated by commas; nobody who gets a share." },
  ownTerms: { zh: "奖酬的公示和发放期限", en: "Notice and payment of rewards" }, termsSentence: { zh: "公示不少于 {days} 日，到账后 {months} 个月内发放。", en: "On notice for at least {days} days, paid within {months} months of the receipt." }, termsLater: { zh: "自 {from} 起", en: "From {from}" },
  setTerms: { zh: "登记本单位办法", en: "Enter our own rule" }, setTermsText: { zh: "单位听取职工意见并公布的办法，或者与职工的约定，优先于本省规定的发放期限；公示期不得短于本省规定。对施行之日以后到账的收益适用。", en: "A rule made after hearing the staff and published, or an agreement with them, goes before the term of the province; the notice is no shorter than the province's. It holds for what is received from its day on." },
  noticeDays: { zh: "公示期（日）", en: "Days of notice" }, payMonths: { zh: "发放期限（到账后月数）", en: "Months from the receipt to the payment" }, document: { zh: "办法名称和文号", en: "Name and number of the rule" }, publishedAt: { zh: "公布位置", en: "Where it is published" }, effectiveFrom: { zh: "施行日期", en: "Holds from" },
  percent: { zh: "%", en: "%" }, perhaps: { zh: "按以上数字：净收入 {net}，奖酬 {pool}", en: "By these figures: net {net}, reward {pool}" },
} as const satisfies Record<string, Text>;

export const SHARE_NEXT: Record<IncomeShareState, Text> = {
  WAITING: { zh: "等待到账", en: "Waiting for the money" },
  COMPUTED: { zh: "单位制定方案，经回避表决后公示", en: "The unit adopts the plan, without those who get a share" },
  NOTICED: { zh: "公示中，可以提出异议", en: "On notice; objections may be raised" },
  PAYABLE: { zh: "单位发放并登记", en: "The unit pays and enters it" },
  PAID: { zh: "已发放", en: "Paid" },
  CLAWBACK: { zh: "交易已撤销，已发奖酬应退回", en: "The deal was rescinded; what was paid goes back" },
  CANCELLED: { zh: "交易已撤销，分配取消", en: "The deal was rescinded; nothing is shared" },
};
