import type { Text } from "@ttx/ui/text";

export const W = {
  title: { zh: "成交结果公告", en: "Results of trading" },
  intro: { zh: "经挂牌、竞价成交的项目。高校院所和国有企业的成交结果公告不少于五个工作日；受让方按类型和所在地显示，挂牌公告载明公布名称的除外。", en: "What was sold by listing and auction. Results of universities, institutes and State-owned firms are announced for at least five working days; buyers are shown by kind and place, unless the announcement names the winner." },
  none: { zh: "还没有成交结果", en: "No results yet" },
  name: { zh: "项目", en: "Lot" }, seller: { zh: "转让方", en: "Seller" }, buyer: { zh: "受让方", en: "Buyer" }, how: { zh: "成交方式", en: "How" }, price: { zh: "成交价", en: "Price" }, awardedOn: { zh: "成交日期", en: "Awarded" }, until: { zh: "公告期", en: "Announced until" },
  related: { zh: "关联交易：{natures}", en: "Related party: {natures}" },
  running: { zh: "公告中", en: "Announced" }, over: { zh: "已公告", en: "Over" }, defaulted: { zh: "受让方违约", en: "Buyer in default" },
} as const satisfies Record<string, Text>;

export const AO = {
  title: { zh: "成交结果公告", en: "Announced result" },
  facts: { zh: "成交情况", en: "What was sold" }, listing: { zh: "挂牌项目", en: "Listing" }, venue: { zh: "交易机构", en: "Exchange" }, no: { zh: "成交编号", en: "No." },
  until: { zh: "公告至", en: "Announced until" }, notAnnounced: { zh: "该类转让方不设成交结果公告期。", en: "For this class of seller no period of announcement is set." },
  list: { zh: "异议及处理结果", en: "Objections and rulings" }, none: { zh: "没有收到异议。", en: "None so far." },
  open: { zh: "处理中，签约、出证和划款已暂停", en: "Open: signing, certificate and payment wait" }, anonymous: { zh: "异议人信息不公开", en: "Who objected is not shown" },
  ground: { zh: "异议理由", en: "Ground" }, interest: { zh: "异议人身份", en: "Concerned as" }, ruling: { zh: "处理意见", en: "Ruling" }, choose: { zh: "请选择", en: "Choose" },
  object: { zh: "提出异议", en: "Object" },
  intro: { zh: "利害关系人可在公告期内实名提出异议。异议处理前，暂停签约、出具交易凭证和划转价款；处理意见在本页公布，异议人信息不公开。", en: "Whoever is concerned may object by name while the result is announced. Until the ruling nobody signs, certifies or is paid. The ruling is shown here; who objected is not." },
  closed: { zh: "现在不能提出异议：不在公告期内，或成交已终止。", en: "No objection can be filed now: the result is not being announced, or the deal has ended." },
  filedBy: { zh: "姓名或单位名称", en: "Name" }, contact: { zh: "联系方式", en: "How to reach you" }, privately: { zh: "仅交易机构可见。", en: "For the exchange only." },
  told: { zh: "事实与依据", en: "Facts and evidence" }, toldHint: { zh: "写明事实、依据和可以核实的线索，仅交易机构可见。", en: "What happened, on what evidence, and how it can be checked. For the exchange only." },
  submit: { zh: "提交异议", en: "File the objection" }, sending: { zh: "正在提交…", en: "Sending…" },
  done: { zh: "异议已收到，编号", en: "Received, number" }, doneText: { zh: "交易机构复核人员将调查并处理，处理意见在本页公布。", en: "The exchange's second person examines it; the ruling is shown on this page." },
  rule: { zh: "处理异议", en: "Rule" }, ruleText: { zh: "处理意见将在成交结果公告页公布。异议成立的，撤销成交，价款和保证金原路退回；不成立或已协商解决的，继续办理，签约期限顺延。", en: "The ruling is published on the page of the result. Upheld, the deal is annulled and price and deposit go back; otherwise it goes on and the time for signing is prolonged." },
  decision: { zh: "处理结论", en: "Conclusion" }, reasons: { zh: "处理意见", en: "Reasons" }, reasonsHint: { zh: "写明调查情况和依据，将公开显示。", en: "What was examined and found; shown to the public." },
  otherRules: { zh: "该异议针对受让方资格，须由未参与资格审核的复核人员处理。", en: "It contests the buyer's qualification: a reviewer who did not decide on that rules." },
  annulled: { zh: "成交已撤销", en: "Deal annulled" }, see: { zh: "公告与异议", en: "Result and objections" }, underObjection: { zh: "异议处理中", en: "Under objection" },
} as const satisfies Record<string, Text>;
