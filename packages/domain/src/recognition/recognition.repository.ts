import { draftOf, loadContract, type ContractFile } from "../contract/index.ts";
import type { Prisma } from "../generated/client.ts";
import { personIdOf } from "../shared/actor.ts";
import { toJson } from "../shared/canonical.ts";
import { DomainError } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { RECOGNITION_MOVES, type RecognitionEvent, type RecognitionState } from "./recognition.machine.ts";

export type { ContractFile };
export { draftOf, loadContract };

type Seen = { readonly contractId: string; readonly version?: number | undefined };

/** The file as somebody saw it; a newer version means that it changed under his eyes. */
export async function loadSeen(ctx: Pick<Context, "tx">, { contractId, version }: Seen): Promise<ContractFile> {
  const file = await loadContract(ctx.tx, contractId);
  if (version !== undefined && version !== file.version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  return file;
}

/** The file for an act of its office: of the actor's office, and not under another person's lease. */
export async function loadForOffice(ctx: Context, seen: Seen): Promise<ContractFile> {
  const file = await loadSeen(ctx, seen);
  ctx.authorise({ officeId: file.officeId, divisionCode: file.divisionCode, authorId: file.registrarId });
  refuseForeignLease(ctx, file);
  return file;
}

export function refuseForeignLease(ctx: Pick<Context, "actor" | "clock">, file: Pick<ContractFile, "claimedById" | "claimedUntil">): void {
  const held = file.claimedUntil !== null && file.claimedUntil > ctx.clock.now();
  if (held && file.claimedById !== personIdOf(ctx.actor)) throw new DomainError("CLAIMED_BY_OTHER", "conflict", { until: file.claimedUntil!.toISOString() });
}

export type FileChange = Omit<Prisma.ContractUncheckedUpdateManyInput, "state" | "version" | "claimedById" | "claimedUntil">;

/** Moves a file by an event of its machine, with the decision that moved it; ends any lease, unless the person goes on with it until `keptUntil`. */
export async function moveFile(
  ctx: Context,
  file: ContractFile,
  event: RecognitionEvent,
  { change = {}, grounds = {}, at = ctx.clock.now(), keptUntil = null }: { readonly change?: FileChange; readonly grounds?: object; readonly at?: Date; readonly keptUntil?: Date | null } = {},
): Promise<RecognitionState> {
  const to = step(RECOGNITION_MOVES, file.state, event);
  const unmoved = { id: file.id, state: file.state, version: file.version };
  const { count } = await ctx.tx.contract.updateMany({
    where: unmoved,
    data: { ...change, state: to, version: { increment: 1 }, claimedById: keptUntil && personIdOf(ctx.actor), claimedUntil: keptUntil, updatedAt: at },
  });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  await ctx.tx.recognitionDecision.create({
    data: {
      contractId: file.id,
      no: (await lastDecisionNo(ctx, file.id)) + 1,
      event,
      fromState: file.state,
      toState: to,
      byId: personIdOf(ctx.actor),
      at,
      grounds: toJson(grounds) as Prisma.InputJsonValue,
    },
  });
  ctx.record({ type: "contract", id: file.id, divisionCode: file.divisionCode, before: { state: file.state }, after: { state: to, event, ...grounds } });
  return to;
}

async function lastDecisionNo(ctx: Context, contractId: string): Promise<number> {
  const { _max } = await ctx.tx.recognitionDecision.aggregate({ where: { contractId }, _max: { no: true } });
  return _max.no ?? 0;
}

/** The clock of the file stands still or is over: nobody is warned any more. */
export async function stopClock(ctx: Context, contractId: string): Promise<void> {
  await ctx.notDue("recognition.warn", contractId);
  await ctx.notDue("recognition.escalate", contractId);
}
