import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { TELEPHONE } from "../shared/telephone.ts";
import { PROBLEM_MAX, TITLE_MAX } from "./demand.schema.ts";

export const TITLE_MIN = 6;
export const PROBLEM_MIN = 30;

/** What a demand says, as its row holds it. */
export type DemandContent = {
  readonly title: string;
  readonly problem: string;
  readonly targets: string;
  readonly field: string | null;
  readonly budgetFen: bigint | null;
  readonly deadlineOn: Day | null;
  readonly divisionCode: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
};

/** Everything that publication asks for; a budget and a deadline may stay open. All problems at once, each at its field. */
export function demandProblems(content: DemandContent, today: Day, codes: { isField(code: string): boolean; isDivision(code: string): boolean }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const complain = (path: string, code: string, details: Record<string, unknown> = {}): number => problems.push({ path, code, details });
  if (content.title.length < TITLE_MIN || content.title.length > TITLE_MAX) complain("title", "DEMAND_TITLE_LENGTH", { min: TITLE_MIN, max: TITLE_MAX });
  if (content.problem.length < PROBLEM_MIN) complain("problem", "DEMAND_PROBLEM_LENGTH", { min: PROBLEM_MIN, max: PROBLEM_MAX, now: content.problem.length });
  if (content.targets.length === 0) complain("targets", "DEMAND_TARGETS_NEEDED");
  if (content.field === null || !codes.isField(content.field)) complain("field", "DEMAND_FIELD_NEEDED");
  if (content.deadlineOn !== null && content.deadlineOn <= today) complain("deadlineOn", "DEMAND_DEADLINE_PASSED");
  if (!codes.isDivision(content.divisionCode)) complain("divisionCode", "DEMAND_PLACE_NEEDED");
  if (!content.contactName) complain("contactName", "DEMAND_CONTACT_NEEDED");
  if (!TELEPHONE.test(content.contactPhone ?? "")) complain("contactPhone", "DEMAND_PHONE_FORM");
  return problems;
}
