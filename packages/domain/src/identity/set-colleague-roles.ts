import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyPerson } from "../notification/index.ts";
import { demandAnAdministratorRemains } from "./administrators.ts";
import { demandGivable } from "./demand-roles.ts";
import { SetRolesInput } from "./identity.schema.ts";
import { lockOrganisation, organisationById } from "./organisation.repository.ts";

/** Gives a colleague other roles; they count from the colleague's next request on. */
export const setColleagueRoles = defineUseCase("colleague.set-roles", SetRolesInput, async (ctx, { membershipId, roles }) => {
  const found = await ctx.tx.membership.findUnique({ where: { id: membershipId } });
  if (!found) notFound("membership", membershipId);
  ctx.authorise({ ownerId: found.organisationId });
  await lockOrganisation(ctx.tx, found.organisationId);
  const organisation = await organisationById(ctx.tx, found.organisationId);
  const membership = await ctx.tx.membership.findUniqueOrThrow({ where: { id: membershipId } });
  if (membership.state !== "ACTIVE") notFound("membership", membershipId);
  demandGivable(organisation, roles);
  await demandAnAdministratorRemains(ctx.tx, organisation.id, membershipId, roles);
  await ctx.tx.membership.update({ where: { id: membershipId }, data: { roles } });
  ctx.record({ type: "membership", id: membershipId, divisionCode: organisation.divisionCode, before: { roles: membership.roles }, after: { roles } });
  await notifyPerson(ctx, membership.personId, { kind: "account.roles-changed", params: { organisation: organisation.name }, link: "/desk/organisation" });
  return { membershipId, roles };
});
