import type { RecognitionState } from "./recognition.machine.ts";

export const RECOGNITION_STATE_LABELS: Readonly<Record<RecognitionState, { readonly zh: string; readonly en: string }>> = {
  DRAFT: { zh: "暂存", en: "Draft" },
  SUBMITTED: { zh: "已提交", en: "Submitted" },
  ACCEPTED: { zh: "已受理", en: "Accepted" },
  CORRECTION: { zh: "退回补正", en: "Returned for correction" },
  SECOND_REVIEW: { zh: "大额复审", en: "Second review" },
  REGISTERED: { zh: "已登记", en: "Registered" },
  REFUSED: { zh: "未予登记", en: "Not registered" },
  RE_REVIEW: { zh: "重新认定", en: "Re-recognition" },
  CHANGE_PENDING: { zh: "变更待审", en: "Change under review" },
  CANCELLED: { zh: "已注销", en: "Cancelled" },
  REVOKED: { zh: "已撤销", en: "Revoked" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
};
