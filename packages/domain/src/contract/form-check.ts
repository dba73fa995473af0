import { codeLookup, isDivision } from "../reference/index.ts";
import { isCreditCode } from "../identity/index.ts";
import type { Day } from "../shared/clock.ts";
import type { FieldProblem } from "../shared/errors.ts";
import { draftProblems, type ContractDraft } from "./draft.rules.ts";

/** Everything that keeps the form from being filed today, by the rules and the code tables. */
export function problemsOfDraft(draft: ContractDraft, today: Day): readonly FieldProblem[] {
  const unknownDivisions = (["sellers", "buyers"] as const).flatMap((side) =>
    draft[side].flatMap(({ division }, i) => (division !== null && !isDivision(division) ? [{ path: `${side}.${i}.division`, code: "CODE_UNKNOWN" }] : [])),
  );
  return [...draftProblems(draft, { today, codes: codeLookup, creditCodeIsRight: isCreditCode }), ...unknownDivisions];
}
