import { organisationOf, personIdOf, type ActingOrganisation, type PersonActor } from "../shared/actor.ts";
import type { Context, ReadContext } from "../shared/use-case.ts";

type Asking = Pick<Context, "actor" | "authorise"> | Pick<ReadContext, "actor" | "authorise">;

/** Asks for an act of a person on the person's own account, and says who it is. */
export function authoriseSelf(ctx: Asking): PersonActor {
  ctx.authorise({ personId: personIdOf(ctx.actor) });
  if (ctx.actor.kind !== "person") throw new TypeError("the policy let somebody else than a person act on an account");
  return ctx.actor;
}

/** Asks for an act on the organisation that the actor acts for, and says which it is. */
export function authoriseOwnOrganisation(ctx: Asking): ActingOrganisation {
  const organisation = organisationOf(ctx.actor);
  ctx.authorise({ ownerId: organisation?.id });
  if (!organisation) throw new TypeError("the policy let somebody without an organisation act for one");
  return organisation;
}

/** The person behind an act for an organisation; keys and the worker are none. */
export function actingPerson(ctx: Pick<Context, "actor">): PersonActor {
  if (ctx.actor.kind !== "person") throw new TypeError("a person was expected");
  return ctx.actor;
}
