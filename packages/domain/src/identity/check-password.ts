import { DomainError } from "../shared/errors.ts";
import { passwordProblems, PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "./password.rules.ts";

/** Refuses a password that the rules do not allow, naming everything wrong with it at once at the field. */
export function demandGoodPassword(field: string, password: string, ownData: readonly (string | null | undefined)[]): void {
  const problems = passwordProblems(password, ownData.filter((one) => one !== null && one !== undefined));
  if (problems.length === 0) return;
  const details = { min: PASSWORD_MIN_LENGTH, max: PASSWORD_MAX_LENGTH };
  throw new DomainError("INPUT_INVALID", "invalid", {}, problems.map((code) => ({ path: field, code, details })));
}
