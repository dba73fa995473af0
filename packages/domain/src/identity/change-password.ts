import { defineUseCase } from "../shared/use-case.ts";
import { confirmOwnPassword } from "./confirm-own-password.ts";
import { ChangePasswordInput } from "./identity.schema.ts";
import { authoriseSelf } from "./own-account.ts";
import { realTime } from "./real-time.ts";
import { setPassword } from "./set-password.ts";

/** Changes one's own password; every other device is signed out. */
export const changePassword = defineUseCase("password.change", ChangePasswordInput, async (ctx, { current, next }) => {
  const { personId, sessionId } = authoriseSelf(ctx);
  const person = await confirmOwnPassword(ctx, personId, "current", current);
  await setPassword(ctx, person, "next", next, await realTime(ctx.tx), sessionId);
  return { changed: true };
});
