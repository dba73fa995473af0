import { z } from "zod";
import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { sendConfirmation } from "./send-confirmation.ts";
import { CONFIRMATIONS_AN_HOUR } from "./session.rules.ts";

const HOUR_MS = 3_600_000;

/** Mails the link once more, to the address of the sign-up. */
export const resendConfirmation = defineUseCase("person.resend-confirmation", z.object({}), async (ctx) => {
  const { personId } = authoriseSelf(ctx);
  const person = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { id: true, name: true, email: true, language: true, unconfirmedSince: true } });
  if (person.unconfirmedSince === null || person.email === null) refuse("EMAIL_CONFIRMED_ALREADY");
  const now = await realTime(ctx.tx);
  const recent = await ctx.tx.emailConfirmation.count({ where: { personId, createdAt: { gt: new Date(now.getTime() - HOUR_MS) } } });
  if (recent >= CONFIRMATIONS_AN_HOUR) refuse("CONFIRMATIONS_TOO_MANY");
  await sendConfirmation(ctx, { ...person, email: person.email }, now);
  ctx.record({ type: "person", id: personId, after: { confirmationSent: true } });
  return { sent: true, email: person.email };
});
