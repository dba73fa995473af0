import { z } from "zod";
import type { Json } from "../shared/canonical.ts";
import type { SearchKind } from "./search.schema.ts";

type Card = { readonly [key: string]: Json | undefined };
const Owned = z.object({ ownerNameEn: z.string().nullable() });

/** What a list shows of an entry, with its owner's name in English, where it has one. */
export function cardOf({ card, owner }: { readonly card: Card; readonly owner: { readonly nameEn: string | null } }): Card {
  return { ...card, ownerNameEn: owner.nameEn };
}

export function ownerNameEnIn(card: unknown): string | null {
  return Owned.safeParse(card).data?.ownerNameEn ?? null;
}

export type EntryRow = {
  readonly kind: SearchKind; readonly subjectId: string; readonly title: string; readonly titleEn: string | null; readonly text: string; readonly ownerId: string; readonly ownerName: string; readonly ownerNameEn: string | null;
  readonly field: string | null; readonly divisionCode: string; readonly stage: string | null; readonly modes: readonly string[]; readonly priceFen: bigint | null; readonly dueAt: Date | null;
  readonly at: Date; readonly rank: number; readonly card: unknown;
};

/** The columns of an {@link EntryRow} but its rank, of `e`. */
export const SHOWN = `e.kind, e.subject_id as "subjectId", e.title, e.title_en as "titleEn", e.text, e.owner_id as "ownerId", e.owner_name as "ownerName", e.field, e.division_code as "divisionCode", e.stage, e.modes,
  e.price_fen::text as "priceFen", e.due_at as "dueAt", e.at, e.card`;

/** A row as it comes out of a statement: by itself, or within its JSON. */
export type WireRow = Omit<EntryRow, "priceFen" | "dueAt" | "at" | "ownerNameEn"> & { readonly priceFen: string | null; readonly dueAt: Date | string | null; readonly at: Date | string };

export function fromWire({ priceFen, dueAt, at, ...row }: WireRow): EntryRow {
  return { ...row, ownerNameEn: ownerNameEnIn(row.card), priceFen: priceFen === null ? null : BigInt(priceFen), dueAt: dueAt === null ? null : new Date(dueAt), at: new Date(at) };
}
