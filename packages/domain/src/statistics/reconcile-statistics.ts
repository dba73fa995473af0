import { z } from "zod";
import type { Prisma } from "../generated/client.ts";
import { partyKey } from "../contract/index.ts";
import { STANDING_STATES } from "../recognition/index.ts";
import { addDays, day, startOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { splitFen } from "../shared/money.ts";
import { defineQuery } from "../shared/use-case.ts";
import { CELL_KEY } from "./dimensions.ts";
import { differenceRows, type CountedParty, type CountedRegistration, type DifferenceRow } from "./registration-rows.rules.ts";

const ReconcileInput = z.object({ year: z.coerce.number().int().min(2000).max(2100), month: z.coerce.number().int().min(1).max(12) });
const AT_A_TIME = 500;
const MOST_SHOWN = 50;
const EVENTS = ["ContractRegistered", "ContractAmended", "ContractCancelled", "ContractRevoked"];

const CELL_FIELDS = [
  "year", "month", "sellerDivision", "buyerDivision", "officeDivision", "contractType", "field", "sellerType", "buyerType", "ipKind", "programme", "objective", "industry", "payment", "amountBand",
] as const satisfies readonly (keyof DifferenceRow)[];

type Sum = { readonly contracts: number; readonly turnoverFen: bigint; readonly technicalFen: bigint };
export type CellFault = { readonly cell: string; readonly counted: Sum | null; readonly found: Sum | null };

/**
 * Counts the standing registrations of a month anew from the contracts themselves and compares every cell with what the statistics say.
 * While events wait to be handled the two may differ; `waiting` says how many do.
 */
export const reconcileStatistics = defineQuery("statistics.reconcile", ReconcileInput, async (ctx, period) => {
  ctx.authorise();
  return ctx.db.$transaction(
    async (tx) => {
      const waiting = await tx.outboxEvent.count({ where: { type: { in: EVENTS }, handledAt: null } });
      const counted = await countAnew(tx, period);
      const found = await readCells(tx, period);
      const faults = [...new Set([...counted.cells.keys(), ...found.keys()])]
        .map((cell): CellFault => ({ cell, counted: counted.cells.get(cell) ?? null, found: found.get(cell) ?? null }))
        .filter(({ counted: a, found: b }) => !isSame(a, b));
      return { ...period, contracts: counted.contracts, cells: found.size, waiting, faultCount: faults.length, faults: faults.slice(0, MOST_SHOWN) };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 120_000 },
  );
});

const NOTHING: Sum = { contracts: 0, turnoverFen: 0n, technicalFen: 0n };

function isSame(a: Sum | null, b: Sum | null): boolean {
  const [left, right] = [a ?? NOTHING, b ?? NOTHING];
  return left.contracts === right.contracts && left.turnoverFen === right.turnoverFen && left.technicalFen === right.technicalFen;
}

function plus(a: Sum, b: Sum): Sum {
  return { contracts: a.contracts + b.contracts, turnoverFen: a.turnoverFen + b.turnoverFen, technicalFen: a.technicalFen + b.technicalFen };
}

type Period = z.infer<typeof ReconcileInput>;

/** One month in memory, as cells; the contracts pass through a page at a time. */
async function countAnew(tx: Tx, { year, month }: Period) {
  const first = day(`${year}-${String(month).padStart(2, "0")}-01`);
  const next = day(`${addDays(first, 31).slice(0, 7)}-01`);
  const cells = new Map<string, Sum>();
  let contracts = 0;
  for (let after: string | undefined; ; ) {
    const rows = await tx.contract.findMany({
      where: { state: { in: [...STANDING_STATES] }, registeredAt: { gte: startOfDay(first), lt: startOfDay(next) }, ...(after === undefined ? {} : { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: AT_A_TIME,
      select: COUNTED_COLUMNS,
    });
    for (const row of rows) {
      for (const one of differenceRows(countedOf(row, { year, month }), 1)) {
        const cell = CELL_FIELDS.map((field) => one[field]).join("|");
        cells.set(cell, plus(cells.get(cell) ?? NOTHING, one));
      }
    }
    contracts += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < AT_A_TIME) return { cells, contracts };
  }
}

const COUNTED_COLUMNS = {
  id: true, contractType: true, field: true, ipKinds: true, programme: true, objective: true, industry: true, payment: true, turnoverFen: true, technicalFen: true,
  office: { select: { divisionCode: true } },
  parties: { orderBy: { position: "asc" }, select: { side: true, name: true, creditCode: true, divisionCode: true, partyType: true, country: true, shareBp: true } },
} as const satisfies Prisma.ContractSelect;

function countedOf(row: Prisma.ContractGetPayload<{ select: typeof COUNTED_COLUMNS }>, { year, month }: Period): CountedRegistration {
  const side = (name: "SELLER" | "BUYER"): CountedParty[] => {
    const parties = row.parties.filter((party) => party.side === name);
    const equal = splitFen(10_000n, parties.map(() => 1n));
    return parties.map((party, i) => ({ key: partyKey(party), division: party.divisionCode ?? "", type: party.partyType ?? "", country: party.country, shareBp: party.shareBp ?? Number(equal[i]) }));
  };
  return {
    contractId: row.id, edition: 1, year, month, officeDivision: row.office?.divisionCode ?? "", contractType: row.contractType ?? "", field: row.field ?? "", ipKind: row.ipKinds[0] ?? "0",
    programme: row.programme ?? "0", objective: row.objective ?? "", industry: row.industry ?? "", payment: row.payment ?? "",
    turnoverFen: String(row.turnoverFen ?? 0n), technicalFen: String(row.technicalFen ?? 0n), sellers: side("SELLER"), buyers: side("BUYER"),
  };
}

async function readCells(tx: Tx, { year, month }: Period): Promise<ReadonlyMap<string, Sum>> {
  const rows = await tx.$queryRaw<(Sum & { readonly cell: string })[]>`
    select concat_ws('|', ${CELL_KEY}) as cell, sum(contracts)::int as contracts, sum(turnover_fen)::bigint as "turnoverFen", sum(technical_fen)::bigint as "technicalFen"
    from (
      select ${CELL_KEY}, contracts, turnover_fen, technical_fen from statistics_cell where year = ${year} and month = ${month}
      union all
      select ${CELL_KEY}, contracts, turnover_fen, technical_fen from statistics_difference where merged_at is null and year = ${year} and month = ${month}
    ) as counted group by ${CELL_KEY} having sum(contracts) <> 0 or sum(turnover_fen) <> 0 or sum(technical_fen) <> 0`;
  return new Map(rows.map(({ cell, ...sum }) => [cell, sum]));
}
