import { invalidField } from "../shared/errors.ts";
import { organisationOf } from "../shared/actor.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { VerifyOrganisationInput } from "./identity.schema.ts";
import { powersProblem } from "./organisation-kind.rules.ts";
import { moveOrganisation, organisationById } from "./organisation.repository.ts";
import { actingPerson } from "./own-account.ts";

/** An administrator of the jurisdiction vouches for an organisation; only then may it trade (单位核验). Offices and authorities get their area with it. */
export const verifyOrganisation = defineUseCase("organisation.verify", VerifyOrganisationInput, async (ctx, input) => {
  const organisation = await organisationById(ctx.tx, input.organisationId);
  const { id, divisionCode } = organisation;
  ctx.authorise({ ownerId: id, divisionCode });
  const powers = { jurisdiction: input.jurisdiction ?? null, officeNo: input.officeNo ?? null };
  const problem = powersProblem(organisation.kind, powers, organisationOf(ctx.actor)!.jurisdiction!);
  if (problem) invalidField(problem.field, problem.code);
  const verified = await moveOrganisation(ctx.tx, organisation, "verify", { ...powers, verifiedAt: ctx.clock.now(), verifiedById: actingPerson(ctx).personId, stateReason: null });
  ctx.record({ type: "organisation", id, divisionCode, before: { state: organisation.state }, after: { state: verified.state, ...powers } });
  await notifyOrganisation(ctx, id, ["ORG_ADMIN"], { kind: "organisation.verified", params: { organisation: organisation.name }, link: "/desk/organisation" });
  return { organisationId: id, state: verified.state };
});
