import { refuse } from "../shared/errors.ts";
import { step } from "../shared/machine.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { notifyOrganisation } from "../notification/index.ts";
import { NOTICE_DUE } from "./notice.due.ts";
import { ObjectionFiled } from "./notice.events.ts";
import { NOTICE_MOVES } from "./notice.machine.ts";
import { lockNotice, moveNotice } from "./notice.repository.ts";
import { objectionRefusal, remainingDays } from "./notice.rules.ts";
import { noticeParametersAt } from "./notice-parameters.ts";
import { FileObjectionInput } from "./notice.schema.ts";

/** Anyone objects to a running notice (异议): by name, or without one but with facts. The clock stops until it is ruled on. Trading §6.2. */
export const fileObjection = defineUseCase("objection.file", FileObjectionInput, async (ctx, { noticeId, filedBy, contact, facts }) => {
  ctx.authorise();
  const notice = await lockNotice(ctx.tx, noticeId);
  const at = ctx.clock.now();
  const isStopped = notice.state === "OBJECTED";
  const isOpen = (notice.state === "RUNNING" || isStopped) && notice.publishedAt !== null;
  const refusal = isOpen
    ? objectionRefusal({ isNamed: filedBy !== "", facts, filedAt: at, windowStartsAt: notice.publishedAt!, windowEndsAt: isStopped ? new Date(at.getTime() + 1) : notice.endsAt! })
    : "OUTSIDE_THE_WINDOW";
  if (refusal) refuse(`OBJECTION_${refusal}`);

  const state = step(NOTICE_MOVES, notice.state, "object");
  const rest = isStopped ? notice.remainingDays! : remainingDays({ runningSince: notice.runningSince!, days: notice.remainingDays ?? notice.days, objectedAt: at }, await noticeParametersAt(ctx.tx, notice));
  const objection = await ctx.tx.objection.create({ data: { noticeId, filedBy: filedBy || null, contact: contact || null, facts, filedAt: at } });
  await moveNotice(ctx.tx, notice, state, { endsAt: null, remainingDays: rest }, { event: "object", effectiveAt: at, at });
  await ctx.notDue(NOTICE_DUE.clear, noticeId);
  ctx.record({ type: "notice", id: noticeId, divisionCode: notice.divisionCode, before: { state: notice.state }, after: { state, objectionId: objection.id, named: filedBy !== "", remainingDays: rest } });
  ctx.emit(ObjectionFiled, { type: "notice", id: noticeId }, { noticeId, objectionId: objection.id });
  await notifyOrganisation(ctx, notice.sellerId, ["ORG_ADMIN", "SELLER"], { kind: "notice.objected", params: { title: notice.result.title }, link: `/desk/notices/${noticeId}` });
  return { objectionId: objection.id, filedAt: at };
});
