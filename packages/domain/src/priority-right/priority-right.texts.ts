import type { Texts } from "../shared/texts.ts";

export const PRIORITY_TEXTS = {
  PRIORITY_NOT_HERE: { zh: "优先购买权只发生在转让；许可和作价入股不适用。", en: "A priority right arises on an assignment only, not on a licence or a contribution." },
  PRIORITY_NAMED_ALREADY: { zh: "该权利人已登记。", en: "This holder is named already." },
  PRIORITY_HOLDER_UNKNOWN: { zh: "所选单位未注册或未通过核验，请重新选择，或只填写名称。", en: "This organisation is not registered or not verified. Choose again, or give the name only." },
  PRIORITY_DAYS_TOO_FEW: { zh: "答复期限不少于 {days} 日。", en: "The holder has {days} days at least." },
  PRIORITY_WAIVED: { zh: "该权利人已放弃优先购买权，不能再认定。", en: "This holder has waived the priority right; it cannot be recognised any more." },
  PRIORITY_RIGHT_OPEN: { zh: "优先购买权人“{holder}”尚未通知、仍在答复期内或已主张优先购买（民法典第八百四十七条等）。请先完成通知并等待期满，或与其按同等条件成交。", en: "The priority right of “{holder}” is not notified, still open, or exercised (Civil Code 847 and others). Notify and wait for its term, or conclude with the holder on the same conditions." },
  PRIORITY_ANSWERED_ALREADY: { zh: "该优先购买权已有答复（本人、同事或转让方登记），不能再次答复。请刷新查看。", en: "This priority right has been answered already, by yourself, a colleague, or as the seller recorded it; it is answered once. Reload to see the answer." },
  PRIORITY_TERM_OVER: { zh: "答复期已满，逾期视为放弃。如仍有意受让，可以登记受让意向或与转让方洽谈。", en: "The term to answer is over, which counts as a waiver. You may still register an intent or talk to the seller." },
  PRIORITY_CONDITIONS_CHANGED: { zh: "交易条件已变更，与您看到的价格不同。请刷新，按现行条件答复。", en: "The conditions have changed and the price is not the one you were shown. Reload and answer on those in force." },
  PRIORITY_NOT_A_COLLEAGUE: { zh: "该账号不是本单位在职成员，或姓名与登记的权利人不一致。请核对后由本人先加入本单位。", en: "This account is no active member of your organisation, or bears another name than the holder. Check it; the holder has to join your organisation first." },
  PRIORITY_LINKED_ALREADY: { zh: "该权利人已关联账号。", en: "This holder is linked to an account already." },
} as const satisfies Texts;
