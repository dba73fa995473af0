import { defineUseCase } from "../shared/use-case.ts";
import { EditSelfInput } from "./identity.schema.ts";
import { authoriseSelf } from "./own-account.ts";
import { demandFree, orTakenMeanwhile } from "./taken.ts";

const PATHS = { email: "email", phone: "phone", creditCode: "creditCode" } as const;
const OWN_DATA = { name: true, language: true, phone: true } as const;

/** Changes what one may change of oneself: name, language, mobile number. */
export const editSelf = defineUseCase("person.edit-self", EditSelfInput, async (ctx, input) => {
  const { personId } = authoriseSelf(ctx);
  await demandFree(ctx.tx, { phone: input.phone }, PATHS, { personId });
  const before = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId }, select: OWN_DATA });
  const after = await orTakenMeanwhile(ctx.tx.person.update({ where: { id: personId }, data: input, select: OWN_DATA }));
  ctx.record({ type: "person", id: personId, before, after });
  return after;
});
