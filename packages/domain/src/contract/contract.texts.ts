import type { Texts } from "../shared/texts.ts";
import { FORM_PROBLEM_LABELS } from "./form-problems.labels.ts";

export const CONTRACT_TEXTS = {
  ...FORM_PROBLEM_LABELS,
  FIELD_REQUIRED: { zh: "此项尚未填写。", en: "This field is still empty." },
  ATTACHMENT_MISSING: { zh: "缺少材料 {code}，请上传后再提交。", en: "Document {code} is missing; upload it before filing." },
  STATE_SECRET_STAYS_OUT: {
    zh: "涉及国家秘密的合同不得录入本系统，请按保密规定到登记机构现场办理。",
    en: "A contract with State secrets may not be entered here; take it to the office in person, as the secrecy rules say.",
  },
  CONTRACT_NOT_EDITABLE: {
    zh: "登记申请当前不能修改。只有暂存和退回补正的申请可以修改；已提交的请先撤回，已登记的请申请变更。",
    en: "This file cannot be edited now. Drafts and files returned for correction can; withdraw a filed one first, or ask for a change of a registered one.",
  },
  DOCUMENT_NOT_YOURS: { zh: "所附文件不存在，或不属于本单位。请重新上传。", en: "The file attached does not exist or belongs to another organisation. Upload it again." },
  DEAL_NOT_SIGNED: { zh: "这笔成交尚未由双方签订合同，签约后才能申请登记。", en: "This deal has not been signed by both sides yet; it can be filed once it is." },
  DEAL_HAS_A_FILE: { zh: "这笔成交已有登记申请，请直接办理该申请。", en: "This deal already has a file; go on with that one." },
  TEXT_HAS_BLANKS: { zh: "合同文本还有空白没有填写：{blank}。", en: "The text still has a blank to fill in: {blank}." },
  TEXT_NOT_CHINESE: { zh: "文本应为中文。外文合同请填写中文译本，并上传译本和译文一致性声明。", en: "The text must be Chinese. For a contract in another language give its Chinese version, with a statement of conformity." },
  TEXT_NEEDS_A_TYPE: { zh: "请先选择合同类别，再按该类模板生成文本。", en: "Choose the contract class first; the text is made from its template." },
  FILE_HAS_NO_TEXT: { zh: "没有从文件中读到文字，可能是扫描件。请上传可以复制文字的版本，或者直接粘贴文本。", en: "No words were found in the file; it may be a scan. Upload a version whose text can be copied, or paste the text." },
  FILE_NOT_READABLE: { zh: "只能读取 10 MB 以内的 DOCX、PDF、TXT 文件。", en: "Only DOCX, PDF and TXT files of at most 10 MB can be read." },
  FILE_BROKEN: { zh: "文件已损坏或加密，无法读取。请另存后重新上传，或者直接粘贴文本。", en: "The file is broken or encrypted and cannot be read. Save it anew and upload it again, or paste the text." },
  CONTRACT_NOT_SECRET: { zh: "本合同没有商业秘密保密要求，不需要指定知悉人员。", en: "This contract is not confidential; nobody needs to be named." },
  READER_UNKNOWN: { zh: "当事人、登记机构和本省主管部门中没有使用此邮箱的人员。", en: "Nobody of the parties, the office or the province's authority uses this address." },
  TEXT_FOR_NAMED_READERS: { zh: "本合同涉及商业秘密，文本只对指定的知悉人员开放。请由登记员领取或指定后查看。", en: "This contract holds commercial secrets: its text is for named persons only. Take the file, or have yourself named." },
} as const satisfies Texts;
