import type { PerformanceState } from "../generated/enums.ts";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import type { Database, Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { toYuanText } from "../shared/money.ts";
import { decodeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { factsOf, planOf, sideOf, sideOrganisation, type Performance } from "./performance.repository.ts";
import { instalmentStates, royaltyChange, technicalIncome, type IncomeState } from "./performance.rules.ts";
import { ListPerformancesInput, ReadPerformanceInput, type PERFORMANCE_GROUPS } from "./performance.schema.ts";
import { loadPerformance } from "./performance.repository.ts";

const ENDED: readonly PerformanceState[] = ["COMPLETED", "TERMINATED"];
const STATES_OF_GROUP: Readonly<Record<(typeof PERFORMANCE_GROUPS)[number], readonly PerformanceState[] | undefined>> = {
  ALL: undefined, OPEN: ["PERFORMING", "DELIVERED", "ACCEPTED"], TO_DO: ["DELIVERED"], ENDED,
};

/** The contracts that an organisation performs as seller or buyer, what ends first on top (履行中的合同). */
export const listPerformances = defineQuery("performance.list-own", ListPerformancesInput, async (ctx, { side, group, limit, cursor }) => {
  const organisationId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: organisationId });
  if (organisationId === undefined) throw new DomainError("NOT_PERMITTED", "forbidden");
  const after = decodeCursor(cursor, 2);
  const states = STATES_OF_GROUP[group];
  const rows = await ctx.db.contractPerformance.findMany({
    where: {
      contract: { parties: { some: { organisationId, side: side === "seller" ? "SELLER" : "BUYER" } } },
      ...(states ? { state: { in: [...states] } } : {}),
      ...(after ? { OR: [{ openedAt: { lt: new Date(after[0]!) } }, { openedAt: new Date(after[0]!), contractId: { lt: String(after[1]) } }] } : {}),
    },
    orderBy: [{ openedAt: "desc" }, { contractId: "desc" }],
    take: limit + 1,
    include: { receipts: true, contract: { select: { projectName: true, registrationNo: true, turnoverFen: true, technicalFen: true, validTo: true, instalments: true, parties: { select: { side: true, name: true }, orderBy: { position: "asc" } } } } },
  });
  const today = dayOf(await ctx.now());
  return pageOf(
    rows.map(({ contractId, state, openedAt, receipts, contract }) => {
      const plan = contract.instalments.map(({ no, dueOn, amountFen, estimated }) => ({ no, dueOn: dueOn && dayOfColumn(dueOn), amountFen, estimated }));
      const instalments = instalmentStates(plan, receipts, today);
      return {
        contractId,
        state,
        openedAt,
        projectName: contract.projectName,
        registrationNo: contract.registrationNo,
        validTo: contract.validTo && dayOfColumn(contract.validTo),
        turnoverFen: contract.turnoverFen ?? 0n,
        ...technicalIncome(receipts, contract.turnoverFen ?? 0n, contract.technicalFen ?? 0n),
        overdue: ENDED.includes(state) ? 0 : instalments.filter((one) => one.overdue).length,
        otherSide: contract.parties.filter((party) => party.side === (side === "seller" ? "BUYER" : "SELLER")).map(({ name }) => name),
      };
    }),
    limit,
    ({ openedAt, contractId }) => [openedAt.toISOString(), contractId],
  );
});

/** One contract's performance for both of its sides, its office and its authority. */
export const readPerformance = defineQuery("performance.read", ReadPerformanceInput, async (ctx, { contractId }) => {
  const performance = await existing(ctx.db, contractId);
  const facts = factsOf(performance, ctx.actor);
  ctx.authorise(facts);
  const now = await ctx.now();
  const { contract, receipts, royalties } = performance;
  const steps = await ctx.db.performanceStep.findMany({ where: { contractId }, orderBy: { no: "asc" } });
  const turnoverFen = contract.turnoverFen ?? 0n;
  const side = sideOf(performance, ctx.actor);
  const buyerIsHere = sideOrganisation(performance, "buyer", ctx.actor) !== null;
  const seller = { ownerId: facts.ownerId };
  const buyer = { ownerId: facts.counterpartyId };
  const open = !ENDED.includes(performance.state);
  const change = royaltyChange(
    { turnoverFen, instalments: contract.instalments.map(({ dueOn, amountFen, estimated, note }) => ({ dueOn: dueOn && dayOfColumn(dueOn), amountFen, estimated, note })) },
    royalties.filter(({ state }) => state === "CONFIRMED").map(({ no, amountFen, periodFrom, periodTo }) => ({ no, amountFen, periodFrom: dayOfColumn(periodFrom), periodTo: dayOfColumn(periodTo) })),
  );
  return {
    contractId,
    state: performance.state,
    projectName: contract.projectName,
    registrationNo: contract.registrationNo,
    registrationState: contract.state,
    contractVersion: contract.version,
    validTo: contract.validTo && dayOfColumn(contract.validTo),
    payment: contract.payment,
    sellers: contract.parties.filter((party) => party.side === "SELLER").map(({ name }) => name),
    buyers: contract.parties.filter((party) => party.side === "BUYER").map(({ name }) => name),
    turnoverFen,
    technicalFen: contract.technicalFen ?? 0n,
    income: incomeOf(performance),
    instalments: instalmentStates(planOf(performance), receipts, dayOf(now)).map((one) => ({ ...one, note: contract.instalments.find(({ no }) => no === one.no)?.note ?? "" })),
    milestones: performance.milestones.map(({ no, title, dueOn, doneOn, note }) => ({ no, title, dueOn: dayOfColumn(dueOn), doneOn: doneOn && dayOfColumn(doneOn), note })),
    receipts: receipts.map(({ no, instalmentNo, royaltyNo, receivedOn, amountFen, technicalFen, note, correctsNo }) => ({
      no, instalmentNo, royaltyNo, receivedOn: dayOfColumn(receivedOn), amountFen, technicalFen, note, correctsNo, corrected: receipts.some((one) => one.correctsNo === no),
    })),
    royalties: royalties.map(({ no, state, periodFrom, periodTo, baseFen, rateBp, amountFen, note, answer }) => ({ no, state, periodFrom: dayOfColumn(periodFrom), periodTo: dayOfColumn(periodTo), baseFen, rateBp, amountFen, note, answer })),
    breaches: performance.breaches.map(({ no, state, bySide, kind, facts: claimed, answer, outcome, claimedAt, answerDueAt }) => ({ no, state, bySide, kind, facts: claimed, answer, outcome, claimedAt, answerDueAt })),
    steps: steps.map(({ no, event, at, note }) => ({ no, event, at, note })),
    /** The form of the change registration that adds confirmed royalties, as the API takes it. */
    royaltyChange: change === undefined ? null : { turnover: toYuanText(change.turnoverFen), instalments: change.instalments.map(({ dueOn, amountFen, estimated, note }) => ({ dueOn, amount: toYuanText(amountFen), estimated, note })) },
    side,
    may: {
      plan: open && ctx.may("performance.plan", seller),
      recordReceipt: performance.state !== "TERMINATED" && ctx.may("performance.record-receipt", seller),
      reportRoyalty: open && (contract.payment === "3" || contract.payment === "4") && ctx.may("performance.report-royalty", buyer),
      answerRoyalty: ctx.may("performance.confirm-royalty", seller),
      correctRoyalty: ctx.may("performance.correct-royalty", buyer),
      deliver: performance.state === "PERFORMING" && ctx.may("performance.deliver", seller),
      accept: performance.state === "DELIVERED" && buyerIsHere && ctx.may("performance.accept", buyer),
      recordAcceptance: performance.state === "DELIVERED" && !buyerIsHere && ctx.may("performance.record-acceptance", seller),
      complete: performance.state === "ACCEPTED" && ctx.may("performance.complete", seller),
      terminate: open && ctx.may("performance.terminate", facts),
      claimBreach: ctx.may("performance.claim-breach", facts),
      requestChange: change !== undefined && contract.state === "REGISTERED" && ctx.may("contract.request-change", { ownerId: contract.applicantId }),
    },
    now,
  };
});

async function existing(db: Database, contractId: string): Promise<Performance> {
  const found = await db.contractPerformance.count({ where: { contractId } });
  return found === 0 ? notFound("performance", contractId) : loadPerformance(db, contractId);
}

function incomeOf({ receipts, contract }: Performance): IncomeState {
  return technicalIncome(receipts, contract.turnoverFen ?? 0n, contract.technicalFen ?? 0n);
}

/** The technical income of a contract to date, for the proof of a relief; undefined while nothing is kept of its performance. */
export async function technicalIncomeOf(db: Tx | Database, contractId: string): Promise<IncomeState | undefined> {
  return (await db.contractPerformance.count({ where: { contractId } })) === 0 ? undefined : incomeOf(await loadPerformance(db, contractId));
}
