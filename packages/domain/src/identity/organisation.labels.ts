import type { OrganisationKind } from "./organisation-kind.rules.ts";
import type { OrganisationState } from "./organisation.machine.ts";

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, { zh: string; en: string }> = {
  UNIVERSITY: { zh: "高等院校", en: "University" },
  INSTITUTE: { zh: "科研院所、医疗及其他事业单位", en: "Institute or other public institution" },
  ENTERPRISE: { zh: "企业", en: "Enterprise" },
  STATE_ENTERPRISE: { zh: "国有企业", en: "State-owned enterprise" },
  INDIVIDUAL: { zh: "自然人、个体工商户", en: "Natural person or sole trader" },
  SERVICE_AGENCY: { zh: "技术转移服务机构", en: "Technology transfer agency" },
  VENUE: { zh: "技术交易机构", en: "Technology exchange" },
  REGISTRATION_OFFICE: { zh: "技术合同登记机构", en: "Registration office" },
  GOVERNMENT: { zh: "科技主管部门", en: "Science and technology authority" },
  AUDIT: { zh: "审计监督机构", en: "Audit body" },
};

export const ORGANISATION_STATE_LABELS: Record<OrganisationState, { zh: string; en: string }> = {
  PENDING: { zh: "待核验", en: "To be verified" },
  VERIFIED: { zh: "已核验", en: "Verified" },
  REJECTED: { zh: "核验未通过", en: "Not verified" },
  SUSPENDED: { zh: "已暂停", en: "Suspended" },
};
