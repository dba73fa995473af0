import { defineUseCase } from "../shared/use-case.ts";
import { RequestPasswordResetInput } from "./identity.schema.ts";
import { postLetter, secretLink } from "./mail.ts";
import { realTime } from "./real-time.ts";
import { passwordResetEnd, PASSWORD_RESETS_AN_HOUR } from "./session.rules.ts";
import { newToken, tokenHash } from "./token.ts";

/** Sends a link to set a new password. The answer is the same whether there is such an account or not. */
export const requestPasswordReset = defineUseCase("password.request-reset", RequestPasswordResetInput, async (ctx, { email }) => {
  ctx.authorise();
  const answer = { requested: true } as const;
  const person = await ctx.tx.person.findUnique({ where: { email }, select: { id: true, name: true, state: true, language: true } });
  if (!person || person.state !== "ACTIVE") {
    ctx.record({ type: "password-reset", id: "unknown" });
    return answer;
  }
  const createdAt = await realTime(ctx.tx);
  const anHourAgo = new Date(createdAt.getTime() - 3_600_000);
  const recent = await ctx.tx.passwordReset.count({ where: { personId: person.id, createdAt: { gt: anHourAgo } } });
  const sent = recent < PASSWORD_RESETS_AN_HOUR;
  if (sent) {
    const token = newToken();
    await ctx.tx.passwordReset.create({ data: { personId: person.id, tokenHash: tokenHash(token), createdAt, expiresAt: passwordResetEnd(createdAt) } });
    const language = person.language === "en" ? "en" : "zh";
    await postLetter(ctx, "reset", email, language, { name: person.name, link: secretLink(ctx.config.publicUrl, language, "/reset-password/new", token) }, createdAt);
  }
  ctx.record({ type: "person", id: person.id, after: { resetSent: sent } });
  return answer;
});
