import type { SearchKind, SearchSort } from "@ttx/domain/search";
import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "搜索", en: "Search" },
  intro: { zh: "一次查找公开的科技成果、技术需求和挂牌项目。", en: "Public results, demands and listings in one search." },
  label: { zh: "技术名称、领域、单位或编号", en: "A technology, a field, an organisation or a number" },
  sample: { zh: "例如：钒钛、固态电池", en: "For example: graphene" },
  kinds: { zh: "查找范围", en: "Search in" },
  all: { zh: "全部", en: "Everything" },
  near: { zh: "没有与所搜词语完全相符的内容，以下是相近的。", en: "Nothing holds exactly these words. These come near." },
  none: { zh: "没有找到相关内容", en: "Nothing was found" },
  noneText: { zh: "换一个更短的词、检查有没有错字，或去掉一些筛选条件；也可以发布需求，让持有技术的单位找到您。", en: "Try a shorter word, check for a slip, or take filters away; or post a demand so that those who have the technology find you." },
  clear: { zh: "清除全部条件", en: "Clear everything" },
  postDemand: { zh: "发布需求", en: "Post a demand" },
} as const satisfies Record<string, Text>;

export const KIND_TEXTS: Readonly<Record<SearchKind, Text>> = {
  RESULT: { zh: "科技成果", en: "Results" },
  DEMAND: { zh: "技术需求", en: "Demands" },
  LISTING: { zh: "挂牌项目", en: "Listings" },
};

export const SORT_TEXTS: Readonly<Record<SearchSort, Text>> = {
  relevance: { zh: "相关程度", en: "relevance" },
  newest: { zh: "最新发布", en: "newest" },
  due: { zh: "截止日期", en: "deadline" },
  "price-asc": { zh: "价格从低到高", en: "price, lowest first" },
  "price-desc": { zh: "价格从高到低", en: "price, highest first" },
};
