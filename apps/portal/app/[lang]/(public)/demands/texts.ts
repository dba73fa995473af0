import type { DemandSort } from "@ttx/domain/demand";
import type { Text } from "@ttx/ui/text";

export const T = {
  title: { zh: "技术需求", en: "Technology demands" },
  intro: { zh: "企业和用户正在征集的技术解决方案。能解决的单位可直接联系需求方。", en: "What firms and users are looking for. Whoever can solve it speaks with them directly." },
  label: { zh: "要解决的问题、行业、单位", en: "A problem, an industry or an organisation" },
  sample: { zh: "例如：轴承检测、废水处理", en: "For example: bearing inspection" },
  forgiven: { zh: "没有与所搜词语完全相符的需求，以下是相近的。", en: "Nothing holds exactly these words. These come near." },
  noneTitle: { zh: "没有符合条件的需求", en: "No demand fits" },
  noneText: { zh: "换一个更短的词，或去掉一些筛选条件。", en: "Try a shorter word or fewer filters." },
  noneYet: { zh: "还没有公开征集的需求", en: "No demand is open yet" },
  noneYetText: { zh: "企业和用户发布的技术需求会列在这里。", en: "Demands posted by firms and users will stand here." },
  clear: { zh: "清除全部条件", en: "Clear everything" },
  post: { zh: "发布需求", en: "Post a demand" },
} as const satisfies Record<string, Text>;

export const SORT_TEXTS: Record<DemandSort, Text> = {
  relevance: { zh: "相关程度", en: "relevance" },
  newest: { zh: "最新发布", en: "newest" },
  deadline: { zh: "最先截止", en: "first deadline" },
  "budget-desc": { zh: "预算从高到低", en: "budget, highest first" },
};
