import { refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { confirmOwnPassword } from "./confirm-own-password.ts";
import { sealTicket } from "./enrolment-ticket.ts";
import { EnrolSecondFactorInput } from "./identity.schema.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { enrolmentEnd } from "./session.rules.ts";
import { newTotpSecret, totpAddress } from "./totp.ts";

/**
 * Offers a new authenticator secret, as an otpauth:// address for the QR code. Nothing changes until the first code confirms it: the
 * secret travels in a sealed ticket. Whoever has a second factor already needs a session opened with it.
 */
export const enrolSecondFactor = defineUseCase("second-factor.enrol", EnrolSecondFactorInput, async (ctx, { password }) => {
  const { personId, secondFactor } = authoriseSelf(ctx);
  const person = await confirmOwnPassword(ctx, personId, "password", password);
  if (person.totpConfirmedAt && !secondFactor) refuse("SECOND_FACTOR_IN_PLACE");
  const secret = newTotpSecret();
  const expiresAt = enrolmentEnd(await realTime(ctx.tx));
  ctx.record({ type: "person", id: personId, after: { secondFactorOffered: true } });
  return {
    address: totpAddress(secret, person.email ?? person.phone ?? person.name),
    secret,
    ticket: sealTicket(ctx.config.secretKey, { personId, secret, expiresAt }),
    expiresAt,
  };
});
