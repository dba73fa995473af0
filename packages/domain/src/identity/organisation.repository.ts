import { DomainError, notFound } from "../shared/errors.ts";
import { step, type EventOf } from "../shared/machine.ts";
import type { Tx } from "../shared/database.ts";
import type { OrganisationUpdateManyMutationInput } from "../generated/models.ts";
import { ORGANISATION_MOVES } from "./organisation.machine.ts";

export type Organisation = NonNullable<Awaited<ReturnType<Tx["organisation"]["findUnique"]>>>;

export async function organisationById(tx: Tx, id: string): Promise<Organisation> {
  return (await tx.organisation.findUnique({ where: { id } })) ?? notFound("organisation", id);
}

/** Takes the organisation's row for this transaction: who changes its people waits for one another here. */
export async function lockOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from organisation where id = ${id}::uuid for update`;
}

/** Moves an organisation as it was read; the loser of a race is told. */
export async function moveOrganisation(tx: Tx, organisation: Organisation, event: EventOf<typeof ORGANISATION_MOVES>, data: OrganisationUpdateManyMutationInput): Promise<Organisation> {
  const { id, state, version } = organisation;
  const next = step(ORGANISATION_MOVES, state, event);
  const { count } = await tx.organisation.updateMany({ where: { id, state, version }, data: { ...data, state: next, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  return organisationById(tx, id);
}
