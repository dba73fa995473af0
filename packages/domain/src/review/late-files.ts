import { calendarFor } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { workingDaysBetween } from "../shared/calendar.ts";
import { dayOf } from "../shared/clock.ts";
import { afterTimeCursor, PageInput, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";

/** States in which an office has something to do within a limit. */
const WITH_THE_OFFICE = ["SUBMITTED", "ACCEPTED", "SECOND_REVIEW", "CHANGE_PENDING", "RE_REVIEW"] as const;

/** Files of the area's offices whose limit is over (期限监督), the longest overdue on top. Of a secret contract no more than that it is late. */
export const lateFiles = defineQuery("review.office-performance", PageInput, async (ctx, { limit, cursor }) => {
  const area = organisationOf(ctx.actor)?.jurisdiction;
  ctx.authorise({ divisionCode: area === undefined || area === null ? null : area.padEnd(6, "0") });
  const now = await ctx.now();
  const rows = await ctx.db.contract.findMany({
    where: {
      office: { kind: "REGISTRATION_OFFICE", divisionCode: { startsWith: area ?? "" } },
      state: { in: [...WITH_THE_OFFICE] },
      nextDueAt: { lte: now },
      ...afterTimeCursor(cursor, "asc", "nextDueAt"),
    },
    orderBy: [{ nextDueAt: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: { id: true, projectName: true, state: true, secret: true, nextDueAt: true, office: { select: { name: true } } },
  });
  const today = dayOf(now);
  return pageOf(
    rows.map(({ office, secret, projectName, nextDueAt, ...row }) => ({
      ...row,
      projectName: secret === "none" ? projectName : "",
      secret: secret !== "none",
      officeName: office?.name ?? "",
      dueAt: nextDueAt!,
      // Over on a day off, it is late by the day to come.
      workingDaysLate: Math.max(1, -workingDaysBetween(calendarFor(), today, dayOf(new Date(nextDueAt!.getTime() - 1)))),
    })),
    limit,
    ({ dueAt, id }) => [dueAt.toISOString(), id],
  );
});
