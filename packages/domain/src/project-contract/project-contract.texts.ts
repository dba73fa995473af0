import type { Texts } from "../shared/texts.ts";

export const PROJECT_CONTRACT_TEXTS = {
  PROJECT_CONTRACT_UNDECLARED: {
    zh: "该成果标注为资助项目成果（{project}），受项目合同约束的，按与资助方的约定处置（北京市促进科技成果转化条例第十四条）。请转让方先在成果的“项目合同约定”中申报合同对处置的约定；合同没有限制的，选“由本单位自主处置”。",
    en: "The result says that it comes from a funded project ({project}); whoever is bound by its contract disposes as agreed with the funder (Beijing regulation, art. 14). The seller first declares at the result, under “Project contract”, what the contract says of disposing of it; where it sets no limit, that the unit disposes of it freely.",
  },
  FUNDER_CONSENT_MISSING: {
    zh: "该成果出自{funder}资助的项目 {project}，项目合同约定处置须经资助方同意（北京市促进科技成果转化条例第十四条：按约定）。请转让方在成果的“项目合同约定”中登记同意文件后再办理。",
    en: "The result comes from project {project}, funded by {funder}, whose contract asks for the funder's consent before it is disposed of (Beijing regulation, art. 14: as agreed). The seller first puts the consent on file at the result, under “Project contract”.",
  },
  CONSENT_PART_MISSING: { zh: "同意文件应有文号、日期和文件。尚未取得的，三项都留空。", en: "A consent has a number, a day and its paper; leave all three empty while there is none." },
  CONSENT_IN_FUTURE: { zh: "同意日期不能晚于今天。", en: "The day of the consent cannot lie ahead." },
  CONSENT_DOCUMENT_NOT_FREE: { zh: "请上传本单位的文件；已用于其他事项的文件不能重复使用。", en: "Upload a file of your own organisation; one in another procedure cannot serve again." },
} as const satisfies Texts;
