import type { ConsequenceKind, DutyKind } from "./consequence.rules.ts";

export const CONSEQUENCE_LABELS: Readonly<Record<ConsequenceKind, { readonly zh: string; readonly en: string }>> = {
  BODIES_TOLD: { zh: "已函告税务、财政机关", en: "Tax and finance bodies told" },
  RELIEF_REPORTED: { zh: "当事人报告已享受的税收优惠", en: "Reliefs taken, as the party reports" },
  RELIEF_DEMANDED: { zh: "税务机关核定应追缴的税收优惠", en: "Reliefs to be paid back, as the tax body demands" },
  RELIEF_RECOVERED: { zh: "税收优惠已缴回", en: "Reliefs paid back" },
  FINED: { zh: "对当事人处以罚款", en: "Fine on the party" },
  FINE_PAID: { zh: "罚款已缴纳", en: "Fine paid" },
  OFFICE_WARNED: { zh: "对登记机构给予警告", en: "Office warned" },
  OFFICE_ORDERED: { zh: "责令登记机构改正", en: "Office ordered to mend" },
  OFFICE_FINED: { zh: "对登记机构处以罚款", en: "Fine on the office" },
  OFFICE_CLOSED: { zh: "取消登记机构资格", en: "Office taken off its function" },
};

export const DUTY_LABELS: Readonly<Record<DutyKind, { readonly zh: string; readonly en: string }>> = {
  TELL_BODIES: { zh: "函告税务、财政机关", en: "Tell the tax and finance bodies" },
  REPORT_RELIEF: { zh: "报告是否已享受税收优惠", en: "Report whether reliefs were taken" },
  REPAY_RELIEF: { zh: "缴回税收优惠", en: "Pay the reliefs back" },
  PAY_FINE: { zh: "缴纳罚款", en: "Pay the fine" },
};
