import { rulesFor, VERIFIED_ONLY, type Action, type Rule } from "@ttx/domain/authorisation";
import { ROLE_LABELS, type Role } from "@ttx/domain/shared/roles";
import type { Language, Words } from "../door/endpoint.ts";

const GENERAL: Readonly<Record<string, Words>> = {
  ANYONE: { zh: "任何人", en: "anyone" },
  SIGNED_IN: { zh: "登录用户", en: "anyone signed in" },
  MEMBER: { zh: "单位成员", en: "any member of an organisation" },
  SYSTEM: { zh: "平台自身", en: "the platform itself" },
};

const RELATION_WORDS: Readonly<Record<Rule["relations"][number], Words>> = {
  OWNER: { zh: "本单位事项", en: "of the organisation that owns it" },
  COUNTERPARTY: { zh: "作为相对方", en: "of the other side" },
  NOT_OWNER: { zh: "非本单位事项", en: "not of the organisation that owns it" },
  VENUE: { zh: "本交易机构事项", en: "of the exchange in charge" },
  OFFICE: { zh: "本登记机构事项", en: "of the registration office in charge" },
  SELF: { zh: "本人事项", en: "about themselves" },
  MANDATED: { zh: "受委托机构", en: "of an agency with a mandate in the matter" },
  NOT_AUTHOR: { zh: "非经办人本人", en: "not the one who did the step being checked" },
};

const REACH_WORDS: Readonly<Record<Exclude<Rule["jurisdiction"], "-">, Words>> = {
  WITHIN: { zh: "限本辖区", en: "inside their jurisdiction" },
  PROVINCE: { zh: "限本省（自治区、直辖市）", en: "of the province" },
  NATION: { zh: "国家级", en: "of the nation" },
};

/** Who may call what reaches this act, one line a row of the policy table. */
export function policyLines(action: string, language: Language): string[] {
  return rulesFor(action as Action).map((rule) => {
    const role = (GENERAL[rule.role] ?? ROLE_LABELS[rule.role as Role])[language];
    const conditions = [...rule.relations.map((relation) => RELATION_WORDS[relation][language]), ...(rule.jurisdiction === "-" ? [] : [REACH_WORDS[rule.jurisdiction][language]])];
    return conditions.length === 0 ? role : language === "zh" ? `${role}（${conditions.join("，")}）` : `${role}, ${conditions.join(", ")}`;
  });
}

/** The same rows as data, for programs. */
export function policyRows(action: string): { role: string; relations: readonly string[]; jurisdiction: string }[] {
  return rulesFor(action as Action).map(({ role, relations, jurisdiction }) => ({ role, relations, jurisdiction }));
}

export function onlyVerified(action: string): boolean {
  return VERIFIED_ONLY.has(action as Action);
}
