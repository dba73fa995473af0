/** GB 32100-2015: 18 characters without I, O, S, V, Z; the last is the check character (mod 31, weights 3^i). */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** GB 11714: eight characters and a check character (mod 11); stands inside the credit code as characters 9 to 17. */
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export function creditCodeCheck(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new Error(`${character} does not stand in a credit code`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

export function organisationCodeCheck(first8: string): string {
  // In GB 11714 letters count 10 to 35 by their place in the full alphabet.
  const sum = [...first8].reduce((s, c, i) => s + parseInt(c, 36) * (BODY_WEIGHTS[i] as number), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code) && creditCodeCheck(code.slice(0, 17)) === code[17];
}

/** A code nobody can hold: every body begins with DEM, and the rest counts up. */
export function demoCreditCode(authority: "11" | "12" | "51" | "91", divisionCode: string, serial: number): string {
  const body = `DEM${String(serial).padStart(5, "0")}`;
  const first17 = `${authority}${divisionCode}${body}${organisationCodeCheck(body)}`;
  return first17 + creditCodeCheck(first17);
}
