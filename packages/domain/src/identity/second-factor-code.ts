import type { Context } from "../shared/use-case.ts";
import { realTime } from "./real-time.ts";
import { takeRecoveryCode } from "./recovery-code.ts";
import { unseal } from "../shared/secret-box.ts";
import { totpStep } from "./totp.ts";

/** Takes a code of the authenticator. It counts once: the time step of a used code is remembered, and earlier ones are void with it. */
export async function takeTotpCode(ctx: Context, personId: string, secret: string, code: string): Promise<boolean> {
  const step = totpStep(secret, code, await realTime(ctx.tx));
  if (step === null) return false;
  const { count } = await ctx.tx.person.updateMany({
    where: { id: personId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

type Enrolled = { readonly id: string; readonly totpSecret: string | null };

/** Takes a code of the authenticator or, when it is none, a recovery code. */
export async function takeSecondFactorCode(ctx: Context, person: Enrolled, code: string, now: Date): Promise<boolean> {
  if (!person.totpSecret) return false;
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) return takeTotpCode(ctx, person.id, unseal(ctx.config.secretKey, person.totpSecret), digits);
  return takeRecoveryCode(ctx, person.id, code, now);
}
