import type { Prisma } from "../generated/client.ts";
import { toJson, type Json } from "../shared/canonical.ts";
import type { Tx } from "../shared/database.ts";
import { searchVector, type SearchPart } from "./bigrams.ts";
import { cardOf } from "./entry-row.ts";
import { marksOf } from "./marks.ts";
import { bandOf } from "./price-bands.ts";
import type { SearchKind } from "./search.schema.ts";

/** Something public as the search knows it. What is not public has no entry, so that no search can ever show it. */
export type Entry = {
  readonly kind: SearchKind;
  readonly subjectId: string;
  /** The result that a listing offers: its words change with the result's. */
  readonly aboutId?: string;
  /** A number that it is known by, beside its words. */
  readonly alias?: string;
  readonly title: string;
  readonly titleEn: string | null;
  /** Where an excerpt is taken from. */
  readonly text: string;
  readonly parts: readonly SearchPart[];
  readonly owner: { readonly id: string; readonly name: string; readonly nameEn: string | null };
  readonly field: string | null;
  readonly divisionCode: string;
  readonly stage: string | null;
  readonly modes: readonly string[];
  readonly priceFen: bigint | null;
  readonly dueAt: Date | null;
  readonly at: Date;
  /** What else a list shows of it. */
  readonly card: { readonly [key: string]: Json | undefined };
};

const TEXT_MAX = 2_000;

/** The columns of an entry, and the text of its vector: words and marks together. Also what a bulk load writes. */
export function entryColumns(entry: Entry) {
  const { kind, subjectId, title, titleEn, field, divisionCode, stage, priceFen, dueAt, at } = entry;
  const region = divisionCode.slice(0, 2);
  const priceBand = bandOf(priceFen).code;
  const marks = marksOf({ kind, field, region, stage, price: priceBand, modes: entry.modes, owner: entry.owner.id, at });
  const columns = {
    kind, subjectId, aboutId: entry.aboutId ?? null, alias: entry.alias ?? null, title, titleEn, text: entry.text.slice(0, TEXT_MAX), ownerId: entry.owner.id, ownerName: entry.owner.name, field, region, divisionCode, stage,
    modes: [...entry.modes], priceFen, priceBand, dueAt, at, marks, card: cardOf(entry),
  };
  return { columns, vector: `${vectorOf(entry.parts, entry.alias)} ${marks.map((mark) => `'${mark}'`).join(" ")}` };
}

/** Puts something public where it is found, or puts it right. In the transaction that made it public. */
export async function putEntry(tx: Tx, entry: Entry): Promise<void> {
  const { columns, vector } = entryColumns(entry);
  const { kind, subjectId, card, ...rest } = columns;
  const data = { ...rest, card: toJson(card) as Prisma.InputJsonValue };
  await tx.searchEntry.upsert({ where: { kind_subjectId: { kind, subjectId } }, create: { kind, subjectId, ...data }, update: data });
  await tx.$executeRaw`update search_entry set search = ${vector}::tsvector where kind = ${kind}::"SearchKind" and subject_id = ${subjectId}::uuid`;
}

/** What offers a result is found by the result's new words from now on. */
export async function renameEntriesAbout(tx: Tx, aboutId: string, { title, titleEn, text, parts }: Pick<Entry, "title" | "titleEn" | "text" | "parts">): Promise<void> {
  for (const { kind, subjectId, alias } of await tx.searchEntry.findMany({ where: { aboutId }, select: { kind: true, subjectId: true, alias: true } })) {
    await tx.$executeRaw`
      update search_entry set title = ${title}, title_en = ${titleEn}, text = ${text.slice(0, TEXT_MAX)}, search = ${vectorOf(parts, alias)}::tsvector || array_to_tsvector(marks)
      where kind = ${kind}::"SearchKind" and subject_id = ${subjectId}::uuid`;
  }
}

function vectorOf(parts: readonly SearchPart[], alias: string | null | undefined): string {
  return searchVector(alias ? [...parts, { text: alias, weight: "B" }] : parts);
}

/** What is not public any more is found no more. */
export async function dropEntry(tx: Tx, kind: SearchKind, subjectId: string): Promise<void> {
  await tx.searchEntry.deleteMany({ where: { kind, subjectId } });
}
