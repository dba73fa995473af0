import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ConfirmEmailInput } from "./identity.schema.ts";
import { realTime } from "./real-time.ts";
import { tokenHash } from "./token.ts";

/** The mailed link was opened (确认邮箱): from the next request on, the person may act for the organisation. Opened again, it says the same. */
export const confirmEmail = defineUseCase("person.confirm-email", ConfirmEmailInput, async (ctx, { token }) => {
  ctx.authorise();
  const now = await realTime(ctx.tx);
  const link = await ctx.tx.emailConfirmation.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (!link || (link.usedAt === null && link.expiresAt <= now)) refuse("CONFIRMATION_LINK_INVALID");
  await ctx.tx.emailConfirmation.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: now } });
  const { count } = await ctx.tx.person.updateMany({ where: { id: link.personId, unconfirmedSince: { not: null } }, data: { unconfirmedSince: null } });
  ctx.record({ type: "person", id: link.personId, after: { emailConfirmed: true, already: count === 0 } });
  return { confirmed: true };
});
