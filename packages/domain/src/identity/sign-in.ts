import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import type { Context } from "../shared/use-case.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { SECOND_FACTOR_ROLES, type Role } from "../shared/roles.ts";
import { passwordMatches, pretendToCheck } from "./password.ts";
import { restSeconds, sessionEnd } from "./session.rules.ts";
import { newToken, tokenHash } from "./token.ts";
import { totpStep } from "./totp.ts";
import { unseal } from "./secret-box.ts";

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
  const now = ctx.clock.now();
  if (!person || person.state !== "ACTIVE") {
    await pretendToCheck(input.password);
    ctx.record({ type: "sign-in", id: "unknown", after: { outcome: "WRONG" } });
    return { outcome: "WRONG" };
  }
  if (person.lockedUntil && person.lockedUntil > now) {
    ctx.record({ type: "person", id: person.id, after: { outcome: "RESTING" } });
    return { outcome: "RESTING", until: person.lockedUntil.toISOString() };
  }
  if (!(await passwordMatches(person.passwordHash, input.password))) return failed(ctx, person, "WRONG");

  let secondFactor = false;
  if (person.totpConfirmedAt && person.totpSecret) {
    if (!input.code) {
      ctx.record({ type: "person", id: person.id, after: { outcome: "CODE_NEEDED" } });
      return { outcome: "CODE_NEEDED" };
    }
    secondFactor = await checkCode(ctx, person, input.code);
    if (!secondFactor) return failed(ctx, person, "CODE_WRONG");
  }
  await ctx.tx.person.update({ where: { id: person.id }, data: { failedSignIns: 0, lockedUntil: null } });
  const membership = person.memberships[0];
  const token = newToken();
  const session = await ctx.tx.session.create({
    data: {
      tokenHash: tokenHash(token),
      personId: person.id,
      membershipId: membership?.id ?? null,
      secondFactorAt: secondFactor ? now : null,
      ip: ctx.origin.ip ?? null,
      userAgent: ctx.origin.userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEnd(now),
    },
  });
  ctx.record({ type: "person", id: person.id, after: { outcome: "SIGNED_IN", sessionId: session.id, secondFactor } });
  const official = person.memberships.some(({ roles }) => roles.some((role) => SECOND_FACTOR_ROLES.has(role as Role)));
  return {
    outcome: "SIGNED_IN",
    token,
    sessionId: session.id,
    personId: person.id,
    name: person.name,
    expiresAt: session.expiresAt.toISOString(),
    secondFactor,
    mustEnrolSecondFactor: official && !person.totpConfirmedAt,
  };
});

type PersonRow = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

function findPerson(tx: Tx, identifier: string) {
  const where = identifier.includes("@") ? { email: identifier.toLowerCase() } : { phone: identifier.replace(/[\s-]/g, "") };
  return tx.person.findUnique({ where, include: { memberships: { where: { state: "ACTIVE" }, orderBy: { createdAt: "asc" } } } });
}

async function failed(ctx: Context, person: PersonRow, outcome: "WRONG" | "CODE_WRONG"): Promise<SignInOutcome> {
  const { failedSignIns } = await ctx.tx.person.update({ where: { id: person.id }, data: { failedSignIns: { increment: 1 } } });
  const rest = restSeconds(failedSignIns);
  if (rest > 0) {
    await ctx.tx.person.update({ where: { id: person.id }, data: { lockedUntil: new Date(ctx.clock.now().getTime() + rest * 1000) } });
  }
  ctx.record({ type: "person", id: person.id, after: { outcome, failedSignIns } });
  return { outcome };
}

/** A code counts once: the time step of a used authenticator code, and a used recovery code, are remembered. */
async function checkCode(ctx: Context, person: PersonRow, code: string): Promise<boolean> {
  const step = totpStep(unseal(ctx.config.secretKey, person.totpSecret!), code, new Date(await realTime(ctx)));
  if (step !== null) {
    const { count } = await ctx.tx.person.updateMany({
      where: { id: person.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    });
    return count === 1;
  }
  const { count } = await ctx.tx.recoveryCode.updateMany({
    where: { personId: person.id, codeHash: tokenHash(code.toLowerCase()), usedAt: null },
    data: { usedAt: ctx.clock.now() },
  });
  return count === 1;
}

/** Authenticators follow the world's clock, not the domain's, which a demo may have moved. */
async function realTime(ctx: Context): Promise<Date> {
  const [row] = await ctx.tx.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`;
  return row!.now;
}
