import type { SecrecyCaseState } from "./secrecy.rules.ts";
import type { SecrecyDecision, SecrecyGround, SecrecyPart, SeenAs } from "./secrecy.schema.ts";

type Label = { readonly zh: string; readonly en: string };

export const SECRECY_CASE_LABELS: Record<SecrecyCaseState, Label> = {
  OPEN: { zh: "已屏蔽，待认定", en: "Withheld, to be decided" },
  RESTORED: { zh: "不涉密，已恢复", en: "Not secret, restored" },
  SEALED: { zh: "涉密，已封存", en: "Secret, sealed" },
};

export const SECRECY_GROUND_LABELS: Record<SecrecyGround, Label> = {
  STATE_SECRET: { zh: "可能涉及国家秘密", en: "May hold State secrets" },
  MILITARY: { zh: "可能涉及军工、国防内容", en: "May hold military or defence content" },
  MARKED: { zh: "材料上有密级标志", en: "The material bears a classification mark" },
  UNSURE: { zh: "不能确定，请核查", en: "Not sure; please examine" },
};

export const SECRECY_PART_LABELS: Record<SecrecyPart, Label> = {
  TITLE: { zh: "名称", en: "Title" },
  TEXT: { zh: "文字说明", en: "Description" },
  RIGHTS: { zh: "知识产权", en: "Rights" },
  FILES: { zh: "附件", en: "Files" },
  TERMS: { zh: "交易条件", en: "Terms of the trade" },
};

export const SEEN_AS_LABELS: Record<SeenAs, Label> = {
  RESULT: { zh: "科技成果", en: "Result" },
  DEMAND: { zh: "技术需求", en: "Demand" },
  LISTING: { zh: "挂牌", en: "Listing" },
  NOTICE: { zh: "协议定价公示", en: "Public notice" },
  AUCTION: { zh: "竞价", en: "Auction" },
};

export const SECRECY_DECISION_LABELS: Record<SecrecyDecision, Label> = {
  NOT_SECRET: { zh: "不涉密，恢复展示", en: "Not secret: restore" },
  SECRET: { zh: "涉密，永久撤除", en: "Secret: take out for good" },
};
