import type { Deps } from "@ttx/domain/shared/database";
import type { DemoContract } from "../content/index.ts";

const FROM = "2026-01-01";
const TODAY = "2026-11-15";
const PLANNED = ["方案评审", "中期检查", "成果交付"] as const;

type Registered = { readonly id: string; readonly contract: DemoContract; readonly divisionCode: string; readonly registeredAt: Date; readonly applicantId: string | null };

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const middleOf = (from: string, to: string, share: number): Date => new Date(Date.parse(from) + Math.floor(((Date.parse(to) - Date.parse(from)) / 86_400_000) * share) * 86_400_000);

/** How this year's contracts are performed: what was due has mostly been paid, what has ended was accepted, and some pay late. */
export async function loadPerformances({ db }: Deps, registered: readonly Registered[]): Promise<void> {
  const wanted = registered.filter(({ contract }) => contract.registeredOn >= FROM);
  const known = new Set((await db.contractPerformance.findMany({ where: { contractId: { in: wanted.map(({ id }) => id) } }, select: { contractId: true } })).map(({ contractId }) => contractId));
  const fresh = wanted.filter(({ id }) => !known.has(id));
  await db.contractPerformance.createMany({ data: fresh.map(({ id, contract, divisionCode, registeredAt }) => ({ contractId: id, state: stateOf(contract), divisionCode, openedAt: registeredAt, ...stampsOf(contract) })) });
  await db.performanceMilestone.createMany({ data: fresh.flatMap(({ id, contract }) => PLANNED.map((title, i) => milestoneOf(id, contract, title, i))) });
  await db.performanceReceipt.createMany({ data: fresh.flatMap(({ id, contract, applicantId }) => receiptsOf(id, contract, applicantId)) });
  await db.performanceStep.createMany({ data: fresh.flatMap(({ id, contract, applicantId }) => stepsOf(id, contract, applicantId)) });
}

const over = ({ endsOn }: DemoContract): boolean => endsOn < TODAY;

function stateOf(contract: DemoContract): "PERFORMING" | "DELIVERED" | "ACCEPTED" | "COMPLETED" {
  if (!over(contract)) return contract.number % 9 === 0 ? "DELIVERED" : "PERFORMING";
  return paysLate(contract) ? "ACCEPTED" : "COMPLETED";
}

function paysLate({ number }: DemoContract): boolean {
  return number % 11 === 0;
}

function stampsOf(contract: DemoContract) {
  const state = stateOf(contract);
  const deliveredAt = state === "PERFORMING" ? null : middleOf(contract.registeredOn, over(contract) ? contract.endsOn : TODAY, 0.9);
  return { deliveredAt, acceptedAt: state === "ACCEPTED" || state === "COMPLETED" ? dateOf(contract.endsOn) : null, endedAt: state === "COMPLETED" ? dateOf(contract.endsOn) : null };
}

function milestoneOf(contractId: string, contract: DemoContract, title: string, i: number) {
  const dueOn = middleOf(contract.signedOn, contract.endsOn, (i + 1) / PLANNED.length);
  const done = dueOn < dateOf(TODAY) && !(paysLate(contract) && i === 1);
  return { contractId, no: i + 1, title, dueOn, doneOn: done ? dueOn : null };
}

function receiptsOf(contractId: string, contract: DemoContract, byId: string | null) {
  const due = contract.instalments.map((one, i) => ({ ...one, no: i + 1 })).filter(({ dueOn, condition, no }) => (over(contract) || dueOn < TODAY) && !condition.includes("预计") && !(paysLate(contract) && no === contract.instalments.length));
  return due.map(({ amountFen, dueOn, no }, i) => {
    const receivedOn = dueOn < TODAY ? dueOn : contract.endsOn;
    return { contractId, no: i + 1, instalmentNo: no, receivedOn: dateOf(receivedOn), amountFen, byId, at: dateOf(receivedOn) };
  });
}

function stepsOf(contractId: string, contract: DemoContract, byId: string | null) {
  const { deliveredAt, acceptedAt, endedAt } = stampsOf(contract);
  const steps = [
    { event: "deliver", fromState: "PERFORMING" as const, toState: "DELIVERED" as const, at: deliveredAt },
    { event: "accept", fromState: "DELIVERED" as const, toState: "ACCEPTED" as const, at: acceptedAt },
    { event: "complete", fromState: "ACCEPTED" as const, toState: "COMPLETED" as const, at: endedAt },
  ];
  return steps.flatMap(({ at, ...step }, i) => (at === null ? [] : [{ contractId, no: i + 1, byId, at, ...step }]));
}
