import type { Texts } from "../shared/texts.ts";

export const CONTRACT_IMPORT_TEXTS = {
  IMPORT_TOO_LONG: { zh: "每个文件最多 {limit} 行，请拆分后分别上传。", en: "A file holds at most {limit} rows; split it." },
  IMPORT_NOT_OPEN: { zh: "这次导入已结束，不能取消。", en: "This import is over; it cannot be cancelled." },
  EXTERNAL_NO_TAKEN: { zh: "合同编号 {externalNo} 已导入过，但内容不同。修改请到原登记表中进行；另一份合同请用另一个编号。", en: "The number {externalNo} was imported before with other content. Change the form that exists, or give another contract another number." },
  EXTERNAL_NO_TWICE: { zh: "合同编号 {externalNo} 在本文件第 {row} 行已出现，且内容不同。", en: "The number {externalNo} stands in row {row} of this file with other content." },
  CONTRACT_TWICE_IN_FILE: { zh: "与本文件第 {row} 行是同一份合同（当事人、金额、签订日期和项目名称相同）。", en: "The same contract as row {row} of this file: parties, amount, date of signing and project name." },
  CONTRACT_REGISTERED_ELSEWHERE: { zh: "同一合同已在{office}申请或登记（一份合同只能在一地登记一次）。", en: "The same contract lies with {office} already; one contract is registered once, in one place." },
  APPLICANT_IS_NO_SELLER: { zh: "卖方中没有本单位。技术合同由卖方申请登记；技术进口由境内买方申请。", en: "Your organisation is not among the sellers. The seller files; for an import, the domestic buyer." },
  CELL_SHAPE: { zh: "写法不对，应写成“{shape}”。", en: "Not in the right form; write it like “{shape}”." },
  ROW_PARTS_DIFFER: { zh: "用分号分隔的各列，项数应一致。", en: "Columns with several values separated by semicolons have the same number of them." },
} as const satisfies Texts;
