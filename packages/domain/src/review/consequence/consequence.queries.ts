import { recordView, repairObstacle } from "../../credit/index.ts";
import { dayOf } from "../../shared/clock.ts";
import { dayOfColumn } from "../../shared/input.ts";
import { defineQuery } from "../../shared/use-case.ts";
import { dutiesOf, OFFICE_RULES, PARTY_FINES, type ConsequenceKind, type ProvinceKind } from "./consequence.rules.ts";
import { loadRevoked, revocationOf, stepsOf } from "./consequence.repository.ts";
import { ReadConsequencesInput } from "./consequence.schema.ts";

/** What followed from a revocation (撤销后续处理), for its party, its office and the authorities: duties, record, sanctions, and what the reader may do. */
export const readConsequences = defineQuery("consequence.read", ReadConsequencesInput, async (ctx, { contractId }) => {
  const contract = await loadRevoked(ctx.db, contractId);
  const facts = { ownerId: contract.applicantId, officeId: contract.officeId, divisionCode: contract.office?.divisionCode ?? contract.divisionCode };
  ctx.authorise(facts);
  const { ground, documentNo } = revocationOf(contract);
  const today = dayOf(await ctx.now());
  const steps = stepsOf(contract);
  const duties = dutiesOf(steps);
  const record = contract.sectorRecord && recordView(contract.sectorRecord, today);
  const asked = record !== null && record.repairDueAt !== null;
  const mayRecord = ctx.may("consequence.record", facts);
  const said = (kind: ConsequenceKind): boolean => steps.some((step) => step.kind === kind);
  return {
    contractId,
    ground,
    documentNo: documentNo ?? null,
    revokedAt: contract.endedAt!,
    applicantName: contract.applicant.name,
    officeName: contract.office?.name ?? "",
    duties,
    record,
    steps: contract.consequences.map(({ no, kind, documentNo: paper, on, amountFen, words }) => ({ no, kind: kind as ConsequenceKind, documentNo: paper, on: dayOfColumn(on), amountFen, words })),
    rules: { party: ground === "FALSE_OR_FRAUD" ? (PARTY_FINES[facts.divisionCode.slice(0, 2)] ?? null) : null, office: OFFICE_RULES[facts.divisionCode.slice(0, 2)] ?? null },
    may: {
      record: mayRecord ? recordable({ fined: said("FINED"), repay: isOpen("REPAY_RELIEF"), pay: isOpen("PAY_FINE"), province: facts.divisionCode.slice(0, 2), falseContract: ground === "FALSE_OR_FRAUD" }) : [],
      reportRelief: !said("RELIEF_REPORTED") && !said("RELIEF_DEMANDED") && ctx.may("consequence.report-relief", facts),
      askRepair: record !== null && repairObstacle({ state: record.state, today, repairFrom: record.repairFrom, dutiesOpen: duties.some(({ done }) => !done), asked }) === undefined && ctx.may("credit.ask-repair", facts),
      decideRepair: asked && record.state === "SHOWN" && ctx.may("credit.decide-repair", facts),
      withdrawRecord: record?.state === "SHOWN" && ctx.may("credit.withdraw-record", facts),
    },
  };

  function isOpen(kind: (typeof duties)[number]["kind"]): boolean {
    return duties.some((duty) => duty.kind === kind && !duty.done);
  }
});

type Standing = { readonly fined: boolean; readonly repay: boolean; readonly pay: boolean; readonly province: string; readonly falseContract: boolean };

/** What the province may write down now. */
function recordable({ fined, repay, pay, province, falseContract }: Standing): readonly ProvinceKind[] {
  return [
    "BODIES_TOLD",
    "RELIEF_DEMANDED",
    ...(repay ? (["RELIEF_RECOVERED"] as const) : []),
    ...(falseContract && !fined && PARTY_FINES[province] ? (["FINED"] as const) : []),
    ...(pay ? (["FINE_PAID"] as const) : []),
    ...(OFFICE_RULES[province]?.measures ?? []),
  ];
}
