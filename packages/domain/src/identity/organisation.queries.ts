import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import type { Role } from "../shared/roles.ts";
import { jurisdiction } from "./division.rules.ts";
import { ListOrganisationsInput, OrganisationIdInput } from "./identity.schema.ts";
import { shownCreditCode } from "./organisation-record.ts";
import { ORGANISATION_MOVES } from "./organisation.machine.ts";
import { mayStep } from "../shared/machine.ts";
import { rolesToGive } from "./role-fit.rules.ts";
import { verifierOf } from "./verifiers.ts";

/** One organisation, for its own people, for administrators of the place and for auditors. */
export const readOrganisation = defineQuery("organisation.read", OrganisationIdInput, async (ctx, { organisationId }) => {
  const row = await ctx.db.organisation.findUnique({ where: { id: organisationId } });
  if (!row) notFound("organisation", organisationId);
  const facts = { ownerId: row.id, divisionCode: row.divisionCode };
  ctx.authorise(facts);
  const [verifiedBy, members, verifier] = await Promise.all([
    row.verifiedById ? ctx.db.person.findUnique({ where: { id: row.verifiedById }, select: { name: true } }) : null,
    ctx.db.membership.count({ where: { organisationId, state: "ACTIVE" } }),
    row.state === "PENDING" ? verifierOf(ctx.db, row.divisionCode) : null,
  ]);
  const { id, name, nameEn, kind, partyType, divisionCode, address, legalPerson, officeNo, state, stateReason, verifiedAt, createdAt } = row;
  const own = organisationOf(ctx.actor)?.id === id;
  return {
    id, name, nameEn, kind, partyType, divisionCode, address, legalPerson, officeNo, state, stateReason, verifiedAt, createdAt, members,
    jurisdiction: row.jurisdiction,
    creditCode: own ? row.creditCode : shownCreditCode(row),
    verifiedBy: verifiedBy?.name ?? null,
    /** Who is to verify it, while it waits. */
    verifier: verifier?.name ?? null,
    rolesToGive: own ? rolesToGive(row) : ([] as readonly Role[]),
    may: {
      edit: ctx.may("organisation.edit", facts) && mayStep(ORGANISATION_MOVES, state, "correct"),
      verify: ctx.may("organisation.verify", facts) && mayStep(ORGANISATION_MOVES, state, "verify"),
      reject: ctx.may("organisation.reject", facts) && mayStep(ORGANISATION_MOVES, state, "reject"),
      suspend: ctx.may("organisation.suspend", facts) && mayStep(ORGANISATION_MOVES, state, "suspend"),
      reinstate: ctx.may("organisation.reinstate", facts) && mayStep(ORGANISATION_MOVES, state, "reinstate"),
      invite: ctx.may("colleague.invite", facts),
      manageKeys: ctx.may("api-key.create", facts),
    },
  };
});

/** Organisations of an area, newest first; those that wait come oldest first, in the order in which they are to be answered. */
export const listOrganisations = defineQuery("organisation.list", ListOrganisationsInput, async (ctx, { text, state, kind, within, limit, cursor }) => {
  const area = jurisdiction(within ?? organisationOf(ctx.actor)?.jurisdiction ?? "");
  ctx.authorise({ divisionCode: area });
  const order = state === "PENDING" ? "asc" : "desc";
  const rows = await ctx.db.organisation.findMany({
    where: {
      ...(area === "" ? {} : { divisionCode: { startsWith: area } }),
      ...(state ? { state } : {}),
      ...(kind ? { kind } : {}),
      ...(text ? { AND: { OR: [{ name: { contains: text } }, { creditCode: { startsWith: text.toUpperCase() } }] } } : {}),
      ...afterTimeCursor(cursor, order),
    },
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit + 1,
    select: { id: true, name: true, kind: true, partyType: true, creditCode: true, divisionCode: true, state: true, createdAt: true, verifiedAt: true },
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { area, ...page, items: page.items.map((row) => ({ ...row, creditCode: shownCreditCode(row) })) };
});
