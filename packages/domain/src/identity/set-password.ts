import type { Context } from "../shared/use-case.ts";
import { notifyPerson } from "../notification/index.ts";
import { demandGoodPassword } from "./check-password.ts";
import { endSessions } from "./open-session.ts";
import { hashPassword } from "./password.ts";

type Owner = { readonly id: string; readonly name: string; readonly email: string | null; readonly phone: string | null };

/** Gives a person a new password: locks are lifted, sessions end (but the one to keep), open links to reset it are void. */
export async function setPassword(ctx: Context, person: Owner, field: string, password: string, now: Date, keepSession?: string): Promise<void> {
  demandGoodPassword(field, password, [person.name, person.email, person.phone]);
  const passwordHash = await hashPassword(password);
  await ctx.tx.person.update({ where: { id: person.id }, data: { passwordHash, failedSignIns: 0, lockedUntil: null } });
  await ctx.tx.passwordReset.updateMany({ where: { personId: person.id, usedAt: null }, data: { usedAt: now } });
  const ended = await endSessions(ctx, person.id, now, keepSession);
  ctx.record({ type: "person", id: person.id, after: { passwordChanged: true, sessionsEnded: ended } });
  await notifyPerson(ctx, person.id, { kind: "account.password-changed", params: {}, link: "/desk/account" });
}
