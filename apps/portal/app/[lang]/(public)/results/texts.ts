import type { ResultSort } from "@ttx/domain/result";
import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "科技成果", en: "Technology results" },
  intro: { zh: "高校、院所、企业和个人公开发布的成果。可按领域、地区、阶段、价格和交易方式筛选。", en: "Results published by universities, institutes, firms and individuals. Narrow them down by field, place, stage, price and way to trade." },
  label: { zh: "技术名称、单位、专利号", en: "A technology, an owner or a patent number" },
  sample: { zh: "例如：钒钛、固态电池", en: "For example: graphene" },
  forgiven: { zh: "没有与所搜词语完全相符的成果，以下是相近的。", en: "Nothing holds exactly these words. These come near." },
  noneTitle: { zh: "没有符合条件的成果", en: "No result fits" },
  noneText: { zh: "换一个更短的词，或去掉一些筛选条件；也可以发布需求，让持有技术的单位找到您。", en: "Try a shorter word or fewer filters, or post a demand so that those who have the technology find you." },
  noneYet: { zh: "成果库还没有公开的成果", en: "No result has been published yet" },
  noneYetText: { zh: "高校、院所、企业和个人发布的成果会列在这里。", en: "Results posted by universities, institutes, firms and individuals will stand here." },
  clear: { zh: "清除全部条件", en: "Clear everything" },
  postDemand: { zh: "发布需求", en: "Post a demand" },
  postResult: { zh: "发布成果", en: "Post a result" },
} as const satisfies Record<string, Text>;

export const SORT_TEXTS: Record<ResultSort, Text> = {
  relevance: { zh: "相关程度", en: "relevance" },
  newest: { zh: "最新发布", en: "newest" },
  "price-asc": { zh: "价格从低到高", en: "price, lowest first" },
  "price-desc": { zh: "价格从高到低", en: "price, highest first" },
};
