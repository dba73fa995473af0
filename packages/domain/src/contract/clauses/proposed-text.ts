import { fullDivisionName } from "../../reference/index.ts";
import type { ContractDraft, DraftParty } from "../draft.rules.ts";
import { blank, type Clause, type Template } from "./clause.ts";
import { COMMISSIONED, COOPERATIVE } from "./development.ts";
import { licence, transfer } from "./rights.ts";
import { CONSULTING, INTERMEDIARY, SERVICE, TRAINING } from "./services.ts";
import { lastClauses, paymentClause, secrecyClause, TERMS_CLAUSE } from "./shared-clauses.ts";

/** The template of each leaf of contract-types. */
const TEMPLATES: Readonly<Record<string, Template>> = {
  "11": COMMISSIONED,
  "12": COOPERATIVE,
  "21": transfer("专利权转让合同"),
  "22": transfer("专利申请权转让合同"),
  "23": transfer("技术秘密转让合同"),
  "24": transfer("计算机软件著作权转让合同"),
  "25": transfer("集成电路布图设计专有权转让合同"),
  "26": transfer("植物新品种权转让合同"),
  "27": transfer("生物、医药新品种权转让合同"),
  "29": transfer("技术入股合同"),
  "31": licence("专利实施许可合同"),
  "32": licence("技术秘密使用许可合同"),
  "33": licence("计算机软件著作权许可合同"),
  "34": licence("集成电路布图设计专有权许可合同"),
  "35": licence("植物新品种权实施许可合同"),
  "36": licence("生物、医药新品种权许可合同"),
  "4": CONSULTING,
  "51": SERVICE,
  "52": TRAINING,
  "53": INTERMEDIARY,
};

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 1 → 一, 12 → 十二, 23 → 二十三: contracts number their clauses in words. */
export function ordinal(no: number): string {
  const [tens, ones] = [Math.floor(no / 10), no % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${DIGITS[ones]}`;
}

/** The clauses of a contract of this form's class, in order; undefined while the class is not chosen. */
export function proposedClauses(draft: ContractDraft): { readonly heading: string; readonly roles: Template["roles"]; readonly clauses: readonly Clause[] } | undefined {
  const template = TEMPLATES[draft.contractType ?? ""];
  if (!template) return undefined;
  const source = { draft, roles: template.roles };
  const clauses = [
    TERMS_CLAUSE,
    ...template.object(source),
    paymentClause(source),
    template.acceptance(source),
    ...template.results(source),
    secrecyClause(source),
    ...lastClauses(source),
  ];
  return { heading: template.heading, roles: template.roles, clauses };
}

/**
 * The text of the contract as its class's clause template makes it from the form (民法典 845, 846); undefined while the class is not chosen. What
 * the form does not know stands as a blank to be filled in. The buyer is 甲方, except where rights are handed over or licensed.
 */
export function proposedText(draft: ContractDraft): string | undefined {
  const proposed = proposedClauses(draft);
  if (!proposed) return undefined;
  const { heading, roles, clauses } = proposed;
  const sellerFirst = /^[23]/.test(draft.contractType ?? "");
  const sides = sellerFirst
    ? [side(`${roles.seller}（甲方）`, draft.sellers), side(`${roles.buyer}（乙方）`, draft.buyers)]
    : [side(`${roles.buyer}（甲方）`, draft.buyers), side(`${roles.seller}（乙方）`, draft.sellers)];
  return [
    heading,
    `项目名称：${draft.projectName || blank("项目名称")}`,
    ...sides,
    `签订日期：${draft.signedOn ?? blank("签订日期")}`,
    "根据《中华人民共和国民法典》的规定，当事人经协商一致，订立本合同，共同遵守。",
    ...clauses.map(({ title, text }, i) => `第${ordinal(i + 1)}条　${title}\n${text}`),
  ].join("\n\n");
}

/** A natural person's identity number stays out of papers that travel. */
const NATURAL_PERSON = "600";

function side(label: string, parties: readonly DraftParty[]): string {
  if (parties.length === 0) return `${label}：${blank("名称")}`;
  return parties
    .map(({ name, creditCode, nature, country, division, contactName, contactPhone }, i) =>
      [
        `${label}${parties.length > 1 ? `之${ordinal(i + 1)}` : ""}：${name || blank("名称")}`,
        ...(creditCode !== null && nature !== NATURAL_PERSON ? [`统一社会信用代码：${creditCode}`] : []),
        ...(country !== "CHN" ? [`国别：${country}`] : division === null ? [] : [`所在地：${fullDivisionName(division)}`]),
        ...(contactName === null ? [] : [`联系人：${contactName}${contactPhone === null ? "" : `　${contactPhone}`}`]),
      ].join("\n"),
    )
    .join("\n");
}
