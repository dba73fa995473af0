import type { Text } from "@ttx/ui/text";

/** Words for burdens on a right and known defects, in the form and wherever they are told. */
export const DISCLOSURE = {
  title: { zh: "权利负担与瑕疵披露", en: "Burdens and known defects" },
  intro: { zh: "标的上已有的许可、质押、争议和已知的技术瑕疵随公告公开（拍卖法第十八条、第二十七条）。经本平台成交给出的许可会自动列出，不必重填。", en: "Licences, pledges and disputes on the rights and known defects of the technology are public with the announcement (Auction Law, arts. 18, 27). Licences given by deals here are listed by themselves." },
  encumbrances: { zh: "权利负担", en: "Burdens on the rights" },
  none: { zh: "没有其他权利负担。", en: "None beside those." },
  kind: { zh: "种类", en: "Kind" },
  territory: { zh: "地域", en: "Territory" },
  until: { zh: "截止日", en: "Until" },
  detail: { zh: "说明（公开）", en: "In words (public)" },
  detailHint: { zh: "写明登记或备案编号、范围等；不写商业秘密。", en: "Register number, extent and the like; no business secrets." },
  add: { zh: "添加权利负担", en: "Add a burden" },
  remove: { zh: "删除", en: "Remove" },
  removeNo: { zh: "删除第 {no} 项权利负担", en: "Remove burden {no}" },
  defects: { zh: "已知瑕疵和来源说明", en: "Known defects and where it comes from" },
  defectsHint: { zh: "例如：专利年费已缴至本年度；尚未通过型式检验；部分参数依赖进口原料。没有的留空。", en: "For instance: type test not passed yet; some figures depend on imported material. Leave empty if there are none." },
  optional: { zh: "选填", en: "optional" },
  undisclosed: { zh: "转让方声明无其他权利负担", en: "The seller declares none beside these" },
  noDefects: { zh: "转让方声明没有已知瑕疵", en: "The seller declares none that he knows" },
  untilDay: { zh: "至 {until} 止", en: "until {until}" },
} as const satisfies Record<string, Text>;
