import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ResetPasswordInput } from "./identity.schema.ts";
import { realTime } from "./real-time.ts";
import { setPassword } from "./set-password.ts";
import { tokenHash } from "./token.ts";

/** Sets a new password by the link that was sent; the link works once, and every session ends. */
export const resetPassword = defineUseCase("password.reset", ResetPasswordInput, async (ctx, { token, password }) => {
  ctx.authorise();
  const now = await realTime(ctx.tx);
  const link = await ctx.tx.passwordReset.findUnique({ where: { tokenHash: tokenHash(token) }, include: { person: true } });
  if (!link || link.person.state !== "ACTIVE") refuse("RESET_LINK_INVALID");
  // Used up first: of two at once only one goes on.
  const { count } = await ctx.tx.passwordReset.updateMany({ where: { id: link.id, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
  if (count !== 1) refuse("RESET_LINK_INVALID");
  await setPassword(ctx, link.person, "password", password, now);
  return { reset: true };
});
