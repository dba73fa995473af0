import type { ExportGateState } from "@ttx/domain/export-control/client";
import type { Tone } from "@ttx/ui/status-tag";
import type { Text } from "@ttx/ui/text";

export const GATE_TONES: Record<ExportGateState, Tone> = { CHECK: "due", FREE: "active", RESTRICTED: "due", PENDING_INTENT: "waiting", MAY_NEGOTIATE: "active", PENDING_LICENCE: "waiting", CONTROLLED: "waiting", REGISTER: "waiting", CLEARED: "done", BLOCKED: "refused" };

export const E = {
  title: { zh: "技术出口", en: "Technology export" },
  intro: { zh: "受让方在境外、为外商投资企业，或技术将在境外使用的，先由两人各自归类：禁止的不得交易，限制的取得许可意向书后才能洽谈和竞价，手续办结前不出具交易凭证。", en: "Where the buyer or the use is abroad, two persons classify the technology first: what is prohibited is not traded, with restricted technology the letter of intent precedes talks and bidding, and no certificate is issued before all is cleared." },
  open: { zh: "办理中", en: "Open" }, done: { zh: "已办结", en: "Closed" },
  none: { zh: "没有技术出口事项", en: "No export gate" }, noneText: { zh: "境外受让方登记意向后会自动出现；也可在成果页面发起。", en: "It appears when a buyer abroad registers an intent; the seller may also open one." },
  result: { zh: "成果", en: "Result" }, buyer: { zh: "受让方", en: "Buyer" }, seller: { zh: "转让方", en: "Seller" }, venue: { zh: "交易机构", en: "Exchange" }, ground: { zh: "涉外情形", en: "Why" }, place: { zh: "使用地", en: "Place of use" }, state: { zh: "状态", en: "State" }, expected: { zh: "主管部门办理期限", en: "The authority's time" },
  next: { zh: "下一步", en: "Next step" }, findings: { zh: "两人归类", en: "Findings of two persons" }, first: { zh: "转让方自查", en: "Seller's officer" }, second: { zh: "复核人员", en: "Second person" }, notYet: { zh: "尚未提交", en: "Not yet" }, hidden: { zh: "已提交；复核人独立判断后双方结论才互相可见", en: "Stated; shown to the second person once he has found for himself" }, differ: { zh: "两人结论不一致，请各自核对后重新提交。", en: "The two findings differ. Each checks again." },
  item: { zh: "目录条目", en: "Item of the catalogue" }, itemHint: { zh: "《中国禁止出口限制出口技术目录》编号，如 050302J；不在目录内请留空。", en: "As in the catalogue, e.g. 050302J; empty where none fits." }, noItem: { zh: "不在目录内", en: "none" },
  secret: { zh: "涉及国家秘密或不能确定", en: "A state secret, or not sure" }, dualUse: { zh: "属于两用物项或军品，或已知、被告知存在风险", en: "Dual-use or military, or a risk known or notified" }, fiscal: { zh: "财政资金项目形成", en: "Made with fiscal money" }, exclusive: { zh: "向境外转让或独占许可", en: "Assigned, or exclusively licensed, abroad" }, security: { zh: "属于知识产权对外转让审查范围", en: "Within the security review of transfers abroad" },
  propose: { zh: "提交自查结论", en: "State the findings" }, proposeAgain: { zh: "修改自查结论", en: "Change the findings" }, waitSecond: { zh: "自查结论已提交，等待复核人员独立判断", en: "Your findings are in; the second person judges independently" }, confirm: { zh: "提交复核结论", en: "State your own findings" }, classText: { zh: "请按成果实际内容独立判断。两人结论一致即完成归类。", en: "Judge by what the technology is. Equal findings classify it." },
  apply: { zh: "登记已申请意向书", en: "Enter the application" }, applyText: { zh: "已向省级商务主管部门申请技术出口许可意向书。取得前不得洽谈。", en: "The letter of intent was applied for. No talks before it comes." },
  papers: { zh: "许可文件", en: "Papers" }, needed: { zh: "所需文件", en: "Needed" }, missing: { zh: "待取得", en: "missing" }, paper: { zh: "文件", en: "Paper" }, number: { zh: "编号", en: "Number" }, authority: { zh: "签发机关", en: "Issued by" }, issuedOn: { zh: "签发日期", en: "Issued on" }, record: { zh: "登记文件", en: "Enter a paper" }, recordText: { zh: "请核对原件后登记。限制出口技术的合同自许可证签发之日起生效。", en: "Enter it once you have seen the original. A contract on restricted technology takes effect on the day of the licence." },
  refuse: { zh: "登记不予许可", en: "Authority refused" }, refuseText: { zh: "主管部门不予许可的，与该受让方的交易终止。", en: "The trade with this buyer is off." }, reason: { zh: "理由", en: "Reason" }, recheck: { zh: "主要条款变更", en: "Main terms change" }, recheckText: { zh: "变更后须重新归类和办理手续。", en: "Everything is checked again." },
  effective: { zh: "合同生效日", en: "Contract in effect from" }, yes: { zh: "是", en: "yes" }, no: { zh: "否", en: "no" },
} as const satisfies Record<string, Text>;

export const GATE_NEXT: Record<ExportGateState, Text> = {
  CHECK: { zh: "两人分别提交归类结论", en: "Two persons state their findings" },
  FREE: { zh: "可以洽谈签约；签约后办理合同登记", en: "Talks and signing are open; the contract is registered afterwards" },
  RESTRICTED: { zh: "转让方申请许可意向书，取得前不得洽谈、竞价", en: "The seller applies for the letter of intent; no talks or bids before it" },
  PENDING_INTENT: { zh: "等待许可意向书，取得后登记", en: "The letter of intent is awaited" },
  MAY_NEGOTIATE: { zh: "可以洽谈、竞价和签约；签约后申请许可证", en: "Talks, bids and signing are open; then the licence" },
  PENDING_LICENCE: { zh: "等待出口许可证，合同自许可证签发之日生效", en: "The licence is awaited; the contract takes effect on its day" },
  CONTROLLED: { zh: "取得两用物项许可和最终用户证明后登记", en: "The dual-use licence and the end-user certificate are awaited" },
  REGISTER: { zh: "办理技术出口合同登记后登记编号", en: "The contract is to be registered" },
  CLEARED: { zh: "手续已办结，可以出具交易凭证", en: "Cleared: the certificate may be issued" },
  BLOCKED: { zh: "不得与该受让方交易", en: "No deal with this buyer" },
};
