import { invalidField } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { passwordMatches } from "./password.ts";

/** Asks for the present password before something weighty: an open session alone is not enough. */
export async function confirmOwnPassword(ctx: Context, personId: string, field: string, password: string) {
  const person = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId } });
  if (!(await passwordMatches(person.passwordHash, password))) invalidField(field, "PASSWORD_WRONG");
  return person;
}
