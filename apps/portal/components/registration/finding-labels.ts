import type { Text } from "@ttx/ui/text";

/** Formal grounds, found without reading the text. */
export const FINDING_LABELS: Readonly<Record<string, Text>> = {
  NOT_IN_WRITING: { zh: "未见书面合同。", en: "There is no contract in writing." },
  CONTRACT_VOID: { zh: "合同无效。", en: "The contract is void." },
  NOT_IN_FORCE: { zh: "合同尚未生效。", en: "The contract is not in force yet." },
  TERM_OVER: { zh: "申请时合同有效期已过。", en: "The term was over when it was filed." },
  WRONG_APPLICANT: { zh: "申请人不是卖方（进口合同为境内买方）。", en: "The applicant is not the seller (of an import: the domestic buyer)." },
  OFFICE_OF_ANOTHER_PROVINCE: { zh: "申请人所在地不属本登记机构所在省。", en: "The applicant's place lies in another province." },
  ALREADY_FILED: { zh: "同一合同已在其他登记机构申请或登记。", en: "The same contract lies at another office." },
  APPROVAL_MISSING: { zh: "须经审批而未附批准文件。", en: "An approval is needed and not attached." },
  AUTHORITY_MISSING: { zh: "内部机构签约未附书面授权。", en: "Signed by an internal body without written authority." },
  CHINESE_VERSION_MISSING: { zh: "外文合同未附中文译本。", en: "There is no Chinese version of the text." },
};
