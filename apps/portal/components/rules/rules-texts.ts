import { fillText } from "@ttx/domain/shared/texts";
import { pick, type Lang, type Text } from "@ttx/ui/text";

export const L = {
  title: { zh: "交易规则与收费标准", en: "Rules of trading and fees" },
  intro: { zh: "各交易机构现行的期限、保证金、结算和收费规则。机构未另行公布的，按平台建议值执行并在此注明。", en: "Periods, deposits, settlement and fees of each exchange as they stand today. Where an exchange has published none of its own, the platform's proposal holds and is marked." },
  venues: { zh: "交易机构", en: "Exchange" }, none: { zh: "暂无已核验的交易机构", en: "No verified exchange yet" },
  own: { zh: "机构规则", en: "Own rules" }, proposed: { zh: "平台建议值", en: "Platform's proposal" }, version: { zh: "版本 {version}", en: "Version {version}" },
  periods: { zh: "公告与期限", en: "Announcement and periods" }, sellerClass: { zh: "转让方类别", en: "Seller" },
  announced: { zh: "挂牌公告期不少于", en: "Listing announced at least" }, result: { zh: "成交结果公告", en: "Result announced" }, holds: { zh: "公告期满前可否签约", en: "Signing before its end" }, may: { zh: "可以", en: "allowed" }, mayNot: { zh: "不可以", en: "not allowed" }, noResult: { zh: "成交时公布", en: "shown at the award" },
  workingDays: { zh: "{n} 个工作日", en: "{n} working days" }, days: { zh: "{n} 日", en: "{n} days" },
  closing: { zh: "期限届满时刻", en: "Periods end at" }, closingAt: { zh: "最后一日 {hour}:00", en: "{hour}:00 of the last day" },
  extension: { zh: "无人登记时每次延长不少于", en: "Each extension at least" }, cycles: { zh: "最多延长", en: "Extensions at most" }, times: { zh: "{n} 次", en: "{n}" },
  suspension: { zh: "中止最长", en: "Suspension at most" }, resume: { zh: "恢复后剩余期限不少于", en: "Left after resumption at least" }, cut: { zh: "降价不低于基准价的", en: "Price cut without new approval down to" },
  sole: { zh: "高校、科研院所与唯一意向受让方成交", en: "University or State institute selling to the only buyer" }, soleAnnounced: { zh: "公告成交结果，不另行公示", en: "result announced, no notice of its own" }, soleNotice: { zh: "按协议定价公示（不少于 15 日），期满方可签约", en: "on notice like an agreed price (15 days at least) before it is signed" },
  withdrawal: { zh: "撤牌费用", en: "Costs of a withdrawal" }, noCosts: { zh: "不收取", en: "none" }, qualification: { zh: "资格审核", en: "Qualification decided within" },
  bidding: { zh: "竞价", en: "Bidding" }, window: { zh: "限时竞价期（每次有效出价重新计时）", en: "Limited period, counted anew after every accepted bid" }, windowText: { zh: "{min} 至 {max} 秒，由公告确定", en: "{min} to {max} seconds, as announced" }, onePeriod: { zh: "单一竞价期不少于", en: "One single period lasts at least" }, hoursLong: { zh: "{n} 小时", en: "{n} hours" },
  pause: { zh: "有竞争后进入限时竞价期前的间歇", en: "Pause before a limited period that follows a contest" }, minutes: { zh: "{n} 分钟", en: "{n} minutes" }, outage: { zh: "故障中止后的恢复", en: "Going on after a fault" }, outageText: { zh: "{n} 分钟内修复的立即恢复；超过的提前 {hours} 小时通知恢复时间", en: "At once when repaired within {n} minutes; else at a time told {hours} hours before" }, reserveSet: { zh: "保留价最迟设置时间", en: "A reserve is set at the latest" }, reserveText: { zh: "公告期届满前 {n} 分钟", en: "{n} minutes before the period ends" }, rerun: { zh: "再次竞价的降价幅度不超过", en: "A further bidding starts lower by at most" }, answers: { zh: "优先权人竞价结束后的答复期限", en: "Priority holders answer after the close within" },
  standby: { zh: "备选受让方的备选期最长", en: "A reserve bidder stands by at most" },
  deposits: { zh: "保证金", en: "Deposits" }, rate: { zh: "比例", en: "Rate" }, rateText: { zh: "挂牌价的 {rate}，可在 {min}—{max} 之间约定，不超过 {cap}", en: "{rate} of the listing price; {min}–{max} may be announced, {cap} at most" },
  refund: { zh: "未成交者退还", en: "Losers are paid back" }, hours: { zh: "{n} 小时内", en: "within {n} hours" }, interest: { zh: "利息", en: "Interest" }, noInterest: { zh: "不计息", en: "none" }, interestRate: { zh: "年利率 {rate}", en: "{rate} a year" }, appeal: { zh: "不予退还决定的申诉期", en: "Appeal against a decision to keep it" },
  settlement: { zh: "结算", en: "Settlement" }, full: { zh: "一次付清的期限（未另行约定的，自合同生效起）", en: "A price in one sum, unless agreed otherwise, is paid after the contract takes effect within" }, grace: { zh: "逾期宽限", en: "Days of grace" }, overdue: { zh: "逾期利息", en: "Interest on arrears" }, release: { zh: "出具凭证并确认移交后划转价款", en: "Released after certificate and handover within" },
  set: { zh: "公布规则修改", en: "Publish new rules" }, setText: { zh: "公布后即在“交易规则与收费标准”中显示，自施行日起适用；已公告的项目仍按公告时的规则办理。", en: "Shown at once among the rules, in force from the day you give. What has been announced keeps the rules of its announcement." },
  announcedStateInstitute: { zh: "高校、科研院所挂牌公告期不少于", en: "Announcement, universities and State institutes, at least" }, announcedStateEnterprise: { zh: "国有企业挂牌公告期不少于", en: "Announcement, State-owned enterprises, at least" }, announcedPrivate: { zh: "其他转让方挂牌公告期不少于", en: "Announcement, other sellers, at least" },
  inDays: { zh: "（日）", en: " (days)" }, inWorkingDays: { zh: "（工作日）", en: " (working days)" }, basisPoints: { zh: "年利率，以万分之一计：500 即 5%。", en: "A yearly rate in basis points: 500 is 5%." },
  effectiveOn: { zh: "施行日期", en: "In force from" }, effectiveHint: { zh: "须提前 7 日公布并征求意见（电子商务法第三十四条）。", en: "Published seven days ahead, open for comment (E-commerce Law, art. 34)." },
  reason: { zh: "修改理由", en: "Why" }, comments: { zh: "意见反馈方式和期限", en: "Where and until when to comment" }, commentsHint: { zh: "如：rules@example.cn，施行前 1 日止", en: "Such as rules@example.cn, until the day before" },
  feeFirstUpTo: { zh: "收费第一段：不超过", en: "Fee, first band: up to" }, feeFirstBp: { zh: "第一段费率", en: "Rate of the first band" }, feeSecondUpTo: { zh: "收费第二段：不超过", en: "Fee, second band: up to" }, feeSecondBp: { zh: "第二段费率", en: "Rate of the second band" }, feeAboveBp: { zh: "超过第二段部分的费率", en: "Rate above the second band" }, feePoints: { zh: "以万分之一计：300 即 3%。", en: "In basis points: 300 is 3%." },
  depositRefundHours: { zh: "未成交者退还保证金（小时内）", en: "Losers' deposits back within (hours)" }, depositInterestBp: { zh: "保证金利息", en: "Interest on deposits" }, depositInterestHint: { zh: "年利率，以万分之一计；0 为不计息。", en: "A yearly rate in basis points; 0 for none." },
  asOf: { zh: "以下为 {day} 公告时适用的规则，与现行规则可能不同。", en: "These are the rules as they held for what was announced on {day}; today's may differ." }, today: { zh: "查看现行规则", en: "See today's rules" },
  coming: { zh: "即将施行的修改", en: "Changes to come" }, comingFrom: { zh: "自 {day} 起施行", en: "In force from {day}" },
  fees: { zh: "收费标准", en: "Fees" }, feesText: { zh: "按成交价分段累进；由谁承担见下。", en: "Marginal by bands of the price; who bears it is said below." }, feesCap: { zh: "未与当事人另行约定时，每方不超过成交价的 5%（拍卖法第 56 条）。", en: "Where nothing was agreed, 5% of the price a side at most (Auction Law, art. 56)." },
  band: { zh: "成交价", en: "Price" }, upTo: { zh: "不超过 {amount}的部分", en: "the part up to {amount}" }, above: { zh: "超过的部分", en: "the part above" }, examples: { zh: "示例", en: "Examples" }, price: { zh: "示例：成交价", en: "Example: price" }, fee: { zh: "服务费", en: "Fee" }, buyerFee: { zh: "受让方", en: "Buyer" }, sellerFee: { zh: "转让方", en: "Seller" },
  borne: { zh: "服务费由谁承担", en: "Who bears the fee" }, borneSeller: { zh: "转让方承担，从价款中扣收", en: "The seller, out of the price" }, borneBuyer: { zh: "受让方承担，在价款之外另付", en: "The buyer, on top of the price" }, borneBoth: { zh: "受让方承担 {buyer}（在价款之外另付），转让方承担 {seller}（从价款中扣收）", en: "The buyer {buyer}, on top of the price; the seller {seller}, out of it" },
  feeBuyerShareBp: { zh: "服务费中受让方承担的比例", en: "The buyer's share of the fee" }, shareHint: { zh: "以万分之一计：0 为转让方全部承担，5000 为各半，10000 为受让方全部承担。", en: "In basis points: 0 the seller bears all, 5000 each half, 10000 the buyer all." },
} as const satisfies Record<string, Text>;

/** Who bears the fee, by the buyer's share of it, in the words for each of the three cases; `{buyer}` and `{seller}` are their shares. */
export function bornBy(lang: Lang, buyerShareBp: number, words: { readonly seller: Text; readonly buyer: Text; readonly both: Text }): string {
  const said = buyerShareBp === 0 ? words.seller : buyerShareBp === 10_000 ? words.buyer : words.both;
  return fillText(pick(lang, said), { buyer: `${buyerShareBp / 100}%`, seller: `${(10_000 - buyerShareBp) / 100}%` });
}

export function feeShareWords(lang: Lang, buyerShareBp: number): string {
  return bornBy(lang, buyerShareBp, { seller: L.borneSeller, buyer: L.borneBuyer, both: L.borneBoth });
}

export const SELLER_CLASS_WORDS = {
  STATE_INSTITUTE: { zh: "高校、科研院所", en: "University or State institute" },
  STATE_OWNED_ENTERPRISE: { zh: "国有企业", en: "State-owned enterprise" },
  PRIVATE: { zh: "其他", en: "Others" },
} as const satisfies Record<string, Text>;
