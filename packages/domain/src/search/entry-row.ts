import type { SearchKind } from "./search.schema.ts";

export type EntryRow = {
  readonly kind: SearchKind; readonly subjectId: string; readonly title: string; readonly titleEn: string | null; readonly text: string; readonly ownerId: string; readonly ownerName: string;
  readonly field: string | null; readonly divisionCode: string; readonly stage: string | null; readonly modes: readonly string[]; readonly priceFen: bigint | null; readonly dueAt: Date | null;
  readonly at: Date; readonly rank: number; readonly card: unknown;
};

/** The columns of an {@link EntryRow} but its rank, of `e`. */
export const SHOWN = `e.kind, e.subject_id as "subjectId", e.title, e.title_en as "titleEn", e.text, e.owner_id as "ownerId", e.owner_name as "ownerName", e.field, e.division_code as "divisionCode", e.stage, e.modes,
  e.price_fen::text as "priceFen", e.due_at as "dueAt", e.at, e.card`;

/** A row as it comes out of a statement: by itself, or within its JSON. */
export type WireRow = Omit<EntryRow, "priceFen" | "dueAt" | "at"> & { readonly priceFen: string | null; readonly dueAt: Date | string | null; readonly at: Date | string };

export function fromWire({ priceFen, dueAt, at, ...row }: WireRow): EntryRow {
  return { ...row, priceFen: priceFen === null ? null : BigInt(priceFen), dueAt: dueAt === null ? null : new Date(dueAt), at: new Date(at) };
}
