import type { NoticeState, NoticeTab } from "@ttx/domain/agreed-price/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const NOTICE_TONES: Record<NoticeState, Tone> = {
  PREPARED: "draft", RUNNING: "active", OBJECTED: "due", CLEARED: "done", USED: "done", EXPIRED: "ended", CANCELLED: "ended",
};

export const TABS: Record<NoticeTab, Text> = {
  running: { zh: "公示中", en: "Running" },
  cleared: { zh: "期满无异议", en: "Cleared" },
  cancelled: { zh: "已取消", en: "Cancelled" },
};

export const N = {
  title: { zh: "协议定价公示", en: "Notices of agreed prices" },
  intro: {
    zh: "高校院所以协议方式转让、许可科技成果的，应公示成果名称和拟交易价格，期限不少于 15 日。公示期内任何人都可以提出异议，异议处理期间停止计算公示期。",
    en: "Universities and institutes that agree a price for a result publish its name and price for at least fifteen days. Anybody may object meanwhile; the clock stops until the objection is ruled on.",
  },
  search: { zh: "按成果名称、单位或公示编号查找", en: "Search by result, party or number" },
  find: { zh: "查找", en: "Search" },
  none: { zh: "没有符合条件的公示", en: "No notice here" },
  noneText: { zh: "单位发布协议定价公示后，会列在这里并显示剩余时间。", en: "Notices stand here with the time left as soon as a unit publishes them." },
  left: { zh: "距期满", en: "Ends in" },
  stopped: { zh: "异议处理中，公示期停止计算，剩余", en: "Stopped by an objection; days left:" },
  days: { zh: "日", en: "days" },
  clearedOn: { zh: "期满", en: "Cleared" },
  price: { zh: "拟交易价格", en: "Intended price" },
  seller: { zh: "转让方", en: "Seller" },
  buyer: { zh: "受让方", en: "Buyer" },
  related: { zh: "关联交易", en: "Related parties" },
  relatedNone: { zh: "双方申报不存在关联关系", en: "No tie between the parties was declared" },
  relatedIntro: { zh: "转让方申报本次交易存在下列关联关系，相关人员已回避决策：", en: "The seller has declared these ties; those concerned stayed out of the decision:" },
  mode: { zh: "交易方式", en: "Mode" },
  paymentForm: { zh: "付款方式", en: "Payment" },
  priceBasis: { zh: "定价依据", en: "Basis of the price" },
  decision: { zh: "集体决策", en: "Decision" },
  objectionChannel: { zh: "单位异议受理渠道", en: "The unit's own channel for objections" },
  directApproval: { zh: "直接协议转让批准文件", en: "Paper that allows the direct sale" },
  unitPlace: { zh: "本单位公示位置", en: "Published in the unit" },
  venue: { zh: "结算与鉴证机构", en: "Settled and certified by" },
  venueNone: { zh: "双方自行结算", en: "The parties settle between themselves" },
  number: { zh: "公示编号", en: "Number" },
  basis: { zh: "公示依据", en: "Legal basis" },
  what: { zh: "公示的成果", en: "What is traded" },
  rights: { zh: "知识产权", en: "Rights" },
  completers: { zh: "完成人", en: "Completers" },
  terms: { zh: "交易条款", en: "Terms" },
  daysLeft: { zh: "剩余时间", en: "Time left" },
  endsAt: { zh: "公示至", en: "Runs until" },
  howCounted: { zh: "如何计算", en: "How it is counted" },
  procedure: { zh: "办理过程", en: "Procedure" },
  objections: { zh: "异议与处理", en: "Objections and rulings" },
  noObjections: { zh: "目前没有收到异议。", en: "No objection has been filed." },
  named: { zh: "实名异议", en: "Named objection" },
  anonymous: { zh: "匿名异议", en: "Anonymous objection" },
  ruling: { zh: "处理结果", en: "Ruling" },
  result: { zh: "查看成果", en: "See the result" },
  reason: { zh: "原因", en: "Reason" },
  validUntil: { zh: "签约有效期至", en: "A contract may rely on it until" },
  toCome: { zh: "公示期满", en: "End of the period" },
  toSign: { zh: "双方签约", en: "Contract signed" },
} as const satisfies Record<string, Text>;

export const O = {
  title: { zh: "提出异议", en: "File an objection" },
  intro: {
    zh: "任何人都可以在公示期内提出异议，无需登录。实名的请填写姓名或单位；匿名的须写明具体事实。姓名和联系方式只供转让方单位调查使用，不会公开。",
    en: "Anybody may object while the notice runs, without an account. Give your name or organisation, or state facts if you stay anonymous. Name and contact are for the unit's inquiry only and are never published.",
  },
  filedBy: { zh: "姓名或单位名称", en: "Your name or organisation" },
  contact: { zh: "联系方式", en: "How to reach you" },
  facts: { zh: "异议内容与事实依据", en: "Objection and facts" },
  factsHint: { zh: "例如：定价依据、关联关系、权属争议，并提供可核查的线索。", en: "For instance on the price, ties between the parties, or ownership; with what can be checked." },
  optional: { zh: "（选填）", en: "(optional)" },
  submit: { zh: "提交异议", en: "File the objection" },
  sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "异议已受理，公示期已停止计算。受理编号", en: "The objection has been received and the clock has stopped. Reference" },
  doneText: { zh: "转让方单位将调查并公布处理结果，请留意本页。", en: "The unit will examine it and publish its ruling on this page." },
  closed: { zh: "公示期外不受理异议。", en: "Objections are taken only while the notice runs." },
} as const satisfies Record<string, Text>;
