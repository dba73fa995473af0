import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "技术合同登记清单", en: "List of registrations" },
  intro: { zh: "现行有效的登记，大额（技术交易额500万元及以上）与其他分列。清单不作为办理税收优惠的凭证，登记证明才是。", en: "Registrations that stand now; large ones (technical amount of 5 million yuan or more) on a list of their own. A list is no proof for tax reliefs; a certificate is." },
  bands: { zh: "按金额", en: "By amount" },
  OTHER: { zh: "500万元以下", en: "Below 5 million" },
  LARGE: { zh: "500万元及以上", en: "5 million and above" },
  from: { zh: "登记日期自", en: "Registered from" },
  to: { zh: "至", en: "to" },
  apply: { zh: "筛选", en: "Show" },
  project: { zh: "项目名称", en: "Project" },
  secret: { zh: "（含商业秘密）", en: "(commercial secret)" },
  office: { zh: "登记机构", en: "Office" },
  amount: { zh: "技术交易额", en: "Technical amount" },
  turnover: { zh: "成交额", en: "Turnover" },
  on: { zh: "登记日期", en: "Registered on" },
  none: { zh: "没有符合条件的登记", en: "No registration matches" },
  noneText: { zh: "换一个金额段或日期范围试试。", en: "Try another band or other dates." },
} as const satisfies Record<string, Text>;
