import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the parameters OWASP recommends as a minimum: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password).catch(() => false);
}

let decoy: Promise<string> | undefined;

/** Costs as much as a real check, so that the time of an answer does not tell whether an account exists. */
export async function pretendToCheck(password: string): Promise<false> {
  decoy ??= hashPassword("no account has this password");
  await passwordMatches(await decoy, password);
  return false;
}
