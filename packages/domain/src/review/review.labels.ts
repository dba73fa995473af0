import type { InspectionState, ReviewState } from "./review.machine.ts";

export const REVIEW_STATE_LABELS: Readonly<Record<ReviewState, { readonly zh: string; readonly en: string }>> = {
  PENDING: { zh: "待审核", en: "Awaiting review" },
  CONFIRMED: { zh: "审核通过", en: "Confirmed" },
  RETURNED: { zh: "退回重新认定", en: "Returned to the office" },
  REVOCATION_NOTICE: { zh: "拟撤销告知", en: "Notice of intended revocation" },
  REVOKED: { zh: "已撤销", en: "Revoked" },
};

export const INSPECTION_STATE_LABELS: Readonly<Record<InspectionState, { readonly zh: string; readonly en: string }>> = {
  DRAWN: { zh: "已抽取", en: "Drawn" },
  PASSED: { zh: "抽查合格", en: "Passed" },
  DEFECT_FOUND: { zh: "发现问题", en: "Defect found" },
  REMEDIED: { zh: "已整改待核", en: "Remedied, to be checked" },
  CLOSED: { zh: "整改完成", en: "Closed" },
  REFERRED: { zh: "移送处理", en: "Referred" },
};
