import { invalidField, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { RenewRecoveryCodesInput } from "./identity.schema.ts";
import { authoriseSelf } from "./own-account.ts";
import { replaceRecoveryCodes } from "./recovery-code.ts";
import { takeTotpCode } from "./second-factor-code.ts";
import { unseal } from "../shared/secret-box.ts";

/** Ten new recovery codes in place of the old ones, against a code of the authenticator. */
export const renewRecoveryCodes = defineUseCase("second-factor.renew-recovery-codes", RenewRecoveryCodesInput, async (ctx, { code }) => {
  const { personId } = authoriseSelf(ctx);
  const { totpSecret, totpConfirmedAt } = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { totpSecret: true, totpConfirmedAt: true } });
  if (!totpSecret || !totpConfirmedAt) refuse("SECOND_FACTOR_NOT_SET");
  if (!(await takeTotpCode(ctx, personId, unseal(ctx.config.secretKey, totpSecret), code.replace(/\s/g, "")))) invalidField("code", "SECOND_FACTOR_CODE_WRONG");
  const recoveryCodes = await replaceRecoveryCodes(ctx, personId);
  ctx.record({ type: "person", id: personId, after: { recoveryCodesRenewed: true } });
  return { recoveryCodes };
});
