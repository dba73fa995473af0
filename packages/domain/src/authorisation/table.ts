import type { Reach, Relation, RuleRole } from "./rule.ts";
import { IDENTITY_ROWS } from "./table/identity.rows.ts";
import { PLATFORM_ROWS } from "./table/platform.rows.ts";
import { RESULT_ROWS } from "./table/result.rows.ts";
import { TRADING_ROWS } from "./table/trading.rows.ts";
import { AUCTION_ROWS } from "./table/auction.rows.ts";
import { NEGOTIATION_ROWS } from "./table/negotiation.rows.ts";
import { DEAL_ROWS } from "./table/deal.rows.ts";
import { CONTRACT_ROWS } from "./table/contract.rows.ts";
import { PERFORMANCE_ROWS } from "./table/performance.rows.ts";
import { TAX_ROWS } from "./table/tax.rows.ts";
import { FILING_ROWS } from "./table/filing.rows.ts";
import { INSIGHT_ROWS } from "./table/insight.rows.ts";

export type { Relation } from "./rule.ts";

/** The policy of the platform: every act and query, who may do it to what. An act that is not here nobody may do. */
export const POLICY = [
  ...IDENTITY_ROWS,
  ...PLATFORM_ROWS,
  ...RESULT_ROWS,
  ...TRADING_ROWS,
  ...AUCTION_ROWS,
  ...NEGOTIATION_ROWS,
  ...DEAL_ROWS,
  ...CONTRACT_ROWS,
  ...FILING_ROWS,
  ...PERFORMANCE_ROWS,
  ...TAX_ROWS,
  ...INSIGHT_ROWS,
] as const;

export type Action = (typeof POLICY)[number][0];

export type Rule = {
  readonly action: Action;
  readonly role: RuleRole;
  readonly relations: readonly Relation[];
  readonly jurisdiction: Reach;
};

const RULES = new Map<Action, Rule[]>();
for (const [action, role, relations, jurisdiction] of POLICY) {
  const rules = RULES.get(action) ?? [];
  rules.push({ action, role, relations: relations === "-" ? [] : (relations.split("+") as Relation[]), jurisdiction });
  RULES.set(action, rules);
}

export const ACTIONS: readonly Action[] = [...RULES.keys()];

export function rulesFor(action: Action): readonly Rule[] {
  return RULES.get(action) ?? [];
}

/** Acts of the market: only for organisations that an administrator has verified. */
export const VERIFIED_ONLY: ReadonlySet<Action> = new Set<Action>([
  "result.publish",
  "demand.publish",
  "listing.submit",
  "intent.register",
  "bid.place",
  "bid.set-proxy",
  "bid.commit",
  "bid.take",
  "bid.raise-best",
  "mandate.request",
  "mandate.answer",
  "room.open",
  "room.sign",
  "room.offer",
  "room.accept",
  "notice.prepare",
  "notice.prepare-from-room",
  "notice.change",
  "notice.publish",
  "notice.confirm",
  "deal.open",
  "deal.open-from-room",
  "deal.draft-contract",
  "deal.sign",
  "contract.submit",
]);
