import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { demandAnAdministratorRemains } from "./administrators.ts";
import { MembershipIdInput } from "./identity.schema.ts";
import { lockOrganisation, organisationById } from "./organisation.repository.ts";
import { realTime } from "./real-time.ts";

/** Takes a colleague out of the organisation; from the next request on the colleague acts for it no more. */
export const endMembership = defineUseCase("colleague.end-membership", MembershipIdInput, async (ctx, { membershipId }) => {
  const found = await ctx.tx.membership.findUnique({ where: { id: membershipId } });
  if (!found) notFound("membership", membershipId);
  ctx.authorise({ ownerId: found.organisationId });
  await lockOrganisation(ctx.tx, found.organisationId);
  const { id, divisionCode } = await organisationById(ctx.tx, found.organisationId);
  await demandAnAdministratorRemains(ctx.tx, id, membershipId, []);
  const { count } = await ctx.tx.membership.updateMany({ where: { id: membershipId, state: "ACTIVE" }, data: { state: "ENDED", endedAt: await realTime(ctx.tx) } });
  if (count !== 1) notFound("membership", membershipId);
  ctx.record({ type: "membership", id: membershipId, divisionCode, before: { state: "ACTIVE", roles: found.roles }, after: { state: "ENDED" } });
  return { membershipId, state: "ENDED" as const };
});
