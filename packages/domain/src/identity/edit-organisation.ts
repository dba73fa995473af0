import { refuse } from "../shared/errors.ts";
import { mayStep } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { EditOrganisationInput } from "./identity.schema.ts";
import { recordOf } from "./organisation-record.ts";
import { ORGANISATION_MOVES } from "./organisation.machine.ts";
import { moveOrganisation, organisationById } from "./organisation.repository.ts";
import { authoriseOwnOrganisation } from "./own-account.ts";
import { demandFree, orTakenMeanwhile } from "./taken.ts";

const PATHS = { email: "email", phone: "phone", creditCode: "creditCode" } as const;

/** Corrects what an organisation says of itself, while it waits or after it was rejected; then it waits (again). */
export const editOrganisation = defineUseCase("organisation.edit", EditOrganisationInput, async (ctx, input) => {
  const before = await organisationById(ctx.tx, authoriseOwnOrganisation(ctx).id);
  // Verified details are what the administrator vouched for; they do not change behind the administrator's back.
  if (!mayStep(ORGANISATION_MOVES, before.state, "correct")) refuse("ORGANISATION_EDIT_CLOSED", { state: before.state });
  await demandFree(ctx.tx, { creditCode: input.creditCode }, PATHS, { organisationId: before.id });
  const { nameEn = null, address = null, legalPerson = null, ...rest } = input;
  const details = { ...rest, nameEn, address, legalPerson };
  const after = await orTakenMeanwhile(moveOrganisation(ctx.tx, before, "correct", { ...details, stateReason: null }));
  ctx.record({ type: "organisation", id: before.id, divisionCode: after.divisionCode, before: recordOf(before), after: recordOf(after) });
  return { organisationId: after.id, state: after.state };
});
