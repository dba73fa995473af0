/** 统一社会信用代码, GB 32100—2015: 17 characters and a check character; I, O, S, V and Z are not used. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The weight of place i (from 0) is 3^i mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** GB 11714: the ninth place of the organisation code that the credit code carries in places 9–17. */
const BODY_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Upper case, full-width digits and letters made narrow, blanks and hyphens removed. */
export function normaliseCreditCode(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}

/** The check character of the first 17 characters. */
export function creditCodeCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * ALPHABET.indexOf(first17[place] ?? ""), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** The check character of the eight-place organisation code (组织机构代码). */
export function organisationCodeCheckCharacter(first8: string): string {
  const sum = BODY_WEIGHTS.reduce((total, weight, place) => total + weight * BODY_ALPHABET.indexOf(first8[place] ?? ""), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

export type CreditCodeProblem = "CREDIT_CODE_FORM" | "CREDIT_CODE_CHECK";

/** Why a normalised code cannot be one; undefined when it can. The inner organisation code is not enforced: old codes break it. */
export function creditCodeProblem(code: string): CreditCodeProblem | undefined {
  if (!FORM.test(code)) return "CREDIT_CODE_FORM";
  return creditCodeCheckCharacter(code.slice(0, 17)) === code[17] ? undefined : "CREDIT_CODE_CHECK";
}

export function isCreditCode(code: string): boolean {
  return creditCodeProblem(code) === undefined;
}

/** A formally right code for a division and a running number: for demonstration data and tests only. */
export function buildCreditCode(departmentAndClass: string, division: string, serial: number): string {
  const body = String(serial).padStart(8, "0");
  const first17 = `${departmentAndClass}${division}${body}${organisationCodeCheckCharacter(body)}`;
  return first17 + creditCodeCheckCharacter(first17);
}
