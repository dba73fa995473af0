import type { Actor } from "../shared/actor.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import type { Database, Tx } from "../shared/database.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { step } from "../shared/machine.ts";
import type { Context } from "../shared/use-case.ts";
import { PERFORMANCE_MOVES, type PerformanceEvent, type PerformanceState } from "./performance.machine.ts";
import type { Duty, PlannedInstalment } from "./performance.rules.ts";

const WITH_CONTRACT = {
  milestones: { orderBy: { no: "asc" } },
  receipts: { orderBy: { no: "asc" } },
  royalties: { orderBy: { no: "asc" } },
  breaches: { orderBy: { no: "asc" } },
  contract: {
    include: { parties: { orderBy: { position: "asc" } }, instalments: { orderBy: { no: "asc" } } },
  },
} as const;

export async function loadPerformance(db: Tx | Database, contractId: string) {
  const row = await db.contractPerformance.findUnique({ where: { contractId }, include: WITH_CONTRACT });
  return row ?? refuse("PERFORMANCE_NOT_OPEN");
}
export type Performance = Awaited<ReturnType<typeof loadPerformance>>;

/** The performance under its lock: acts on one contract come one after the other, so that numbers have no gaps and sums are whole. */
export async function lockPerformance(ctx: Pick<Context, "tx">, contractId: string): Promise<Performance> {
  await ctx.tx.$queryRaw`select contract_id from contract_performance where contract_id = ${contractId}::uuid for update`;
  return loadPerformance(ctx.tx, contractId);
}

export type Side = "seller" | "buyer";

/** The organisation that stands on a side: the actor's own where several do, else the first that is on the platform. */
export function sideOrganisation({ contract }: Performance, side: Side, actor: Actor): string | null {
  const ids = contract.parties.filter((party) => party.side === (side === "seller" ? "SELLER" : "BUYER")).flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId]));
  const own = organisationOf(actor)?.id;
  return own !== undefined && ids.includes(own) ? own : (ids[0] ?? null);
}

/** Who acts for a side: who stands on it, or the applicant for a side that is not on the platform (境外一方、平台外买方). */
export function actingFor(performance: Performance, side: Side, actor: Actor): string {
  return sideOrganisation(performance, side, actor) ?? performance.contract.applicantId;
}

/** Both sides as the policy knows them. */
export function factsOf(performance: Performance, actor: Actor) {
  const { officeId, divisionCode } = performance.contract;
  return { ownerId: actingFor(performance, "seller", actor), counterpartyId: actingFor(performance, "buyer", actor), officeId, divisionCode };
}

/** On which side the actor acts; the applicant stands for a side that is not here. */
export function sideOf(performance: Performance, actor: Actor): Side {
  return organisationOf(actor)?.id === actingFor(performance, "seller", actor) ? "seller" : "buyer";
}

export function planOf({ contract }: Performance): readonly PlannedInstalment[] {
  return contract.instalments.map(({ no, dueOn, amountFen, estimated }) => ({ no, dueOn: dueOn && dayOfColumn(dueOn), amountFen, estimated }));
}

/** What is still to be done by a day: instalments not paid, milestones not reached, the end of the term while nothing was accepted. */
export function dutiesOf(performance: Performance): readonly Duty[] {
  const { contract, milestones, receipts, state } = performance;
  if (state === "COMPLETED" || state === "TERMINATED") return [];
  const receivedOf = (no: number): bigint => receipts.filter(({ instalmentNo }) => instalmentNo === no).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return [
    ...planOf(performance).flatMap(({ no, dueOn, amountFen, estimated }): Duty[] => (dueOn === null || estimated || receivedOf(no) >= amountFen ? [] : [{ kind: "instalment", no, dueOn }])),
    ...milestones.flatMap(({ no, dueOn, doneOn }): Duty[] => (doneOn === null ? [{ kind: "milestone", no, dueOn: dayOfColumn(dueOn) }] : [])),
    ...(contract.validTo !== null && state !== "ACCEPTED" ? [{ kind: "term", no: 0, dueOn: dayOfColumn(contract.validTo) } as const] : []),
  ];
}

/** Moves the performance by an event of its machine, with the step that moved it. */
export async function movePerformance(ctx: Context, performance: Performance, event: PerformanceEvent, note: string): Promise<PerformanceState> {
  const at = ctx.clock.now();
  const to = step(PERFORMANCE_MOVES, performance.state, event);
  const stamp = to === "DELIVERED" ? { deliveredAt: at } : to === "ACCEPTED" ? { acceptedAt: at } : to === "COMPLETED" || to === "TERMINATED" ? { endedAt: at } : {};
  const { contractId, state, version } = performance;
  const { count } = await ctx.tx.contractPerformance.updateMany({ where: { contractId, state, version }, data: { ...stamp, state: to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const { _max } = await ctx.tx.performanceStep.aggregate({ where: { contractId }, _max: { no: true } });
  await ctx.tx.performanceStep.create({ data: { contractId, no: (_max.no ?? 0) + 1, event, fromState: state, toState: to, byId: personIdOf(ctx.actor), at, note } });
  record(ctx, performance, { before: { state }, after: { state: to, event, note } });
  return to;
}

/** Names the contract in the record; what is done to its performance is not a change of its registration. */
export function record(ctx: Context, { contractId, divisionCode }: Pick<Performance, "contractId" | "divisionCode">, { before, after }: { readonly before?: object; readonly after: object }): void {
  ctx.record({ type: "performance", id: contractId, divisionCode, ...(before ? { before } : {}), after });
}

export function todayOf(ctx: Pick<Context, "clock">): Day {
  return dayOf(ctx.clock.now());
}
