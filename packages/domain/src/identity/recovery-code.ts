import { randomInt } from "node:crypto";
import type { Context } from "../shared/use-case.ts";
import { tokenHash } from "./token.ts";

const CODES = 10;
/** Without characters that are read for one another. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const HALF = 6;

function half(): string {
  return Array.from({ length: HALF }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** As typed, to as hashed: case, blanks and hyphens do not count. */
export function recoveryCodeHash(code: string): Uint8Array<ArrayBuffer> {
  return tokenHash(code.toLowerCase().replace(/[^a-z0-9]/g, ""));
}

/** Ten fresh codes in place of all earlier ones. They are shown this once; only hashes are kept. */
export async function replaceRecoveryCodes(ctx: Context, personId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () => `${half()}-${half()}`);
  await ctx.tx.recoveryCode.deleteMany({ where: { personId } });
  await ctx.tx.recoveryCode.createMany({ data: codes.map((code) => ({ personId, codeHash: recoveryCodeHash(code) })) });
  return codes;
}

/** Uses a recovery code up; false when it is none or was used. */
export async function takeRecoveryCode(ctx: Context, personId: string, code: string, now: Date): Promise<boolean> {
  const { count } = await ctx.tx.recoveryCode.updateMany({ where: { personId, codeHash: recoveryCodeHash(code), usedAt: null }, data: { usedAt: now } });
  return count === 1;
}
