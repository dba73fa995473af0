import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const F = {
  title: { zh: "保证金处置", en: "Kept deposits" },
  intro: { zh: "不予退还保证金须由一人书面决定、经申诉期、由另一人复核裁定后，才能按规则处置：先抵费用，再补差额，余额依公告约定。", en: "A deposit is kept only by one person's written decision, after a window for appeal, and by another person's ruling. It then pays costs, the shortfall, and what the announcement says." },
  open: { zh: "办理中", en: "Open" },
  done: { zh: "已了结", en: "Closed" },
  none: { zh: "没有保证金处置事项", en: "No decision of this kind" },
  noneText: { zh: "成交后拒不签约或逾期付款的项目，可在成交项目页对保证金作出决定。", en: "Where a buyer refuses to sign or does not pay, the decision is made on the page of the deal." },
  lot: { zh: "项目", en: "Lot" },
  payer: { zh: "交款单位", en: "Payer" },
  amount: { zh: "保证金", en: "Deposit" },
  ground: { zh: "事由", en: "Ground" },
  state: { zh: "进度", en: "State" },
  appealUntil: { zh: "申诉截止", en: "Appeal until" },
  decision: { zh: "决定", en: "Decision" },
  reason: { zh: "理由", en: "Reasons" },
  decidedBy: { zh: "决定人", en: "Decided by" },
  decidedAt: { zh: "决定时间", en: "Decided" },
  appeal: { zh: "申诉", en: "Appeal" },
  noAppeal: { zh: "未申诉", en: "No appeal" },
  ruling: { zh: "复核裁定", en: "Ruling" },
  noRuling: { zh: "尚未裁定", en: "Not ruled on yet" },
  ruledBy: { zh: "裁定人", en: "Ruled by" },
  upheld: { zh: "维持", en: "Upheld" },
  revoked: { zh: "撤销，退还保证金", en: "Revoked, deposit sent back" },
  distribution: { zh: "处置结果", en: "How it was shared out" },
  firstPrice: { zh: "原成交价", en: "First price" },
  resalePrice: { zh: "再次成交价", en: "Price of the resale" },
  notResold: { zh: "未再次出售", en: "not resold" },
  loss: { zh: "损失合计", en: "Loss" },
  toCosts: { zh: "抵交易费用（双方佣金）", en: "To costs (both commissions)" },
  toShortfall: { zh: "补差额（归转让方）", en: "To the shortfall (seller)" },
  surplusSeller: { zh: "余额归转让方", en: "Surplus to the seller" },
  surplusBidder: { zh: "余额退还交款单位", en: "Surplus back to the payer" },
  claim: { zh: "仍欠", en: "Still owed" },
  next: { zh: "下一步", en: "Next step" },
  waitAppeal: { zh: "申诉期内。期满后由未参与决定的复核人员裁定；认为决定不当的，可随时撤销。", en: "The time for appeal runs. Another person rules when it is over; a wrong decision can be revoked at any time." },
  waitRuling: { zh: "申诉期已满，待复核人员裁定。", en: "The time for appeal is over; another person rules." },
  waitDistribution: { zh: "决定已维持，待结算人员处置。", en: "Upheld; the settlement officer shares it out." },
  ended: { zh: "已了结。", en: "Closed." },
  decide: { zh: "不予退还保证金", en: "Keep the deposit" },
  decideText: { zh: "决定送达受让方，申诉期内可以申诉；期满由另一人复核裁定。", en: "The buyer is told and may appeal; when the window is over another person rules." },
  doAppeal: { zh: "提出申诉", en: "Appeal" },
  appealText: { zh: "写明事实和理由，每项决定可申诉一次。", en: "State facts and reasons; each decision can be appealed once." },
  uphold: { zh: "维持决定", en: "Uphold" },
  upholdText: { zh: "保证金转为不予退还，待处置。", en: "The deposit is forfeited and will be shared out." },
  revoke: { zh: "撤销决定", en: "Revoke" },
  revokeText: { zh: "保证金将在 24 小时内原路退回。", en: "The deposit goes back to its account within 24 hours." },
  distribute: { zh: "处置保证金", en: "Share it out" },
  distributeText: { zh: "系统按原成交价、费率和再次成交价计算损失，依次抵费用、补差额；超出部分为对违约方的债权。", en: "The loss is counted from the first price, the tariff and the resale; costs first, then the shortfall; what is not covered stays a claim." },
  resale: { zh: "标的是否再次出售", en: "Was the object sold again" },
  resaleSold: { zh: "已再次成交并签约", en: "Sold again, contract signed" },
  resaleNone: { zh: "不再出售", en: "Not sold again" },
  note: { zh: "说明", en: "Note" },
  deal: { zh: "成交项目", en: "Deal" },
  toSeller: { zh: "依公告，超出损失的部分归转让方。", en: "By the announcement, the surplus is the seller's." },
  toBidder: { zh: "依公告，超出损失的部分退还交款单位。", en: "By the announcement, the surplus goes back to the payer." },
} as const satisfies Record<string, Text>;

type Standing = { readonly ruling: "UPHELD" | "REVOKED" | null; readonly distributedAt: Date | null; readonly appealedAt: Date | null };

/** Where a decision stands, in one word and its tone. */
export function forfeitState({ ruling, distributedAt, appealedAt }: Standing): { readonly tone: Tone; readonly words: Text } {
  if (ruling === "REVOKED") return { tone: "ended", words: F.revoked };
  if (distributedAt !== null) return { tone: "done", words: { zh: "已处置", en: "Shared out" } };
  if (ruling === "UPHELD") return { tone: "active", words: { zh: "待处置", en: "To be shared out" } };
  return appealedAt === null ? { tone: "waiting", words: { zh: "申诉期内", en: "Open to appeal" } } : { tone: "due", words: { zh: "已申诉", en: "Appealed" } };
}
