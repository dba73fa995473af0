import type { NotificationKind } from "../notification/index.ts";
import { notFound } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import { isWithheld, WITHHELD_TITLE } from "../shared/withheld.ts";
import type { NoticeChange } from "./interest-input.ts";
import type { Told } from "./told.ts";

const KINDS = {
  RESULT_ON_NOTICE: "following.result-on-notice",
  NOTICE_RESTARTED: "following.notice-restarted",
  NOTICE_RETURNED: "following.notice-returned",
  NOTICE_CLEARED: "following.notice-cleared",
  NOTICE_CANCELLED: "following.notice-cancelled",
  NOTICE_EXPIRED: "following.notice-expired",
} as const satisfies Record<NoticeChange, NotificationKind>;

/** A notice is followed by its result. One given up before it was published is nobody's matter, and what is withheld is not named. */
export async function ofNotice(ctx: Context, change: NoticeChange, id: string): Promise<Told> {
  const row = (await ctx.tx.publicNotice.findUnique({ where: { id }, select: { no: true, publishedAt: true, resultId: true, result: { select: { title: true, state: true } } } })) ?? notFound("notice", id);
  const told = { kind: "RESULT", subjectId: row.resultId } as const;
  if (row.publishedAt === null) return { ...told, message: null };
  const withheld = isWithheld(row.result);
  const params = { title: withheld ? WITHHELD_TITLE : row.result.title, notice: row.no, reason: await reasonFor(ctx, change, id) };
  return { ...told, message: { kind: KINDS[change], params, ...(withheld ? {} : { link: `/notices/${id}` }) } };
}

/** As it stands in the notice's public timeline. */
async function reasonFor(ctx: Context, change: NoticeChange, noticeId: string): Promise<string> {
  if (change !== "NOTICE_CANCELLED" && change !== "NOTICE_RETURNED") return "";
  const last = await ctx.tx.noticeStep.findFirst({ where: { noticeId, reason: { not: null } }, orderBy: { no: "desc" }, select: { reason: true } });
  return last?.reason ?? "";
}
