import { z } from "zod";
import { notifyPerson } from "../notification/index.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { mayStep, step } from "../shared/machine.ts";
import { Id } from "../shared/input.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { IMPORT_MOVES, type ImportEvent } from "./contract-import.machine.ts";
import { ImportInput } from "./contract-import.schema.ts";

type Change = { readonly startedAt?: Date; readonly finishedAt?: Date; readonly progressBp?: number; readonly fault?: { readonly code: string; readonly details: Readonly<Record<string, string | number>> } };

async function load(ctx: Context, importId: string) {
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`select id from contract_import where id = ${importId}::uuid for update`;
  if (!row) notFound("contract-import", importId);
  return ctx.tx.contractImport.findUniqueOrThrow({ where: { id: importId } });
}
type Loaded = Awaited<ReturnType<typeof load>>;

async function move(ctx: Context, row: Loaded, event: ImportEvent, change: Change = {}) {
  const state = step(IMPORT_MOVES, row.state, event);
  const { fault, ...columns } = change;
  const { count } = await ctx.tx.contractImport.updateMany({ where: { id: row.id, state: row.state }, data: { ...columns, state, ...(fault ? { fault } : {}) } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict");
  ctx.record({ type: "contract-import", id: row.id, divisionCode: row.divisionCode, before: { state: row.state }, after: { state, rowsRead: row.rowsRead, rowsMerged: row.rowsMerged, rowsBad: row.rowsBad, ...(fault ? { fault } : {}) } });
  return { importId: row.id, state };
}

async function tellUploader(ctx: Context, row: Loaded): Promise<void> {
  if (row.uploadedById === null) return;
  await notifyPerson(ctx, row.uploadedById, {
    kind: "contract-import.ended",
    params: { fileName: row.fileName, merged: String(row.rowsMerged), bad: String(row.rowsBad) },
    link: `/desk/contracts/import?import=${row.id}`,
  });
}

export const beginImport = defineUseCase("contract-import.run", ImportInput, async (ctx, { importId }) => {
  const row = await load(ctx, importId);
  ctx.authorise();
  return move(ctx, row, "begin", { startedAt: ctx.clock.now() });
});

/** The file is read: good rows were taken as they came, or, where all or none was asked for, the whole of it is now taken or refused. */
export const finishImport = defineUseCase("contract-import.run", ImportInput, async (ctx, { importId }) => {
  const row = await load(ctx, importId);
  ctx.authorise();
  const event = eventWhenRead(row);
  const over = event !== "merge";
  const moved = await move(ctx, row, event, over ? { finishedAt: ctx.clock.now(), progressBp: 10_000 } : {});
  if (over) await tellUploader(ctx, row);
  return moved;
});

/** Where a file stands once every row has been read. */
export function eventWhenRead({ state, choice, rowsBad, rowsGood }: Pick<Loaded, "state" | "choice" | "rowsBad" | "rowsGood">): ImportEvent {
  if (state !== "RUNNING" || choice === "GOOD" || (rowsBad === 0 && rowsGood === 0)) return "finish";
  return rowsBad > 0 ? "refuse" : "merge";
}

const FailInput = z.object({ importId: Id, code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) });

export const failImport = defineUseCase("contract-import.run", FailInput, async (ctx, { importId, code, details }) => {
  const row = await load(ctx, importId);
  ctx.authorise();
  const moved = await move(ctx, row, "fail", { finishedAt: ctx.clock.now(), fault: { code, details } });
  await tellUploader(ctx, row);
  return moved;
});

/** The uploader stops an import; rows that were taken before stay as drafts and are not taken again. */
export const cancelImport = defineUseCase("contract-import.cancel", ImportInput, async (ctx, { importId }) => {
  const row = await load(ctx, importId);
  ctx.authorise({ ownerId: row.organisationId });
  if (!mayStep(IMPORT_MOVES, row.state, "cancel")) throw new DomainError("IMPORT_NOT_OPEN", "conflict");
  return move(ctx, row, "cancel", { finishedAt: ctx.clock.now() });
});
