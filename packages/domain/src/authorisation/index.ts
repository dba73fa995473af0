export { decide, type Decision, type Facts } from "./decide.ts";
export { ACTIONS, POLICY, rulesFor, VERIFIED_ONLY, type Action, type Rule } from "./table.ts";
export type { Reach, Relation, RuleRole } from "./rule.ts";
