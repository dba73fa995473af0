import type { EncumbranceKind } from "./encumbrance.rules.ts";

export const ENCUMBRANCE_LABELS: Record<EncumbranceKind, { readonly zh: string; readonly en: string }> = {
  EXCLUSIVE_LICENCE: { zh: "已独占许可他人", en: "Exclusive licence granted" },
  SOLE_LICENCE: { zh: "已排他许可他人", en: "Sole licence granted" },
  ORDINARY_LICENCE: { zh: "已普通许可他人", en: "Ordinary licence granted" },
  OPEN_LICENCE: { zh: "专利开放许可中", en: "Open licence in force" },
  PLEDGE: { zh: "已质押", en: "Pledged" },
  SEIZURE: { zh: "被查封、冻结", en: "Seized or frozen" },
  DISPUTE: { zh: "存在权属争议、诉讼或无效宣告请求", en: "Ownership dispute, lawsuit or invalidation request" },
  OTHER: { zh: "其他权利负担", en: "Another burden" },
};
