import { z } from "zod";
import { organisationOf } from "../../shared/actor.ts";
import { dayOf, daysBetween } from "../../shared/clock.ts";
import { PageInput, decodeTimeCursor, pageOf } from "../../shared/paging.ts";
import { defineQuery } from "../../shared/use-case.ts";

export const ListAppealsInput = PageInput.extend({ open: z.stringbool().or(z.boolean()).default(true) });

/** Appeals of a province's applicants against refusals, what is due first on top; decided ones, last filed on top. */
export const listAppeals = defineQuery("recognition.list-appeals", ListAppealsInput, async (ctx, { open, limit, cursor }) => {
  const area = organisationOf(ctx.actor)?.jurisdiction ?? "";
  ctx.authorise({ divisionCode: area === "" ? null : area.padEnd(6, "0") });
  const after = decodeTimeCursor(cursor);
  const today = dayOf(await ctx.now());
  const rows = await ctx.db.refusalAppeal.findMany({
    where: {
      divisionCode: { startsWith: area },
      state: open ? "FILED" : { not: "FILED" },
      ...(after ? { OR: open ? [{ dueAt: { gt: after.at } }, { dueAt: after.at, id: { gt: after.id } }] : [{ filedAt: { lt: after.at } }, { filedAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: open ? [{ dueAt: "asc" }, { id: "asc" }] : [{ filedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: { contract: { select: { projectName: true, secret: true, applicant: { select: { name: true } }, office: { select: { name: true } }, decisions: { where: { toState: "REFUSED" }, select: { no: true, at: true, grounds: true } } } } },
  });
  return pageOf(
    rows.map(({ contract, decisionNo, ...appeal }) => {
      const refusal = contract.decisions.find(({ no }) => no === decisionNo);
      return {
        appealId: appeal.id, contractId: appeal.contractId, state: appeal.state, grounds: appeal.grounds, filedAt: appeal.filedAt, dueAt: appeal.dueAt, decidedAt: appeal.decidedAt, reasons: appeal.reasons,
        projectName: contract.projectName, applicantName: contract.applicant.name, officeName: contract.office?.name ?? "",
        daysLeft: daysBetween(today, dayOf(new Date(appeal.dueAt.getTime() - 1))),
        refusedAt: refusal?.at ?? null,
        refusals: reasonsOf(refusal?.grounds),
      };
    }),
    limit,
    ({ dueAt, filedAt, appealId }) => [(open ? dueAt : filedAt).toISOString(), appealId],
  );
});

const Refusal = z.object({ reasons: z.array(z.object({ code: z.string(), fact: z.string() })) });

function reasonsOf(grounds: unknown): readonly { readonly code: string; readonly fact: string }[] {
  return Refusal.safeParse(grounds).data?.reasons ?? [];
}
