import type { Texts } from "../shared/texts.ts";

export const PRIORITY_TEXTS = {
  PRIORITY_NOT_HERE: { zh: "优先购买权只发生在转让；许可和作价入股不适用。", en: "A priority right arises on an assignment only, not on a licence or a contribution." },
  PRIORITY_NAMED_ALREADY: { zh: "该权利人已登记。", en: "This holder is named already." },
  PRIORITY_DAYS_TOO_FEW: { zh: "答复期限不少于 {days} 日。", en: "The holder has {days} days at least." },
  PRIORITY_WAIVED: { zh: "该权利人已放弃优先购买权，不能再认定。", en: "This holder has waived the priority right; it cannot be recognised any more." },
  PRIORITY_RIGHT_OPEN: { zh: "优先购买权人“{holder}”尚未通知、仍在答复期内或已主张优先购买（民法典第八百四十七条等）。请先完成通知并等待期满，或与其按同等条件成交。", en: "The priority right of “{holder}” is not notified, still open, or exercised (Civil Code 847 and others). Notify and wait for its term, or conclude with the holder on the same conditions." },
} as const satisfies Texts;
