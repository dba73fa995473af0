import { z } from "zod";
import { addReader } from "../contract/index.ts";
import type { RegistrationState } from "../generated/enums.ts";
import { notifyPerson } from "../notification/index.ts";
import { personIdOf } from "../shared/actor.ts";
import type { Database, Tx } from "../shared/database.ts";
import { invalidField, refuse } from "../shared/errors.ts";
import { Id, prose } from "../shared/input.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { loadSeen } from "./recognition.repository.ts";

export const HandOverFileInput = z.object({ contractId: Id, version: z.number().int().min(0).optional(), toPersonId: Id, reason: prose(500).default("") });

/** How long a file that was handed over is kept for its receiver, who may not be at the desk. */
const KEPT_HOURS = 24;

/** Hands a file in one's own hands over to a colleague (转交), who has it at once: nobody else takes it in between. */
export const handOverFile = defineUseCase("recognition.hand-over", HandOverFileInput, async (ctx, { toPersonId, reason, ...seen }) => {
  const file = await loadSeen(ctx, seen);
  ctx.authorise({ officeId: file.officeId });
  const from = personIdOf(ctx.actor);
  const now = ctx.clock.now();
  const receiver = (await colleaguesFor(ctx.tx, file, from)).find(({ personId }) => personId === toPersonId) ?? invalidField("toPersonId", "COLLEAGUE_UNKNOWN");
  const { count } = await ctx.tx.contract.updateMany({
    where: { id: file.id, state: file.state, claimedById: from, claimedUntil: { gt: now } },
    data: { claimedById: receiver.personId, claimedUntil: new Date(now.getTime() + KEPT_HOURS * 3_600_000) },
  });
  if (count !== 1) refuse("FILE_NOT_IN_YOUR_HANDS");
  await addReader(ctx, file, receiver.personId, "转交办理");
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, before: { claimedById: from }, after: { claimedById: receiver.personId, reason } });
  const desk = file.state === "SECOND_REVIEW" ? "second-review" : "registration";
  await notifyPerson(ctx, receiver.personId, {
    kind: "recognition.handed-over",
    params: { projectName: file.projectName, name: ctx.actor.kind === "person" ? ctx.actor.name : "" },
    link: `/desk/${desk}?file=${file.id}`,
  });
  return { contractId: file.id, claimedById: receiver.personId };
});

/** Who of the office may go on with a file in its state. */
export async function colleaguesFor(db: Tx | Database, { officeId, state }: { readonly officeId: string | null; readonly state: RegistrationState }, but: string | null): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  if (officeId === null) return [];
  const people = await db.person.findMany({
    where: { state: "ACTIVE", ...(but === null ? {} : { id: { not: but } }), memberships: { some: { organisationId: officeId, state: "ACTIVE", roles: { has: state === "SECOND_REVIEW" ? "RECOGNITION_REVIEWER" : "REGISTRAR" } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, name: true },
  });
  return people.map(({ id, name }) => ({ personId: id, name }));
}
