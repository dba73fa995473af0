import type { Text } from "@ttx/ui/text";

export const C = {
  title: { zh: "项目合同约定", en: "Project contract" },
  intro: { zh: "成果出自财政或他人资助的项目的，在这里申报项目合同对处置的约定。标注了计划或项目编号的成果，申报后才能挂牌、竞价或公示协议价格；约定须经资助方同意的，还要登记同意文件。", en: "Where a result comes from a funded project, say here what its contract lays down about disposing of it. A result that names a programme or a project number is not listed, auctioned or published before that; if the funder has to consent, not before his paper is on file." },
  none: { zh: "没有申报项目合同约定", en: "No project contract was declared" },
  undeclared: { zh: "成果标注为资助项目成果，尚未申报项目合同对处置的约定。申报前不能提交形式审查、挂牌或公示。", en: "The result names a funded project, and nothing was declared of its contract. Before that it is not handed in, listed or published." },
  toDeclare: { zh: "申报项目合同约定", en: "Declare the project contract" },
  declare: { zh: "申报", en: "Declare" }, change: { zh: "更新申报", en: "Declare anew" },
  projectNo: { zh: "项目编号", en: "Project number" }, funder: { zh: "资助方", en: "Funder" },
  demand: { zh: "合同对处置的约定", en: "What the contract asks" }, clause: { zh: "合同条款原文", en: "Words of the contract" },
  consent: { zh: "资助方同意", en: "The funder's consent" }, consentNo: { zh: "同意文件文号", en: "Number of the consent" }, consentOn: { zh: "同意日期", en: "Day of the consent" }, paper: { zh: "同意文件", en: "The paper" }, paperHint: { zh: "尚未取得的，文号、日期和文件都留空。更新时不重新上传即沿用已登记的文件。", en: "Leave number, day and paper empty while there is none. When declaring anew, the paper on file stays unless you upload another." },
  optional: { zh: "选填", en: "optional" },
  given: { zh: "资助方已同意（{no}，{on}）", en: "the funder has consented ({no}, {on})" }, missing: { zh: "须经资助方同意，尚未登记同意文件", en: "the funder has to consent, and no paper is on file yet" },
  free: { zh: "由转让方自主处置", en: "the seller disposes of it freely" },
  line: { zh: "项目 {no}（{funder}资助）：{what}", en: "Project {no}, funded by {funder}: {what}" },
} as const satisfies Record<string, Text>;
