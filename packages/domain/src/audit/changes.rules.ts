import type { Json } from "../shared/canonical.ts";

/** One place in a record that differs between before and after; absent on one side is undefined. */
export type Change = { readonly path: string; readonly before: Json | undefined; readonly after: Json | undefined };

/** What an act changed, place by place, in the order of the record; places that stayed the same are left out. */
export function changesBetween(before: Json, after: Json, path = ""): Change[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesAt(before[key], after[key], path === "" ? key : `${path}.${key}`));
  }
  if (isRecord(before) && after === null && path === "") return Object.entries(before).map(([key, value]) => ({ path: key, before: value, after: undefined }));
  if (isRecord(after) && before === null && path === "") return Object.entries(after).map(([key, value]) => ({ path: key, before: undefined, after: value }));
  return changesAt(before, after, path);
}

function changesAt(before: Json | undefined, after: Json | undefined, path: string): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before !== undefined && after !== undefined && isRecord(before) && isRecord(after)) return changesBetween(before, after, path);
  return [{ path, before, after }];
}

function isRecord(value: Json): value is { readonly [key: string]: Json | undefined } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
