import { z } from "zod";
import { DomainError } from "./errors.ts";

export const PAGE_LIMIT = 100;

/** Every list is read a page at a time, by cursor; `cursor` is what the page before returned. */
export const PageInput = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(20),
  cursor: z.string().max(500).optional(),
});
export type PageInput = z.infer<typeof PageInput>;

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/** Position of the last row of a page: the values of the sort columns, ending with the unique one. */
export function encodeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(position) && position.length === length && position.every((part) => typeof part === "string" || typeof part === "number")) {
      return position;
    }
  } catch {
    // falls through to the refusal below
  }
  throw new DomainError("CURSOR_INVALID", "invalid", {}, [{ path: "cursor", code: "CURSOR_INVALID" }]);
}

/** Cuts a list that was read with one row too many into a page. */
export function pageOf<Item>(rows: readonly Item[], limit: number, positionOf: (item: Item) => readonly (string | number)[]): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(positionOf(last)) : null };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The cursor of a list in order of time: the instant and the id of the last row. */
export function decodeTimeCursor(cursor: string | undefined): { readonly at: Date; readonly id: string } | null {
  const position = decodeCursor(cursor, 2);
  if (position === null) return null;
  const [at, id] = [new Date(String(position[0])), String(position[1])];
  if (Number.isNaN(at.getTime()) || !UUID.test(id)) throw new DomainError("CURSOR_INVALID", "invalid", {}, [{ path: "cursor", code: "CURSOR_INVALID" }]);
  return { at, id };
}

/** The condition "after the cursor" of such a list. */
export function afterTimeCursor(cursor: string | undefined, order: "asc" | "desc", column = "createdAt", idColumn = "id"): Record<string, unknown> {
  const position = decodeTimeCursor(cursor);
  if (position === null) return {};
  const beyond = order === "asc" ? "gt" : "lt";
  return { OR: [{ [column]: { [beyond]: position.at } }, { [column]: position.at, [idColumn]: { [beyond]: position.id } }] };
}
