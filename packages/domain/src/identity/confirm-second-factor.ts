import { invalidField, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyPerson } from "../notification/index.ts";
import { openTicket } from "./enrolment-ticket.ts";
import { ConfirmSecondFactorInput } from "./identity.schema.ts";
import { endSessions } from "./open-session.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { replaceRecoveryCodes } from "./recovery-code.ts";
import { seal } from "../shared/secret-box.ts";
import { takeTotpCode } from "./second-factor-code.ts";

/** The first code of a new authenticator puts it in force; this session counts as opened with it, every other one ends. */
export const confirmSecondFactor = defineUseCase("second-factor.confirm", ConfirmSecondFactorInput, async (ctx, { ticket, code }) => {
  const { personId, sessionId, secondFactor } = authoriseSelf(ctx);
  const now = await realTime(ctx.tx);
  const offered = openTicket(ctx.config.secretKey, ticket);
  if (!offered || offered.personId !== personId || offered.expiresAt <= now) refuse("ENROLMENT_EXPIRED");
  const person = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { totpConfirmedAt: true } });
  if (person.totpConfirmedAt && !secondFactor) refuse("SECOND_FACTOR_IN_PLACE");
  if (!(await takeTotpCode(ctx, personId, offered.secret, code.replace(/\s/g, "")))) invalidField("code", "SECOND_FACTOR_CODE_WRONG");

  await ctx.tx.person.update({ where: { id: personId }, data: { totpSecret: seal(ctx.config.secretKey, offered.secret), totpConfirmedAt: now } });
  await ctx.tx.session.update({ where: { id: sessionId }, data: { secondFactorAt: now } });
  const ended = await endSessions(ctx, personId, now, sessionId);
  const recoveryCodes = await replaceRecoveryCodes(ctx, personId);
  ctx.record({ type: "person", id: personId, after: { secondFactor: true, sessionsEnded: ended } });
  await notifyPerson(ctx, personId, { kind: "account.second-factor-set", params: {}, link: "/desk/account" });
  return { recoveryCodes };
});
