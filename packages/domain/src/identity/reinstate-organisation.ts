import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { OrganisationIdInput } from "./identity.schema.ts";
import { moveOrganisation, organisationById } from "./organisation.repository.ts";

/** Lets a suspended organisation act again (恢复). */
export const reinstateOrganisation = defineUseCase("organisation.reinstate", OrganisationIdInput, async (ctx, { organisationId }) => {
  const organisation = await organisationById(ctx.tx, organisationId);
  const { id, divisionCode, name } = organisation;
  ctx.authorise({ ownerId: id, divisionCode });
  const { state } = await moveOrganisation(ctx.tx, organisation, "reinstate", { stateReason: null });
  ctx.record({ type: "organisation", id, divisionCode, before: { state: organisation.state, reason: organisation.stateReason }, after: { state } });
  await notifyOrganisation(ctx, id, ["ORG_ADMIN"], { kind: "organisation.reinstated", params: { organisation: name }, link: "/desk/organisation" });
  return { organisationId: id, state };
});
