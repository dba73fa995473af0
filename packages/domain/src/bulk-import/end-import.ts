import { notifyPerson } from "../notification/index.ts";
import { notFound } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { ImportInput } from "./bulk-import.schema.ts";
import { countsOf } from "./import.queries.ts";

/** All rows are settled, or the file cannot be read: whoever handed it in is told, and gets the report. */
export const endImport = defineUseCase("bulk-import.end", ImportInput, async (ctx, { importId }) => {
  ctx.authorise();
  await ctx.tx.$queryRaw`select 1 from bulk_import where id = ${importId}::uuid for update`;
  const row = (await ctx.tx.bulkImport.findUnique({ where: { id: importId }, include: { owner: { select: { divisionCode: true } } } })) ?? notFound("bulk-import", importId);
  const counts = await countsOf(ctx.tx, importId);
  const state = row.fault === null ? "DONE" : "FAILED";
  ctx.record({ type: "bulk-import", id: importId, divisionCode: row.owner.divisionCode, before: { state: row.state }, after: { state, ...counts } });
  if (row.endedAt !== null || (state === "DONE" && counts.WAITING > 0)) return { importId, state: row.state };
  await ctx.tx.bulkImport.update({ where: { id: importId }, data: { state, endedAt: ctx.clock.now() } });
  if (row.createdById !== null) {
    const params = { file: row.fileName, accepted: String(counts.ACCEPTED), repeated: String(counts.REPEATED), refused: String(counts.REFUSED) };
    await notifyPerson(ctx, row.createdById, { kind: state === "DONE" ? "bulk-import.done" : "bulk-import.failed", params, link: `/desk/imports/${importId}` });
  }
  return { importId, state };
});
