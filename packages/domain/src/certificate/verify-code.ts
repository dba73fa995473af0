import { createHmac } from "node:crypto";

/** Letters and digits that nobody mistakes for one another when he types them. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 16;

/** The code printed beside the number and in the QR code: made with the installation's key, so it cannot be guessed from the number. */
export function verifyCode(secretKey: Buffer, no: string): string {
  const digest = createHmac("sha256", secretKey).update(`transaction-certificate/${no}`).digest();
  return Array.from({ length: LENGTH }, (_, i) => LETTERS[digest[i]! % LETTERS.length]).join("");
}
