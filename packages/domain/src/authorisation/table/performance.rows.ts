import type { Row } from "../rule.ts";

const ACTS_OF_A_SIDE = [
  "performance.plan", "performance.reach-milestone", "performance.record-receipt", "performance.correct-receipt", "performance.report-royalty", "performance.confirm-royalty",
  "performance.question-royalty", "performance.correct-royalty", "performance.deliver", "performance.accept", "performance.record-acceptance", "performance.reject", "performance.complete",
] as const;
const ACTS_OF_BOTH = ["performance.terminate", "performance.claim-breach", "performance.answer-breach", "performance.close-breach"] as const;

type Rows<Act extends string> = readonly (readonly [Act, "SELLER" | "BUYER", "OWNER" | "COUNTERPARTY", "-"])[];

function ofSide<Act extends string>(acts: readonly Act[], relation: "OWNER" | "COUNTERPARTY"): Rows<Act> {
  return acts.flatMap((act) => [[act, "SELLER", relation, "-"] as const, [act, "BUYER", relation, "-"] as const]);
}

/** Performance of contracts. Whose turn an act is, is its owner: the organisation on that side, or the applicant for a side that is not here. */
export const PERFORMANCE_ROWS = [
  ["performance.open", "SYSTEM", "-", "-"],
  ["performance.watch", "SYSTEM", "-", "-"],
  ["performance.list-own", "MEMBER", "OWNER", "-"],
  ["performance.read", "MEMBER", "OWNER", "-"],
  ["performance.read", "MEMBER", "COUNTERPARTY", "-"],
  ["performance.read", "REGISTRAR", "OFFICE", "-"],
  ["performance.read", "ADMINISTRATOR", "-", "PROVINCE"],
  ...ofSide(ACTS_OF_A_SIDE, "OWNER"),
  ...ofSide(ACTS_OF_BOTH, "OWNER"),
  ...ofSide(ACTS_OF_BOTH, "COUNTERPARTY"),
] as const satisfies readonly Row[];
