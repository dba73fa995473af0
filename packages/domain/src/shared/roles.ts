/** What somebody may be in an organisation (角色). One person may hold several. */
export const ROLES = [
  "ORG_ADMIN",
  "SELLER",
  "BUYER",
  "TECHNOLOGY_MANAGER",
  "VENUE_OPERATOR",
  "VENUE_REVIEWER",
  "AUCTIONEER",
  "VENUE_FINANCE",
  "NOTARY",
  "REGISTRAR",
  "RECOGNITION_REVIEWER",
  "ADMINISTRATOR",
  "NATIONAL_ADMINISTRATOR",
  "AUDITOR",
  "OPERATIONS",
] as const;
export type Role = (typeof ROLES)[number];

/** Officials and exchange operators act only in a session opened with a second factor. */
export const SECOND_FACTOR_ROLES: ReadonlySet<Role> = new Set<Role>([
  "VENUE_OPERATOR",
  "VENUE_REVIEWER",
  "AUCTIONEER",
  "VENUE_FINANCE",
  "NOTARY",
  "REGISTRAR",
  "RECOGNITION_REVIEWER",
  "ADMINISTRATOR",
  "NATIONAL_ADMINISTRATOR",
  "AUDITOR",
  "OPERATIONS",
]);

export const ROLE_LABELS: Record<Role, { zh: string; en: string }> = {
  ORG_ADMIN: { zh: "单位管理员", en: "Organisation administrator" },
  SELLER: { zh: "成果经办人", en: "Seller's officer" },
  BUYER: { zh: "受让经办人", en: "Buyer's officer" },
  TECHNOLOGY_MANAGER: { zh: "技术经理人", en: "Technology manager" },
  VENUE_OPERATOR: { zh: "交易经办", en: "Exchange operator" },
  VENUE_REVIEWER: { zh: "交易复核", en: "Exchange reviewer" },
  AUCTIONEER: { zh: "竞价主持人", en: "Auctioneer" },
  VENUE_FINANCE: { zh: "结算经办", en: "Settlement officer" },
  NOTARY: { zh: "公证员", en: "Notary" },
  REGISTRAR: { zh: "登记员", en: "Registrar" },
  RECOGNITION_REVIEWER: { zh: "登记复核", en: "Recognition reviewer" },
  ADMINISTRATOR: { zh: "科技管理部门", en: "Administrator" },
  NATIONAL_ADMINISTRATOR: { zh: "国家主管部门", en: "National administrator" },
  AUDITOR: { zh: "审计监督", en: "Auditor" },
  OPERATIONS: { zh: "系统运维", en: "Platform operations" },
};
