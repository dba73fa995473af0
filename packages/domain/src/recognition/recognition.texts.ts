import type { Texts } from "../shared/texts.ts";

export const RECOGNITION_TEXTS = {
  FORM_HAS_PROBLEMS: { zh: "登记表还有 {count} 处需要填写或更正，尚未提交。", en: "The form has {count} points to complete or correct; it was not filed." },
  WRONG_APPLICANT: {
    zh: "登记申请应由卖方（让与人、许可人、受托人等）提出；技术进口合同由境内买方提出。请核对卖方、买方信息。",
    en: "A contract is filed by its seller; an import by its domestic buyer. Check the parties on the form.",
  },
  CONTRACT_FILED_ELSEWHERE: {
    zh: "同一合同已在{office}申请或登记，一份合同只能在一个登记机构登记一次（RF12）。如认为有误，请联系该登记机构。",
    en: "The same contract lies at another office ({office}): one contract, one registration in one place (RF12). If this is wrong, ask that office.",
  },
  NO_OFFICE_FOR_PLACE: { zh: "贵单位所在地（{divisionCode}）暂无已开通的登记机构，请联系省级科技管理部门。", en: "No registration office is open for your place ({divisionCode}); ask the provincial authority." },
  CLAIMED_BY_OTHER: { zh: "该申请正由同事办理，请等待其退回或领取到期后再办。", en: "A colleague is working on this file; wait until it is released or the lease ends." },
  FILE_NOT_ON_DESK: { zh: "该申请已办结或正由同事办理，不能领取。", en: "This file is decided or in a colleague's hands; it cannot be taken." },
  CORRECTION_ASKED_ALREADY: {
    zh: "补正要求只能一次性告知，本申请已告知过补正。请受理后作出登记或不予登记的决定。",
    en: "A correction is asked for once with all its points, and this file had its turn. Accept it and decide.",
  },
  SECOND_REVIEWER_DECIDES: { zh: "本申请已转入复审，由复审人员作出决定。", en: "This file is under second review; the second reviewer decides." },
  SECOND_REVIEWER_DECIDED_BEFORE: { zh: "复审人员不得是此前办理本申请的登记员，请由其他复审人员办理。", en: "The second reviewer may not have handled this file before; a colleague has to decide." },
  OFFICE_HAS_NO_NUMBER: { zh: "{office}尚未设置登记机构编号，不能编号登记。请联系省级管理部门设置。", en: "{office} has no office number yet and cannot number registrations; ask the province to set it." },
  NOT_A_TECHNOLOGY_CONTRACT: { zh: "不属于技术合同的，应不予登记。", en: "What is no technology contract is refused." },
  CLASS_NOT_DECIDED: { zh: "请认定合同类别。", en: "Decide the class of the contract." },
  AMOUNT_NOT_DECIDED: { zh: "请认定技术交易额。", en: "Decide the technical amount." },
  DEPARTURE_NEEDS_NOTE: { zh: "认定结果与申报不一致的，须说明理由（不少于 5 个字）。", en: "Say why your answers differ from what was filed." },
  REFUSAL_WITHOUT_REASON: { zh: "不予登记须至少选择一项理由。", en: "A refusal names at least one ground." },
  REFUSAL_REASON_UNKNOWN: { zh: "不予登记理由代码 {code} 不存在。", en: "There is no ground of refusal {code}." },
  REFUSAL_REASON_TWICE: { zh: "同一理由不能重复选择。", en: "A ground is named once." },
  REFUSAL_FACT_TOO_SHORT: { zh: "请写明本合同的具体事实，不少于 {minimum} 个字。", en: "State the facts of this file in at least {minimum} characters." },
  NOTHING_CHANGES: { zh: "变更申请与现有登记内容相同。", en: "The change leaves the registration as it is." },
  CHANGE_NEEDS_ANSWERS: { zh: "同意变更时须重新认定合同类别和技术交易额。", en: "Approving a change decides class and technical amount anew." },
  CHANGE_NEEDS_REASON: { zh: "不同意变更须说明理由。", en: "Say why the change is not approved." },
  NOT_UNDER_RE_DECISION: { zh: "该登记不在重新认定中。", en: "This registration is not being decided again." },
  SCOPE_NOT_BACKWARDS: { zh: "生效时间不得早于现在。", en: "It cannot take effect in the past." },
} as const satisfies Texts;
