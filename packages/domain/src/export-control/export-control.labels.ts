import type { ExportGateState } from "./export-gate.machine.ts";
import type { ExportGround, ExportPaperKind } from "./export-control.rules.ts";

type Words = { readonly zh: string; readonly en: string };

export const EXPORT_GATE_STATE_LABELS: Record<ExportGateState, Words> = {
  CHECK: { zh: "待归类", en: "To be classified" },
  FREE: { zh: "自由出口", en: "Free" },
  RESTRICTED: { zh: "限制出口，待申请", en: "Restricted: to apply" },
  PENDING_INTENT: { zh: "待许可意向书", en: "Letter of intent awaited" },
  MAY_NEGOTIATE: { zh: "可以洽谈签约", en: "May negotiate" },
  PENDING_LICENCE: { zh: "待出口许可证", en: "Licence awaited" },
  CONTROLLED: { zh: "出口管制，待许可", en: "Controlled: licence awaited" },
  REGISTER: { zh: "待合同登记", en: "Contract to be registered" },
  CLEARED: { zh: "手续办结", en: "Cleared" },
  BLOCKED: { zh: "不得出口", en: "Blocked" },
};

export const EXPORT_GROUND_LABELS: Record<ExportGround, Words> = {
  BUYER_ABROAD: { zh: "受让方为境外组织", en: "The buyer is abroad" },
  BUYER_FOREIGN_FUNDED: { zh: "受让方为外商投资企业，需人工判断", en: "The buyer is foreign-funded: a case to look at" },
  USE_ABROAD: { zh: "技术将在境外使用", en: "The technology will be used abroad" },
};

export const EXPORT_PAPER_LABELS: Record<ExportPaperKind, Words> = {
  LETTER_OF_INTENT: { zh: "技术出口许可意向书", en: "Letter of intent for a licence" },
  LICENCE: { zh: "技术出口许可证", en: "Technology export licence" },
  DUAL_USE_LICENCE: { zh: "两用物项出口许可证", en: "Dual-use export licence" },
  END_USER_CERTIFICATE: { zh: "最终用户和最终用途证明", en: "End-user certificate" },
  CONTRACT_REGISTRATION: { zh: "技术出口合同登记证书", en: "Registration of the export contract" },
  PROJECT_APPROVAL: { zh: "项目管理机构批准（财政资金项目）", en: "Approval of the project body (fiscal project)" },
  SECURITY_REVIEW: { zh: "知识产权对外转让审查意见", en: "Security review of the transfer abroad" },
};
