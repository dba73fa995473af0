import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { SECOND_FACTOR_ROLES, type Role } from "../shared/roles.ts";
import { normaliseEMail, normaliseMobile } from "./contact.rules.ts";
import { openSession } from "./open-session.ts";
import { passwordMatches, pretendToCheck } from "./password.ts";
import { realTime } from "./real-time.ts";
import { takeSecondFactorCode } from "./second-factor-code.ts";
import { restsUntil } from "./session.rules.ts";

export const SignInInput = z.object({
  /** E-mail address or phone number. */
  identifier: z.string().trim().min(3).max(200),
  password: z.string().min(1).max(200),
  /** Six digits of the authenticator, or a recovery code. */
  code: z.string().trim().max(20).optional(),
});
export type SignInInput = z.infer<typeof SignInInput>;

export type SignInOutcome =
  | { outcome: "SIGNED_IN"; token: string; sessionId: string; personId: string; name: string; expiresAt: string; secondFactor: boolean; mustEnrolSecondFactor: boolean }
  | { outcome: "WRONG" }
  | { outcome: "RESTING"; until: string }
  | { outcome: "CODE_NEEDED" }
  | { outcome: "CODE_WRONG" };

/**
 * Opens a session for a person's credentials. A failed try is an outcome, not an exception: it has to be remembered.
 * The answer for an unknown account equals the one for a wrong password, in words and in time.
 */
export const signIn = defineUseCase("person.sign-in", SignInInput, async (ctx, input): Promise<SignInOutcome> => {
  ctx.authorise();
  const person = await findPerson(ctx.tx, input.identifier);
  const now = await realTime(ctx.tx);
  if (!person || person.state !== "ACTIVE") {
    await pretendToCheck(input.password);
    ctx.record({ type: "sign-in", id: "unknown", after: { outcome: "WRONG" } });
    return { outcome: "WRONG" };
  }
  if (person.lockedUntil && person.lockedUntil > now) {
    ctx.record({ type: "person", id: person.id, after: { outcome: "RESTING" } });
    return { outcome: "RESTING", until: person.lockedUntil.toISOString() };
  }
  if (!(await passwordMatches(person.passwordHash, input.password))) return failed(ctx, person, "WRONG", now);

  const enrolled = person.totpConfirmedAt !== null;
  if (enrolled && !input.code) {
    ctx.record({ type: "person", id: person.id, after: { outcome: "CODE_NEEDED" } });
    return { outcome: "CODE_NEEDED" };
  }
  if (enrolled && !(await takeSecondFactorCode(ctx, person, input.code!, now))) return failed(ctx, person, "CODE_WRONG", now);

  await ctx.tx.person.update({ where: { id: person.id }, data: { failedSignIns: 0, lockedUntil: null } });
  const session = await openSession(ctx, { id: person.id, membershipId: person.memberships[0]?.id ?? null }, now, enrolled);
  ctx.record({ type: "person", id: person.id, after: { outcome: "SIGNED_IN", sessionId: session.sessionId, secondFactor: enrolled } });
  const official = person.memberships.some(({ roles }) => roles.some((role) => SECOND_FACTOR_ROLES.has(role as Role)));
  return {
    outcome: "SIGNED_IN",
    token: session.token,
    sessionId: session.sessionId,
    personId: person.id,
    name: person.name,
    expiresAt: session.expiresAt.toISOString(),
    secondFactor: enrolled,
    mustEnrolSecondFactor: official && !enrolled,
  };
});

type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** The account of an identifier, its row locked: tries at the same moment are judged one after another, so that none is free. */
async function findPerson(tx: Tx, identifier: string) {
  const email = normaliseEMail(identifier) ?? null;
  const phone = normaliseMobile(identifier) ?? null;
  const [found] = await tx.$queryRaw<{ id: string }[]>`select id from person where email = ${email} or phone = ${phone} for update`;
  if (!found) return null;
  return tx.person.findUnique({ where: { id: found.id }, include: { memberships: { where: { state: "ACTIVE" }, orderBy: { createdAt: "asc" } } } });
}

async function failed(ctx: Context, person: PersonRow, outcome: "WRONG" | "CODE_WRONG", now: Date): Promise<SignInOutcome> {
  const failedSignIns = person.failedSignIns + 1;
  await ctx.tx.person.update({ where: { id: person.id }, data: { failedSignIns, lockedUntil: restsUntil(failedSignIns, now) } });
  ctx.record({ type: "person", id: person.id, after: { outcome, failedSignIns } });
  return { outcome };
}
