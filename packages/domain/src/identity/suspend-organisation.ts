import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { OrganisationReasonInput } from "./identity.schema.ts";
import { moveOrganisation, organisationById } from "./organisation.repository.ts";

/** Takes a verified organisation off the market at once, with the reason (暂停). */
export const suspendOrganisation = defineUseCase("organisation.suspend", OrganisationReasonInput, async (ctx, { organisationId, reason }) => {
  const organisation = await organisationById(ctx.tx, organisationId);
  const { id, divisionCode, name } = organisation;
  ctx.authorise({ ownerId: id, divisionCode });
  const { state } = await moveOrganisation(ctx.tx, organisation, "suspend", { stateReason: reason });
  ctx.record({ type: "organisation", id, divisionCode, before: { state: organisation.state }, after: { state, reason } });
  await notifyOrganisation(ctx, id, ["ORG_ADMIN"], { kind: "organisation.suspended", params: { organisation: name, reason }, link: "/desk/organisation" });
  return { organisationId: id, state };
});
