import type { SecrecyCaseState } from "@ttx/domain/secrecy/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const SECRECY_TONES: Record<SecrecyCaseState, Tone> = { OPEN: "due", RESTORED: "done", SEALED: "ended" };

export const S = {
  report: { zh: "反映涉密", en: "Report secrecy" },
  reportText: {
    zh: "提交后，该内容立即从所有公开页面、检索和接口中屏蔽，与它有关的挂牌、竞价、公示和签约随即暂停，由交易机构复核人员或省科技管理部门认定。请勿在任何地方复述所涉内容，这里也不需要填写文字。须登录后提交。",
    en: "Once sent, this is withheld at once from every public page, search and interface, and the listing, bidding, notice or signing that concerns it stands still until the exchange's reviewer or the province's administrator has decided. Repeat the content nowhere; no words are asked for here. You have to be signed in.",
  },
  ground: { zh: "反映理由", en: "Grounds" }, part: { zh: "所在位置", en: "Where" }, choose: { zh: "请选择", en: "Choose" },
  title: { zh: "涉密反映", en: "Reports of secrecy" },
  intro: { zh: "公开内容被反映可能涉密的，先屏蔽、后认定。屏蔽期间不展示任何内容文字；认定不涉密的恢复展示、期限顺延，认定涉密的永久撤除。（《保守国家秘密法》第三十四条）", en: "What is reported as possibly secret is withheld first and decided afterwards. No word of it is shown meanwhile; where nothing is found it comes back and its periods run on, where it is secret it is out for good (Law on Guarding State Secrets, art. 34)." },
  open: { zh: "待认定", en: "To be decided" }, done: { zh: "已认定", en: "Decided" },
  none: { zh: "没有涉密反映", en: "No report" }, noneText: { zh: "公开页面上的“反映涉密”提交后会出现在这里。", en: "What is reported on a public page appears here." },
  no: { zh: "编号", en: "No." }, seenAs: { zh: "内容类别", en: "Kind" }, owner: { zh: "发布单位", en: "Published by" }, place: { zh: "所在地", en: "Place" }, reportedAt: { zh: "屏蔽时间", en: "Withheld since" }, state: { zh: "状态", en: "State" },
  facts: { zh: "反映情况", en: "The report" }, reporter: { zh: "反映人", en: "Reported by" }, confidential: { zh: "对发布单位保密", en: "not told to the publisher" },
  runs: { zh: "暂停的办理", en: "Standing still" }, listings: { zh: "挂牌 {count} 项", en: "{count} listings" }, lots: { zh: "竞价 {count} 场", en: "{count} lots" }, notices: { zh: "公示 {count} 项", en: "{count} notices" }, deals: { zh: "成交项目 {count} 项", en: "{count} deals" }, nothing: { zh: "无", en: "nothing" },
  next: { zh: "下一步", en: "Next step" },
  waitOwner: { zh: "内容已屏蔽，等待认定。请本单位保密工作机构出具意见，交交易机构或省科技管理部门；认定前不得另行发布。", en: "It is withheld and to be decided. Have your unit's secrecy office give its opinion to the exchange or the province; do not publish it elsewhere meanwhile." },
  toDecide: { zh: "启封查看后，依据保密行政管理部门鉴定意见或单位保密审查意见作出认定。查看和认定均记入审计。", en: "Read what is under seal and decide on the secrecy authority's finding or the unit's review. Reading and deciding are both on record." },
  over: { zh: "已办结。", en: "Closed." },
  openSeal: { zh: "启封查看", en: "Read under seal" }, sealHint: { zh: "查看会记入审计记录。请勿复制、转发或打印。", en: "Reading is on record. Do not copy, pass on or print." }, hide: { zh: "收起", en: "Hide" }, sealed: { zh: "封存内容", en: "Under seal" },
  decide: { zh: "作出认定", en: "Decide" }, decideText: { zh: "认定不涉密的，内容立即恢复展示，各项期限按规则顺延；认定涉密的，永久撤除，挂牌终结、公示取消、未结成交撤销，保证金和价款原路退回。", en: "Where nothing is secret it is shown again and every period runs on by its rules. Where it is, it is out for good: listing and notice end, open deals are annulled, deposits and prices go back." },
  decision: { zh: "认定结论", en: "Decision" }, finding: { zh: "依据文件编号", en: "Number of the paper" }, findingHint: { zh: "鉴定意见或保密审查意见的编号，不要填写内容。", en: "The number of the finding or review; no content." },
  decidedBy: { zh: "认定人", en: "Decided by" }, decidedAt: { zh: "认定时间", en: "Decided at" },
  ownTitle: { zh: "该内容已屏蔽", en: "This is withheld" }, ownSealed: { zh: "该内容已封存", en: "This is sealed" },
  ownText: { zh: "该内容被反映可能涉密，认定前不展示也不能修改。", en: "It was reported as possibly secret. Until that is decided it is neither shown nor changed." },
  ownSealedText: { zh: "经认定涉密，已永久撤除。请由本单位保密工作机构处理。", en: "It was found to be secret and taken out for good. Your unit's secrecy office deals with it." },
  see: { zh: "查看办理情况", en: "See how it stands" },
} as const satisfies Record<string, Text>;
