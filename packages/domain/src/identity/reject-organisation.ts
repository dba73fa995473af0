import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { OrganisationReasonInput } from "./identity.schema.ts";
import { moveOrganisation, organisationById } from "./organisation.repository.ts";

/** Sends an organisation's details back with the reason; it may correct them and wait again (核验不通过). */
export const rejectOrganisation = defineUseCase("organisation.reject", OrganisationReasonInput, async (ctx, { organisationId, reason }) => {
  const organisation = await organisationById(ctx.tx, organisationId);
  const { id, divisionCode, name } = organisation;
  ctx.authorise({ ownerId: id, divisionCode });
  const { state } = await moveOrganisation(ctx.tx, organisation, "reject", { stateReason: reason });
  ctx.record({ type: "organisation", id, divisionCode, before: { state: organisation.state }, after: { state, reason } });
  await notifyOrganisation(ctx, id, ["ORG_ADMIN"], { kind: "organisation.rejected", params: { organisation: name, reason }, link: "/desk/organisation" });
  return { organisationId: id, state };
});
