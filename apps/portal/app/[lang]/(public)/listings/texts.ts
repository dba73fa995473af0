import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "挂牌项目", en: "Listings" },
  intro: {
    zh: "经交易机构受理的成果在此公开征集受让方。公告期按工作日计算，届满时按合格受让方的数量转入协议成交或竞价，规则事先公布、到点生效。",
    en: "Results accepted by an exchange look for a buyer here. Periods are counted in working days; when one ends, the number of qualified buyers decides between an agreed price and bidding, by rules announced beforehand.",
  },
  label: { zh: "按名称、技术、权利号查找", en: "Look by name, technology or number of a right" },
  sample: { zh: "例如：钛合金、催化剂、ZL2021…", en: "For example: titanium alloy, catalyst, ZL2021…" },
  state: { zh: "状态", en: "State" },
  all: { zh: "全部", en: "All" },
  field: { zh: "技术领域", en: "Field" },
  mode: { zh: "交易方式", en: "Way to trade" },
  region: { zh: "地区", en: "Region" },
  offer: { zh: "挂牌我的成果", en: "List a result" },
  none: { zh: "没有符合条件的挂牌项目", en: "No listing fits" },
  noneText: { zh: "换一个说法或放宽条件再试；也可以发布需求，让成果方来找您。", en: "Try other words or fewer filters, or post a demand and let owners find you." },
  noneYet: { zh: "目前没有挂牌项目", en: "Nothing is listed yet" },
  noneYetText: { zh: "成果经交易机构受理后在此公开征集受让方。", en: "Results stand here once an exchange has accepted them." },
  clear: { zh: "清除条件", en: "Clear the filters" },
  demand: { zh: "发布需求", en: "Post a demand" },
} as const satisfies Record<string, Text>;

export const SORT_TEXTS = {
  newest: { zh: "最新挂牌", en: "Newest" },
  ending: { zh: "即将截止", en: "Ending soonest" },
  "price-asc": { zh: "价格从低到高", en: "Price, low to high" },
  "price-desc": { zh: "价格从高到低", en: "Price, high to low" },
} as const satisfies Record<string, Text>;
