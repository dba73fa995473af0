import { recordView, repairObstacle } from "../../credit/index.ts";
import { notifyAuthority, notifyOrganisation } from "../../notification/index.ts";
import { calendarFor } from "../../reference/index.ts";
import { addWorkingDays } from "../../shared/calendar.ts";
import { dayOf, endOfDay, type Day } from "../../shared/clock.ts";
import { notFound, refuse } from "../../shared/errors.ts";
import { dateColumn } from "../../shared/input.ts";
import { defineUseCase, type Context } from "../../shared/use-case.ts";
import { dutiesOf } from "./consequence.rules.ts";
import { lockRevoked, named, stepsOf, type Revoked } from "./consequence.repository.ts";
import { AskRepairInput, DecideRepairInput, WithdrawRecordInput } from "./consequence.schema.ts";

/** Working days within which a repair is decided (信用修复管理办法). */
const REPAIR_WORKING_DAYS = 10;

/** The party asks that its record be ended (申请信用修复): the shortest period is over, every duty is done, and it promises that what it says is true. */
export const askRepair = defineUseCase("credit.ask-repair", AskRepairInput, async (ctx, { contractId, words }) => {
  const contract = await lockRevoked(ctx, contractId);
  ctx.authorise({ ownerId: contract.applicantId });
  const record = recordIn(contract);
  const at = ctx.clock.now();
  const today = dayOf(at);
  const { state, repairFrom } = recordView(record, today);
  const obstacle = repairObstacle({ state, today, repairFrom, dutiesOpen: dutiesOf(stepsOf(contract)).some(({ done }) => !done), asked: record.repairDueAt !== null });
  if (obstacle) refuse(obstacle, { from: repairFrom });
  const repairDueAt = endOfDay(addWorkingDays(calendarFor(), today, REPAIR_WORKING_DAYS));
  await ctx.tx.sectorRecord.update({ where: { id: record.id }, data: { repairAskedAt: at, repairDueAt, repairAnswer: null } });
  ctx.record({ type: "sectorRecord", id: record.id, divisionCode: record.divisionCode, after: { repairAskedAt: at, words } });
  await notifyAuthority(ctx, record.divisionCode, { kind: "credit.repair-asked", params: named(contract), link: `/desk/contracts/${contractId}` });
  return { recordId: record.id, repairDueAt };
});

/** Who decided, repairs (谁认定、谁修复): showing, sharing and use stop together, or the record stays and the party may ask again. */
export const decideRepair = defineUseCase("credit.decide-repair", DecideRepairInput, async (ctx, { contractId, decision, documentNo, reasons }) => {
  const contract = await lockRevoked(ctx, contractId);
  ctx.authorise({ divisionCode: contract.office?.divisionCode });
  const record = recordIn(contract);
  if (record.repairDueAt === null || record.ended !== null) refuse("REPAIR_NOT_ASKED");
  const data = decision === "repair" ? endedBy("REPAIRED", dayOf(ctx.clock.now()), documentNo) : {};
  await end(ctx, contract, { ...data, repairDueAt: null, repairAnswer: reasons }, { decision, documentNo, reasons });
  await notifyOrganisation(ctx, contract.applicantId, ["SELLER", "BUYER"], { kind: decision === "repair" ? "credit.repaired" : "credit.repair-refused", params: named(contract), link: `/desk/contracts/${contractId}` });
  return { recordId: record.id, decision };
});

/** The decision behind a record was set aside (撤销决定被依法撤销): the record goes at once. */
export const withdrawRecord = defineUseCase("credit.withdraw-record", WithdrawRecordInput, async (ctx, { contractId, documentNo, reasons }) => {
  const contract = await lockRevoked(ctx, contractId);
  ctx.authorise({ divisionCode: contract.office?.divisionCode });
  const record = recordIn(contract);
  const today = dayOf(ctx.clock.now());
  if (recordView(record, today).state !== "SHOWN") refuse("REPAIR_NOT_SHOWN");
  await end(ctx, contract, { ...endedBy("WITHDRAWN", today, documentNo), repairDueAt: null, repairAnswer: reasons }, { withdrawn: true, documentNo, reasons });
  await notifyOrganisation(ctx, contract.applicantId, ["SELLER", "BUYER"], { kind: "credit.withdrawn", params: named(contract), link: `/desk/contracts/${contractId}` });
  return { recordId: record.id };
});

function recordIn({ sectorRecord, id }: Revoked) {
  return sectorRecord ?? notFound("sector-record", id);
}

function endedBy(ended: "REPAIRED" | "WITHDRAWN", on: Day, endDocumentNo: string) {
  return { ended, endedOn: dateColumn(on), endDocumentNo };
}

async function end(ctx: Context, contract: Revoked, data: object, said: object): Promise<void> {
  const record = recordIn(contract);
  await ctx.tx.sectorRecord.update({ where: { id: record.id }, data });
  ctx.record({ type: "sectorRecord", id: record.id, divisionCode: record.divisionCode, before: { ended: record.ended }, after: said });
}
