import type { z } from "zod";
import type { Tx } from "./database.ts";

/** The version of a parameter that is in force at an instant: what a venue or province set for itself, else what holds for everyone, else the rule's own value. */
export async function readParameter<Value>(db: Pick<Tx, "parameter">, key: string, schema: z.ZodType<Value>, at: Date, otherwise: Value, scope = ""): Promise<Value> {
  for (const where of scope === "" ? [""] : [scope, ""]) {
    const row = await db.parameter.findFirst({ where: { key, scope: where, effectiveFrom: { lte: at } }, orderBy: { version: "desc" }, select: { value: true } });
    if (row) return schema.parse(row.value);
  }
  return otherwise;
}
