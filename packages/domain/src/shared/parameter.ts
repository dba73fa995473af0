import type { z } from "zod";
import type { Tx } from "./database.ts";

/** The version of a parameter that is in force at an instant: what a venue or province set for itself, else what holds for everyone, else the rule's own value. */
export async function readParameter<Value>(db: Pick<Tx, "parameter">, key: string, schema: z.ZodType<Value>, at: Date, otherwise: Value, scope = ""): Promise<Value> {
  return (await readParameters(db, key, schema, at, otherwise, [scope]))(scope);
}

/** The same for many who may have set it for themselves, in one question. */
export async function readParameters<Value>(db: Pick<Tx, "parameter">, key: string, schema: z.ZodType<Value>, at: Date, otherwise: Value, scopes: readonly string[]): Promise<(scope: string) => Value> {
  const rows = await db.parameter.findMany({
    where: { key, scope: { in: [...new Set([...scopes, ""])] }, effectiveFrom: { lte: at } },
    orderBy: [{ scope: "asc" }, { version: "desc" }],
    distinct: ["scope"],
    select: { scope: true, value: true },
  });
  const values = new Map(rows.map(({ scope, value }) => [scope, value]));
  return (scope) => {
    const value = values.get(scope) ?? values.get("");
    return value === undefined ? otherwise : schema.parse(value);
  };
}
