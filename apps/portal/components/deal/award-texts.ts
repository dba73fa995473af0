import type { Text } from "@ttx/ui/text";

export const W = {
  title: { zh: "成交结果公告", en: "Results of trading" },
  intro: { zh: "经挂牌、竞价成交的项目。高校院所和国有企业的成交结果公告不少于五个工作日；受让方按类型和所在地显示，挂牌公告载明公布名称的除外。", en: "What was sold by listing and auction. Results of universities, institutes and State-owned firms are announced for at least five working days; buyers are shown by kind and place, unless the announcement names the winner." },
  none: { zh: "还没有成交结果", en: "No results yet" },
  name: { zh: "项目", en: "Lot" }, seller: { zh: "转让方", en: "Seller" }, buyer: { zh: "受让方", en: "Buyer" }, how: { zh: "成交方式", en: "How" }, price: { zh: "成交价", en: "Price" }, awardedOn: { zh: "成交日期", en: "Awarded" }, until: { zh: "公告期", en: "Announced until" },
  related: { zh: "关联交易：{natures}", en: "Related party: {natures}" },
  running: { zh: "公告中", en: "Announced" }, over: { zh: "已公告", en: "Over" }, defaulted: { zh: "受让方违约", en: "Buyer in default" },
} as const satisfies Record<string, Text>;
