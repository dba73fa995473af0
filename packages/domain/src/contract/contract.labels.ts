import type { CarrierKind, CostKind } from "./amounts.rules.ts";
import type { TaxClaim } from "./draft.rules.ts";

type Label = { readonly zh: string; readonly en: string };

/** 拟享受政策. */
export const TAX_CLAIM_LABELS: Readonly<Record<TaxClaim, Label>> = {
  VAT: { zh: "增值税免税", en: "Value-added tax exemption" },
  ENTERPRISE_INCOME_TAX: { zh: "企业所得税减免（技术转让所得）", en: "Enterprise income tax relief (transfer income)" },
  PERSONAL_INCOME_TAX: { zh: "职务成果转化现金奖励个人所得税优惠", en: "Personal income tax relief on cash rewards" },
  REWARD: { zh: "地方奖励、补助", en: "Local reward or grant" },
};

/** 保密要求. */
export const SECRECY_LABELS: Readonly<Record<"none" | "commercial", Label>> = {
  none: { zh: "无保密要求", en: "No secrecy asked for" },
  commercial: { zh: "含商业秘密（公众查询不显示名称和当事人，合同文本仅当事人和登记机构可见）", en: "Commercial secrets (the public sees neither name nor parties; the text is for the parties and their office)" },
};

/** 非技术性费用. */
export const COST_KIND_LABELS: Readonly<Record<CostKind, Label>> = {
  equipment: { zh: "设备、仪器", en: "Equipment, instruments" },
  parts: { zh: "零部件", en: "Parts" },
  materials: { zh: "原材料", en: "Raw materials" },
  other: { zh: "其他非技术性费用", en: "Other non-technical cost" },
};

/** 技术载体. */
export const CARRIER_KIND_LABELS: Readonly<Record<CarrierKind, Label>> = {
  document: { zh: "技术资料", en: "Documents" },
  sample: { zh: "样品、样机、菌种、品种", en: "Samples, prototypes, strains, varieties" },
  plant: { zh: "成套设备、试验装置", en: "Complete plant or test rig" },
};
