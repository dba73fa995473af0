import type { SectorRecord } from "../generated/client.ts";
import { dayOf, type Day } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { dateColumn, dayOfColumn } from "../shared/input.ts";
import type { Context } from "../shared/use-case.ts";
import { CONDUCTS, recordPeriod, recordState, type Conduct, type RecordClass } from "./credit.rules.ts";

export type NewRecord = { readonly organisationId: string; readonly contractId: string; readonly conduct: Conduct; readonly facts: string; readonly documentNo: string; readonly divisionCode: string };

/**
 * Puts a decided fact on the record of the technology market (技术市场信用记录): by the authority that decided it, with its document number and the date of
 * its decision. For the feature whose decision it is; nothing else makes a record, least of all an alert.
 */
export async function enterRecord(ctx: Context, { organisationId, contractId, conduct, facts, documentNo, divisionCode }: NewRecord): Promise<string> {
  const at = ctx.clock.now();
  const decidedOn = dayOf(at);
  const { recordClass } = CONDUCTS[conduct];
  const { repairFrom, shownUntil } = recordPeriod(recordClass, decidedOn);
  const { id } = await ctx.tx.sectorRecord.create({
    data: { organisationId, contractId, conduct, recordClass, facts, documentNo, divisionCode, decidedOn: dateColumn(decidedOn), repairFrom: dateColumn(repairFrom), shownUntil: dateColumn(shownUntil), createdAt: at },
  });
  ctx.record({ type: "sectorRecord", id, divisionCode, after: { organisationId, contractId, conduct, recordClass, documentNo, repairFrom, shownUntil } });
  return id;
}

/** A record as pages show it. */
export function recordView(row: SectorRecord, today: Day) {
  const conduct = row.conduct as Conduct;
  const shownUntil = dayOfColumn(row.shownUntil);
  return {
    recordId: row.id,
    conduct,
    recordClass: row.recordClass as RecordClass,
    facts: row.facts,
    documentNo: row.documentNo,
    decidedOn: dayOfColumn(row.decidedOn),
    repairFrom: dayOfColumn(row.repairFrom),
    shownUntil,
    state: recordState({ shownUntil, ended: row.ended as "REPAIRED" | "WITHDRAWN" | null }, today),
    endedOn: row.endedOn && dayOfColumn(row.endedOn),
    repairAskedAt: row.repairAskedAt,
    repairDueAt: row.repairDueAt,
    repairAnswer: row.repairAnswer,
  };
}
export type RecordView = ReturnType<typeof recordView>;

/** The records in use on a day of organisations known by their credit codes. */
export async function recordsInUse(db: Pick<Tx, "sectorRecord">, creditCodes: readonly string[], today: Day): Promise<readonly (RecordView & { readonly creditCode: string; readonly name: string })[]> {
  if (creditCodes.length === 0) return [];
  const rows = await db.sectorRecord.findMany({
    where: { ended: null, shownUntil: { gt: dateColumn(today) }, organisation: { creditCode: { in: [...creditCodes] } } },
    orderBy: { decidedOn: "desc" },
    include: { organisation: { select: { creditCode: true, name: true } } },
  });
  return rows.map(({ organisation, ...row }) => ({ ...recordView(row, today), ...organisation }));
}

/** The classes in use on a day by organisation, for drawing samples. */
export async function recordClassesOf(db: Pick<Tx, "sectorRecord">, organisationIds: readonly string[], today: Day): Promise<ReadonlyMap<string, readonly RecordClass[]>> {
  const rows = await db.sectorRecord.findMany({ where: { ended: null, shownUntil: { gt: dateColumn(today) }, organisationId: { in: [...new Set(organisationIds)] } }, select: { organisationId: true, recordClass: true } });
  const classes = new Map<string, RecordClass[]>();
  for (const { organisationId, recordClass } of rows) classes.set(organisationId, [...(classes.get(organisationId) ?? []), recordClass as RecordClass]);
  return classes;
}
