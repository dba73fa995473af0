import type { Texts } from "../shared/texts.ts";

export const DEMAND_TEXTS = {
  DEMAND_NOT_COMPLETE: { zh: "需求信息还不完整，未能发布；填写的内容已保存。请按提示补充 {count} 处内容。", en: "The demand is not complete and was not published. {count} entries need attention." },
  DEMAND_TARGETS_NEEDED: { zh: "请填写要达到的技术指标。", en: "Say what a solution must reach." },
  DEMAND_FIELD_NEEDED: { zh: "请选择技术领域。", en: "Choose the field." },
  DEMAND_PLACE_NEEDED: { zh: "请选择需求所在地。", en: "Choose the place." },
  DEMAND_CONTACT_NEEDED: { zh: "请填写联系人。", en: "Name a contact." },
  DEMAND_TITLE_LENGTH: { zh: "需求名称应为 {min} 至 {max} 个字。", en: "The title should have {min} to {max} characters." },
  DEMAND_PROBLEM_LENGTH: { zh: "请用 {min} 至 {max} 个字说明要解决的技术问题，现有 {now} 个字。", en: "Describe the problem in {min} to {max} characters; there are {now}." },
  DEMAND_DEADLINE_PASSED: { zh: "截止日应在今天之后。", en: "The deadline should lie after today." },
  DEMAND_PHONE_FORM: { zh: "请填写手机号码（11 位）、带区号的固定电话或 400 电话。", en: "Give a mainland mobile number, a landline with area code, or a 400 number." },
} as const satisfies Texts;
