import type { Deps } from "@ttx/domain/shared/database";

type Cell = string | number | bigint | boolean | Date | null | readonly string[] | object;
type Transaction = Parameters<Parameters<Deps["db"]["$transaction"]>[0]>[0];

/**
 * Many rows in one statement whose text and plan do not grow with their number. Columns are named as in the schema's models and must be the
 * same in every row; a row that is there already stays as it is.
 */
export async function insertRows(tx: Pick<Transaction, "$executeRawUnsafe">, table: string, rows: readonly Readonly<Record<string, Cell>>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map((key) => `"${columnOf(key)}"`).join(", ");
  const json = JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [columnOf(key), typeof cell === "bigint" ? String(cell) : cell]))));
  await tx.$executeRawUnsafe(`insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb) on conflict do nothing`, json);
}

function columnOf(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
