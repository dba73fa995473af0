import { notifyOrganisation } from "../notification/index.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { invalidField } from "../shared/errors.ts";
import { dateColumn } from "../shared/input.ts";
import { nextNumber } from "../shared/serial-number.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { RequestMandateInput } from "./mandate.schema.ts";

/** Asks for a mandate (委托申请): a client asks an agency to act for it, or an agency offers itself. The other side answers. */
export const requestMandate = defineUseCase("mandate.request", RequestMandateInput, async (ctx, { as, otherId, cap, validFrom, validTo, ...terms }) => {
  const own = organisationOf(ctx.actor);
  const [clientId, agencyId] = as === "CLIENT" ? [own?.id, otherId] : [otherId, own?.id];
  ctx.authorise(as === "CLIENT" ? { ownerId: own?.id } : { counterpartyId: own?.id });
  const at = ctx.clock.now();
  if (validTo < dayOf(at)) invalidField("validTo", "MANDATE_TERM_OVER");
  const other = await ctx.tx.organisation.findUnique({ where: { id: otherId }, select: { state: true, divisionCode: true } });
  if (other?.state !== "VERIFIED" || otherId === own?.id) invalidField("otherId", "MANDATE_OTHER_UNFIT");
  await demandAgency(ctx, agencyId!, as === "CLIENT" ? "otherId" : "as");
  await demandSubject(ctx, clientId!, terms);
  const mandate = await ctx.tx.mandate.create({
    data: {
      ...terms,
      no: await nextNumber(ctx.tx, "mandate", at),
      clientId: clientId!,
      agencyId: agencyId!,
      capFen: cap,
      validFrom: dateColumn(validFrom),
      validTo: dateColumn(validTo),
      managerId: as === "AGENCY" ? personIdOf(ctx.actor) : null,
      requestedById: personIdOf(ctx.actor) ?? own!.id,
      requesterId: own!.id,
      requestedAt: at,
      divisionCode: as === "CLIENT" ? own!.divisionCode : other.divisionCode,
    },
  });
  ctx.record({ type: "mandate", id: mandate.id, divisionCode: mandate.divisionCode, after: { no: mandate.no, clientId, agencyId, side: terms.side, rateBp: terms.rateBp, exclusive: terms.exclusive } });
  await notifyOrganisation(ctx, otherId, as === "CLIENT" ? ["TECHNOLOGY_MANAGER"] : [terms.side], { kind: "mandate.requested", params: { organisation: own!.name }, link: `/desk/mandates/${mandate.id}` });
  return { mandateId: mandate.id, no: mandate.no, state: mandate.state };
});

/** Only an organisation with technology managers of its own can hold a mandate. */
async function demandAgency(ctx: Context, agencyId: string, path: string): Promise<void> {
  const managers = await ctx.tx.membership.count({ where: { organisationId: agencyId, state: "ACTIVE", roles: { has: "TECHNOLOGY_MANAGER" } } });
  if (managers === 0) invalidField(path, "MANDATE_NO_MANAGER_THERE");
}

async function demandSubject(ctx: Context, clientId: string, { resultId, demandId }: { readonly resultId: string | null; readonly demandId: string | null }): Promise<void> {
  if (resultId !== null && (await ctx.tx.result.count({ where: { id: resultId, ownerId: clientId, state: "PUBLISHED" } })) === 0) invalidField("resultId", "MANDATE_SUBJECT_UNFIT");
  if (demandId !== null && (await ctx.tx.demand.count({ where: { id: demandId, ownerId: clientId, state: "PUBLISHED" } })) === 0) invalidField("demandId", "MANDATE_SUBJECT_UNFIT");
}
