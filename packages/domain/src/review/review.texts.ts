import type { Texts } from "../shared/texts.ts";

export const REVIEW_TEXTS = {
  REGISTRATION_DOES_NOT_STAND: { zh: "该登记当前不是有效登记（已注销、已撤销或正在重新认定），不能审核通过。", en: "This registration does not stand now: it was cancelled, revoked or is being decided again." },
  TAX_OPINION_NEEDED: { zh: "本合同拟享受税收优惠，须给出减免税复核意见。", en: "Reliefs are claimed for this contract; give your opinion on them." },
  STATEMENT_PERIOD_RUNS: { zh: "当事人的陈述期限未满，期满或收到陈述后才能决定撤销。", en: "The party may still state its view; decide after its statement or its period." },
  SAME_PERSON_GAVE_NOTICE: { zh: "作出拟撤销告知的人员不能同时决定撤销，请由其他管理人员办理。", en: "Whoever gave the notice does not decide on it; a colleague has to." },
  STATEMENT_GIVEN_ALREADY: { zh: "贵单位已提交陈述意见。", en: "Your organisation has stated its view already." },
  STATEMENT_PERIOD_OVER: { zh: "陈述期限已过。", en: "The period for a statement is over." },
  NOTHING_TO_INSPECT: { zh: "该机构在所选期间没有登记的合同，请换一个期间。", en: "The office registered nothing in this period; choose another." },
  PERIOD_TOO_LARGE: { zh: "所选期间的登记超过 {limit} 份，请缩短期间。", en: "The period holds more than {limit} registrations; shorten it." },
  PERIOD_BACKWARDS: { zh: "截止日期不得早于起始日期。", en: "The period cannot end before it begins." },
  SAMPLE_BOUNDS_BACKWARDS: { zh: "至多的份数不得少于至少的份数。", en: "At most cannot be less than at least." },
  FINDING_NEEDS_WORDS: { zh: "请说明发现的问题或理由（至少 10 个字）。", en: "Say what was found, in 10 characters or more." },
} as const satisfies Texts;
