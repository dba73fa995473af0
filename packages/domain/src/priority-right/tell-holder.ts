import { notifyOrganisation, notifyPerson, type Message } from "../notification/index.ts";
import { shanghaiTime } from "../shared/clock.ts";
import type { Context } from "../shared/use-case.ts";

type Reach = Pick<Context, "tx" | "clock" | "config">;
type Held = { readonly resultId: string; readonly holderId: string | null; readonly holderPersonId: string | null };

/** Where a holder finds what he is asked. */
const HOLDERS_PAGE = "/desk/priority-rights";

async function tellHolder(ctx: Reach, { holderId, holderPersonId }: Held, message: Message): Promise<void> {
  if (holderPersonId !== null) await notifyPerson(ctx, holderPersonId, message);
  if (holderId !== null) await notifyOrganisation(ctx, holderId, ["BUYER"], message);
}

async function titleOf(ctx: Reach, resultId: string): Promise<string> {
  return (await ctx.tx.result.findUniqueOrThrow({ where: { id: resultId }, select: { title: true } })).title;
}

/** A holder with an account is told by the platform that he is asked, and by when (通知). */
export async function tellAsked(ctx: Reach, right: Held, dueAt: Date): Promise<void> {
  if (right.holderId === null && right.holderPersonId === null) return;
  const params = { title: await titleOf(ctx, right.resultId), dueAt: shanghaiTime(dueAt) };
  await tellHolder(ctx, right, { kind: "priority-right.asked", params, link: HOLDERS_PAGE });
}

/** A holder with an account learns what the seller has recorded as his answer. */
export async function tellRecorded(ctx: Reach, right: Held): Promise<void> {
  if (right.holderId === null && right.holderPersonId === null) return;
  await tellHolder(ctx, right, { kind: "priority-right.recorded", params: { title: await titleOf(ctx, right.resultId) }, link: HOLDERS_PAGE });
}

type Answered = { readonly resultId: string; readonly ownerId: string; readonly subjectType: string; readonly subjectId: string; readonly holder: string };

export async function tellSellerOfAnswer(ctx: Reach, { resultId, ownerId, subjectType, subjectId, holder }: Answered, state: "EXERCISED" | "WAIVED"): Promise<void> {
  const params = { title: await titleOf(ctx, resultId), holder };
  const kind = state === "EXERCISED" ? "priority-right.exercised" : "priority-right.waived";
  await notifyOrganisation(ctx, ownerId, ["SELLER"], { kind, params, link: `/desk/${subjectType}s/${subjectId}` });
}
