import { z } from "zod";
import { notifyOrganisation, notifyPerson } from "../notification/index.ts";
import { personIdOf, type Actor } from "../shared/actor.ts";
import type { Tx } from "../shared/database.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { Id, line, prose } from "../shared/input.ts";
import { defineQuery, defineUseCase, type Context } from "../shared/use-case.ts";
import { loadContract, type ContractFile } from "./contract.repository.ts";

type Secret = Pick<ContractFile, "id" | "secret">;

/**
 * Whether a person may read the text and the files of a contract with commercial secrets: those on its list only (管理办法（2000） Art. 15).
 * The applicant's officers, who write and file it, need no entry; ask `own` of them.
 */
export async function mayReadSecret(db: Pick<Tx, "contractReader">, contract: Secret, actor: Actor, own: boolean): Promise<boolean> {
  if (contract.secret === "none" || own) return true;
  const personId = personIdOf(actor);
  if (personId === null) return false;
  return (await db.contractReader.count({ where: { contractId: contract.id, personId, endedAt: null } })) > 0;
}

/** Puts a person on the list of those who may read; whoever is on it stays, and comes back after an end. */
export async function addReader(ctx: Context, contract: Secret, personId: string, reason: string): Promise<void> {
  if (contract.secret === "none") return;
  const named = { reason, namedById: personIdOf(ctx.actor), namedAt: ctx.clock.now(), endedAt: null };
  const key = { contractId: contract.id, personId };
  const there = await ctx.tx.contractReader.findUnique({ where: { contractId_personId: key } });
  if (there && there.endedAt === null) return;
  await ctx.tx.contractReader.upsert({ where: { contractId_personId: key }, create: { ...key, ...named }, update: named });
}

export const NameReaderInput = z.object({ contractId: Id, email: line(200), reason: prose(500, 5) });
export const EndReaderInput = z.object({ contractId: Id, personId: Id });
export const ListReadersInput = z.object({ contractId: Id });

function factsOf(contract: ContractFile) {
  const filed = contract.submittedAt !== null;
  return { ownerId: contract.applicantId, officeId: filed ? contract.officeId : null, divisionCode: filed ? contract.divisionCode : null };
}

/** Names a person who may read a secret contract (指定知悉人员): somebody of its parties, its office or the authorities over it. */
export const nameReader = defineUseCase("contract.name-reader", NameReaderInput, async (ctx, { contractId, email, reason }) => {
  const contract = await loadContract(ctx.tx, contractId);
  ctx.authorise(factsOf(contract));
  if (contract.secret === "none") refuse("CONTRACT_NOT_SECRET");
  const parties = contract.parties.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const person = await ctx.tx.person.findFirst({
    where: {
      email: { equals: email, mode: "insensitive" }, state: "ACTIVE",
      memberships: { some: { state: "ACTIVE", organisation: { OR: [{ id: { in: [contract.applicantId, ...parties, ...(contract.officeId ? [contract.officeId] : [])] } }, { kind: "GOVERNMENT", jurisdiction: { in: ["", contract.divisionCode.slice(0, 2)] } }] } } },
    },
    select: { id: true, name: true },
  });
  if (!person) return invalidField("email", "READER_UNKNOWN");
  await addReader(ctx, contract, person.id, reason);
  ctx.record({ type: "contract", id: contractId, divisionCode: contract.divisionCode, after: { reader: person.id, reason } });
  await notifyPerson(ctx, person.id, { kind: "contract.reader-named", params: { projectName: contract.projectName }, link: `/desk/contracts/${contractId}` });
  if (personIdOf(ctx.actor) !== null) await notifyOrganisation(ctx, contract.applicantId, ["SELLER", "BUYER"], { kind: "contract.reader-told", params: { projectName: contract.projectName, name: person.name }, link: `/desk/contracts/${contractId}` });
  return { contractId, personId: person.id, name: person.name };
});

/** Ends a person's reading; what was read before stays in the record. */
export const endReader = defineUseCase("contract.end-reader", EndReaderInput, async (ctx, { contractId, personId }) => {
  const contract = await loadContract(ctx.tx, contractId);
  ctx.authorise(factsOf(contract));
  const { count } = await ctx.tx.contractReader.updateMany({ where: { contractId, personId, endedAt: null }, data: { endedAt: ctx.clock.now() } });
  ctx.record({ type: "contract", id: contractId, divisionCode: contract.divisionCode, after: { readerEnded: personId, ended: count === 1 } });
  return { contractId, personId, ended: count === 1 };
});

/** Who may read a secret contract, who named them and why. */
export const listReaders = defineQuery("contract.list-readers", ListReadersInput, async (ctx, { contractId }) => {
  const contract = await loadContract(ctx.db, contractId);
  ctx.authorise(factsOf(contract));
  const rows = await ctx.db.contractReader.findMany({ where: { contractId }, orderBy: [{ namedAt: "asc" }, { personId: "asc" }], take: 200, include: { person: { select: { name: true } } } });
  return { contractId, secret: contract.secret !== "none", mayName: ctx.may("contract.name-reader", factsOf(contract)), readers: rows.map(({ person, personId, reason, namedAt, endedAt }) => ({ personId, name: person.name, reason, namedAt, endedAt })) };
});
