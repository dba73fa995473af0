import type { Text } from "@ttx/ui/text";

/** What a field of the registration form means and where the rule stands (填写说明). */
export type FieldHelp = { readonly text: Text; readonly basis: Text };

export const FORM_HELP = {
  projectName: {
    text: { zh: "写合同文本中的项目全称，1至200字；不要写简称、编号或者本单位内部的课题名。", en: "The full name as in the contract, 1 to 200 characters: no short name, number or internal title." },
    basis: { zh: "技术合同登记表填表说明；民法典第八百四十五条", en: "Guide to the form; Civil Code 845" },
  },
  contractType: {
    text: { zh: "按权利义务判断：签订时方案尚未掌握、要研究出来的是开发；把现有权利交出去的是转让；允许对方使用现有技术的是许可；只出报告、意见的是咨询；用技术知识解决特定技术问题的是服务。承揽和建设工程合同不是技术服务合同。", en: "By rights and duties. Development: the solution is not yet mastered and must be found. Transfer: an existing right is handed over. Licence: its use is allowed. Consulting: a report or opinion. Service: technical knowledge solves a specific problem; work and construction contracts are none." },
    basis: { zh: "民法典第八百四十三条、第八百五十一条、第八百六十二条、第八百七十八条", en: "Civil Code 843, 851, 862, 878" },
  },
  signedOn: { text: { zh: "最后一方签字盖章的日期，不得晚于今天。", en: "The day the last party signed; not after today." }, basis: { zh: "填表说明；民法典第四百九十条", en: "Guide to the form; Civil Code 490" } },
  validTo: { text: { zh: "合同约定的履行截止日。申请登记应在有效期内。", en: "The last day of performance in the contract; it is filed within its term." }, basis: { zh: "管理办法（2024征求意见稿）第十二条", en: "Draft Measures 2024, Art. 12" } },
  licenceMode: { text: { zh: "独占：只有被许可人可以实施；排他：许可人自己也可以实施；普通：还可以再许可他人。合同没有写明的，视为普通许可。", en: "Exclusive: the licensee only. Sole: the licensor too. Ordinary: others as well. A silent contract grants an ordinary licence." }, basis: { zh: "技术合同司法解释第二十五条", en: "SPC Interpretation, Art. 25" } },
  licenceRegion: { text: { zh: "合同约定可以实施的地域，例如“中国境内”“浙江省”。", en: "Where the technology may be used, e.g. “within China”." }, basis: { zh: "民法典第八百六十四条", en: "Civil Code 864" } },
  partyName: { text: { zh: "与公章完全一致。以内部机构、课题组名义签订的，填法人名称，并在第七部分勾选。", en: "Exactly as on the seal. For an internal body, name the legal person and tick the box in part 7." }, basis: { zh: "认定规则（民法典时期文本）第三十九条第（六）项", en: "Rules (Civil Code era), Art. 39(6)" } },
  creditCode: { text: { zh: "营业执照或者法人证书上的18位代码；系统会校验。自然人填身份证件号码，境外当事人可以不填。", en: "The 18 signs on the licence; the check digit is verified. A person gives the number of the identity document; a party abroad may leave it." }, basis: { zh: "GB 32100—2015", en: "GB 32100—2015" } },
  nature: { text: { zh: "按单位的登记类型选择最末一级，用于统计。", en: "The lowest level of the kind of registration, for the statistics." }, basis: { zh: "技术合同登记表填表说明", en: "Guide to the form" } },
  division: { text: { zh: "单位住所所在的县（市、区）。由它确定登记机构。", en: "County of the seat. It decides which office is competent." }, basis: { zh: "GB/T 2260；管理办法（2000）第八条", en: "GB/T 2260; Measures 2000, Art. 8" } },
  share: { text: { zh: "联合卖方（买方）各自的份额，合计100%。没有约定的都不填，统计时按等份。由其中一方申请，须附其他各方书面同意。", en: "Of joint sellers or buyers, together 100 %. Leave all empty when none is agreed: they then count equally. One files, with the written consent of the others." }, basis: { zh: "技术合同统计口径；平台办理规则", en: "Rules of the statistics; rules of this platform" } },
  turnover: { text: { zh: "合同约定的全部价款、报酬和使用费，含设备、材料等。提成金额未知的，只填入门费等已确定的金额，以后每次提成通过变更登记增加。", en: "All money of the contract, goods included. Royalties not yet known are left out and added by a change of the registration when they are." }, basis: { zh: "认定规则（2001）第五十二条第（一）项", en: "Rules 2001, Art. 52(1)" } },
  deductions: { text: { zh: "设备、仪器、零部件、原材料等非技术性费用逐项扣除。体现技术的样机、资料、试验装置等，合理数量内的直接成本不扣：资料按通常份数另加归档一份，样品按验证需要，成套装置一至两套。", en: "Equipment, parts, materials and the like are taken off item by item. Carriers of the technology in a reasonable number stay: documents in the usual copies, samples as needed, plants one or two sets." }, basis: { zh: "认定规则（2001）第十九条、第五十二条第（二）项；技术合同司法解释第十四条", en: "Rules 2001, Art. 19, 52(2); SPC Interpretation, Art. 14" } },
  payment: { text: { zh: "一次总付、分期支付、提成支付，或者提成加入门费。提成的须写明基数和比例方式。", en: "At once, in instalments, as a royalty, or a royalty with an entry fee; a royalty states its base and rate." }, basis: { zh: "民法典第八百四十六条", en: "Civil Code 846" } },
  expectedInvestment: { text: { zh: "受让方实施该技术预计新增的投入和产值，转让合同必填。", en: "What the assignee expects to invest and to produce with the technology; required for a transfer." }, basis: { zh: "统计报表 JJ-001", en: "Statistical form JJ-001" } },
  techField: { text: { zh: "按技术本身所属领域选一项，不按买方行业选。", en: "One field, by the technology itself and not by the buyer's trade." }, basis: { zh: "技术合同统计分类", en: "Classes of the statistics" } },
  ipKinds: { text: { zh: "转让、许可填所转让、许可的权利；开发、咨询、服务不涉及的选“未涉及”。", en: "For transfer and licence the right concerned; for the others “none” where none is touched." }, basis: { zh: "技术合同司法解释第一条；民法典第八百七十六条", en: "SPC Interpretation, Art. 1; Civil Code 876" } },
  programme: { text: { zh: "列入各级科技计划的选计划类别并填项目编号；计划项目可以用任务书代替合同文本。", en: "The programme and project number where there is one. A programme project may file its task book instead of a contract." }, basis: { zh: "认定规则（民法典时期文本）第三十八条", en: "Rules (Civil Code era), Art. 38" } },
  objective: { text: { zh: "按合同的主要目的选一项。", en: "One, by the main purpose of the contract." }, basis: { zh: "GB/T 24450—2009", en: "GB/T 24450—2009" } },
  industry: { text: { zh: "技术用在哪个行业，选到大类。", en: "The trade the technology is used in, by division." }, basis: { zh: "GB/T 4754—2017", en: "GB/T 4754—2017" } },
  responsible: { text: { zh: "本单位对本合同申报负责的人。", en: "Who answers for this filing in your organisation." }, basis: { zh: "统计报表 JJ-001", en: "Statistical form JJ-001" } },
} as const satisfies Record<string, FieldHelp>;

export type HelpKey = keyof typeof FORM_HELP;
