import type { Text } from "@ttx/ui/text";

export const T = {
  demands: { zh: "技术需求", en: "Technology demands" },
  problem: { zh: "要解决的问题", en: "The problem" },
  targets: { zh: "要达到的指标", en: "What a solution must reach" },
  facts: { zh: "基本情况", en: "Facts" },
  field: { zh: "技术领域", en: "Field" },
  place: { zh: "所在地", en: "Place" },
  published: { zh: "发布日期", en: "Published" },
  budget: { zh: "预算", en: "Budget" },
  openBudget: { zh: "面议", en: "To be negotiated" },
  deadline: { zh: "征集截止", en: "Open until" },
  openEnded: { zh: "长期征集", en: "No deadline" },
  owner: { zh: "需求单位", en: "Who is looking" },
  ownerMore: { zh: "该单位的全部需求", en: "All demands of this organisation" },
  contact: { zh: "联系人", en: "Who to ask" },
  files: { zh: "附件", en: "Files" },
  closed: { zh: "本项征集已经结束。", en: "This demand has ended." },
  next: { zh: "接下来怎么办", en: "What happens next" },
  nextText: { zh: "能提供解决方案的单位请直接联系需求方。双方谈妥后，可在平台签订技术开发合同并办理认定登记。", en: "Whoever has a solution speaks with the contact. Once both sides agree they can sign a technology development contract here and have it registered." },
  offer: { zh: "查找可用成果", en: "Look for results that fit" },
} as const satisfies Record<string, Text>;
