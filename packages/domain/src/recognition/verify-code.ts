import { randomBytes } from "node:crypto";

/** No 0, 1, I, L, O, U: nothing that is misread from paper. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const FAIR_BYTES = 256 - (256 % ALPHABET.length);

/** 16 signs, about 78 bits: nobody finds a certificate by guessing. */
export function newVerifyCode(): string {
  let code = "";
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) if (byte < FAIR_BYTES && code.length < LENGTH) code += ALPHABET[byte % ALPHABET.length];
  }
  return code;
}

/** As typed from paper: blanks and hyphens dropped, capitals. */
export function normaliseVerifyCode(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
}
