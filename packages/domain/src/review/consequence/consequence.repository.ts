import { z } from "zod";
import { personIdOf } from "../../shared/actor.ts";
import type { Day } from "../../shared/clock.ts";
import type { Tx } from "../../shared/database.ts";
import { DomainError, notFound } from "../../shared/errors.ts";
import { dateColumn } from "../../shared/input.ts";
import type { Context } from "../../shared/use-case.ts";
import { REVOCATION_GROUNDS, type RevocationGround } from "../revocation.rules.ts";
import type { Consequence, ConsequenceKind } from "./consequence.rules.ts";

const Grounds = z.object({ ground: z.enum(Object.keys(REVOCATION_GROUNDS) as [RevocationGround, ...RevocationGround[]]), documentNo: z.string().optional() });

/** A revoked registration with what has followed so far. */
export async function loadRevoked(db: Pick<Tx, "contract">, contractId: string) {
  const contract = await db.contract.findUnique({
    where: { id: contractId },
    select: {
      id: true, state: true, applicantId: true, officeId: true, divisionCode: true, projectName: true, registrationNo: true, endedAt: true, taxClaims: true,
      applicant: { select: { name: true } }, office: { select: { name: true, divisionCode: true, state: true } }, sectorRecord: true,
      consequences: { orderBy: { no: "asc" } },
      decisions: { where: { event: "revoke" }, orderBy: { no: "desc" }, take: 1, select: { grounds: true } },
    },
  });
  return contract ?? notFound("contract", contractId);
}
export type Revoked = Awaited<ReturnType<typeof loadRevoked>>;

/** What the decision of revocation rests on; there is none for a registration that stands. */
export function revocationOf({ state, decisions }: Revoked): z.infer<typeof Grounds> {
  if (state !== "REVOKED") throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state, event: "consequence" });
  return Grounds.parse(decisions[0]?.grounds);
}

export function stepsOf({ consequences }: Revoked): readonly Consequence[] {
  return consequences.map(({ kind, amountFen }) => ({ kind: kind as ConsequenceKind, amountFen }));
}

/** The registration with its lock, so that what is paid is added up by one at a time. */
export async function lockRevoked(ctx: Context, contractId: string): Promise<Revoked> {
  await ctx.tx.$executeRaw`select 1 from contract where id = ${contractId}::uuid for update`;
  return loadRevoked(ctx.tx, contractId);
}

export type NewConsequence = { readonly kind: ConsequenceKind; readonly on: Day; readonly documentNo?: string; readonly amountFen?: bigint; readonly words: string };

export async function addConsequence(ctx: Context, contract: Revoked, { kind, on, documentNo = undefined, amountFen = undefined, words }: NewConsequence): Promise<number> {
  const no = contract.consequences.length + 1;
  await ctx.tx.revocationConsequence.create({ data: { contractId: contract.id, no, kind, on: dateColumn(on), documentNo: documentNo ?? null, amountFen: amountFen ?? null, words, byId: personIdOf(ctx.actor), at: ctx.clock.now() } });
  ctx.record({ type: "contract", id: contract.id, divisionCode: contract.divisionCode, after: { consequence: no, kind, on, documentNo, amountFen, words } });
  return no;
}

export function named({ projectName, registrationNo }: Pick<Revoked, "projectName" | "registrationNo">): { projectName: string; registrationNo: string } {
  return { projectName, registrationNo: registrationNo ?? "" };
}
