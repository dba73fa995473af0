import { notifyAuthority, notifyOrganisation } from "../notification/index.ts";
import { calendarFor } from "../reference/index.ts";
import { personIdOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { mayStep, step } from "../shared/machine.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { JudgeItemInput, RemedyItemInput } from "./inspection.schema.ts";
import { INSPECTION_MOVES, REVIEW_MOVES, type InspectionEvent } from "./review.machine.ts";
import { reviewDueAt } from "./review-limit.rules.ts";
import { loadReview, moveReview } from "./review.repository.ts";

type Asked = { readonly inspectionId: string; readonly no: number; readonly version?: number | undefined };

async function loadItem(ctx: Context, { inspectionId, no }: Asked) {
  const item = await ctx.tx.inspectionItem.findUnique({
    where: { inspectionId_no: { inspectionId, no } },
    include: { inspection: { select: { officeId: true, divisionCode: true } }, contract: { select: { id: true, projectName: true, registrationNo: true } } },
  });
  return item ?? notFound("inspection-item", `${inspectionId}/${no}`);
}
type Item = Awaited<ReturnType<typeof loadItem>>;

async function moveItem(ctx: Context, item: Item, event: InspectionEvent, { words, version }: { readonly words: string; readonly version?: number | undefined }) {
  if (version !== undefined && version !== item.version) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const to = step(INSPECTION_MOVES, item.state, event);
  const { inspectionId, no } = item;
  const { count } = await ctx.tx.inspectionItem.updateMany({ where: { inspectionId, no, state: item.state, version: item.version }, data: { state: to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  const { _max } = await ctx.tx.inspectionStep.aggregate({ where: { inspectionId, itemNo: no }, _max: { no: true } });
  await ctx.tx.inspectionStep.create({ data: { inspectionId, itemNo: no, no: (_max.no ?? 0) + 1, event, fromState: item.state, toState: to, byId: personIdOf(ctx.actor), at: ctx.clock.now(), words } });
  ctx.record({ type: "inspection", id: inspectionId, divisionCode: item.inspection.divisionCode, before: { no, state: item.state }, after: { no, state: to, event, words, contractId: item.contractId } });
  return { inspectionId, no, version: item.version + 1, state: to };
}

/** The inspecting province judges a drawn file: in order, a defect to be remedied, a remedy that does or does not satisfy, or on to revocation. */
export const judgeItem = defineUseCase("inspection.judge", JudgeItemInput, async (ctx, input) => {
  const item = await loadItem(ctx, input);
  ctx.authorise({ divisionCode: item.inspection.divisionCode });
  const judged = await moveItem(ctx, item, input.event, input);
  if (input.event === "refer") await reopenReview(ctx, item, input.words);
  if (input.event === "findDefect" || input.event === "rejectRemedy") {
    await notifyOrganisation(ctx, item.inspection.officeId, ["REGISTRAR", "RECOGNITION_REVIEWER"], { kind: "inspection.defect", params: named(item), link: `/desk/inspections/${item.inspectionId}` });
  }
  return judged;
});

/** The office says how it has mended what was found (整改). */
export const remedyItem = defineUseCase("inspection.remedy", RemedyItemInput, async (ctx, input) => {
  const item = await loadItem(ctx, input);
  ctx.authorise({ officeId: item.inspection.officeId });
  const remedied = await moveItem(ctx, item, "remedy", input);
  await notifyAuthority(ctx, item.inspection.divisionCode, { kind: "inspection.remedied", params: named(item), link: `/desk/inspections/${item.inspectionId}` });
  return remedied;
});

/** A file that is referred lies before the province again, where a revocation begins with its notice. */
async function reopenReview(ctx: Context, item: Item, reasons: string): Promise<void> {
  const review = await loadReview(ctx.tx, { contractId: item.contractId });
  if (!mayStep(REVIEW_MOVES, review.state, "reopen")) return;
  const dueAt = reviewDueAt(dayOf(ctx.clock.now()), ["ALERT"], calendarFor());
  await moveReview(ctx, review, "reopen", { change: { dueAt, decidedAt: null, sampled: true }, content: { reasons, inspectionId: item.inspectionId } });
  await ctx.due("review.remind", review.id, dueAt);
}

function named({ contract }: Item): { projectName: string; registrationNo: string } {
  return { projectName: contract.projectName, registrationNo: contract.registrationNo ?? "" };
}
