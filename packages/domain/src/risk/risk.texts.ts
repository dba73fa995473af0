import type { Texts } from "../shared/texts.ts";

export const RISK_TEXTS = {
  RISK_NOTE_TOO_SHORT: { zh: "请写明办结理由，至少 {min} 个字；红色预警的理由须更充分。", en: "Give the reason in at least {min} characters; a red alert needs more." },
  RISK_CONCLUSION_NOT_SO_REFUSED: { zh: "所涉合同均未作出不予登记的决定，不能以此办结。", en: "None of these contracts was refused, so this conclusion does not hold." },
  RISK_CONCLUSION_NOT_SO_REVOKED: { zh: "所涉合同的登记均未撤销。请先在“复核”中办理撤销登记，再以此办结。", en: "None of these registrations was revoked. Revoke it under “Review” first, then conclude." },
  RISK_REFERRAL_BODY_NEEDED: { zh: "请选择移送的机关。", en: "Choose the body that the matter is referred to." },
  RISK_REFERRAL_NOT_CHOSEN: { zh: "只有办结方式为“移送”时才填写移送机关。", en: "A body is named only when the matter is referred." },
  EVIDENCE_UNREADABLE: { zh: "预警依据的存储格式有误，请联系系统运维。", en: "The stored evidence of this alert cannot be read. Please tell platform operations." },
} as const satisfies Texts;
