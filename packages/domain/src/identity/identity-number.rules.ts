/** 公民身份号码, GB 11643—1999: six digits of place, eight of birth, three of order, and a check character. */
const FORM = /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = "10X98765432";

export function identityNumberCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return CHECKS[sum % 11]!;
}

/** Whether a number can be a resident's identity number: its form and its check character. */
export function isIdentityNumber(text: string): boolean {
  return FORM.test(text) && identityNumberCheckCharacter(text.slice(0, 17)) === text[17];
}

/** For screens: the place and the last character stay. */
export function maskIdentityNumber(text: string): string {
  return `${text.slice(0, 6)}***********${text.slice(-1)}`;
}
