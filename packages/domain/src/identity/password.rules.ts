/** Length counts, not a mixture of character classes (GB/T 22239 asks for complexity; a long pass phrase meets it). */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

export type PasswordProblem =
  | "PASSWORD_TOO_SHORT"
  | "PASSWORD_TOO_LONG"
  | "PASSWORD_CONTAINS_OWN_DATA"
  | "PASSWORD_REPETITIVE"
  | "PASSWORD_SEQUENCE"
  | "PASSWORD_COMMON"
  | "PASSWORD_ONE_KIND";

/** Fragments that the best known leaked passwords are made of. */
const COMMON_FRAGMENTS = ["password", "passw0rd", "qwerty", "qwertyuiop", "asdfgh", "zxcvbn", "iloveyou", "woaini", "5201314", "admin", "letmein", "123456", "111111"];

function isRun(text: string, stride: number): boolean {
  for (let i = 1; i < text.length; i += 1) if (text.charCodeAt(i) - text.charCodeAt(i - 1) !== stride) return false;
  return true;
}

/** What is left when the common fragments are taken out: a password made of little else is a common one. */
function withoutCommonFragments(text: string): string {
  return COMMON_FRAGMENTS.reduce((rest, fragment) => rest.replaceAll(fragment, ""), text);
}

/** Everything wrong with a password at once. `ownData`: name, account, e-mail, mobile, name of the organisation. */
export function passwordProblems(password: string, ownData: readonly string[]): readonly PasswordProblem[] {
  const text = password.normalize("NFKC");
  const lower = text.toLowerCase();
  const problems: PasswordProblem[] = [];
  const length = [...text].length;
  if (length < PASSWORD_MIN_LENGTH) problems.push("PASSWORD_TOO_SHORT");
  if (length > PASSWORD_MAX_LENGTH) problems.push("PASSWORD_TOO_LONG");
  const own = ownData.flatMap((one) => [one, one.split("@")[0] ?? ""]).map((one) => one.normalize("NFKC").trim().toLowerCase());
  if (own.some((one) => [...one].length >= (/\p{Script=Han}/u.test(one) ? 2 : 3) && lower.includes(one))) problems.push("PASSWORD_CONTAINS_OWN_DATA");
  if (new Set(lower).size < 5) problems.push("PASSWORD_REPETITIVE");
  if (lower.length > 3 && (isRun(lower, 1) || isRun(lower, -1))) problems.push("PASSWORD_SEQUENCE");
  if (withoutCommonFragments(lower).length < 6 && COMMON_FRAGMENTS.some((fragment) => lower.includes(fragment))) problems.push("PASSWORD_COMMON");
  if (length > 0 && length < 16 && (/^\d+$/.test(text) || /^[a-z]+$/i.test(text))) problems.push("PASSWORD_ONE_KIND");
  return problems;
}
