import { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { axesOf, axisColumns, belongsTo, CELL_KEY, groupedBy, groupingSets, type Area, type Axis } from "./dimensions.ts";

/** By whose place a contract counts: of the seller (输出), of the buyer (吸纳), of the office that registered it (登记). */
export type Basis = "output" | "absorbed" | "registered";
export type Measures = { readonly contracts: number; readonly turnoverFen: bigint; readonly technicalFen: bigint };
export type Code = { readonly code: string; readonly toCode: string };
export type CubeRow = Code & Readonly<Record<Basis | "local", Measures>>;
export type Cube = ReadonlyMap<Axis, readonly CubeRow[]>;

/** January to `toMonth` of a year. */
export type Period = { readonly year: number; readonly toMonth: number };

/** Cells and the differences that wait to be merged into them: each registration once, in one snapshot. */
const COUNTED = Prisma.sql`
  (select ${CELL_KEY}, contracts, turnover_fen, technical_fen from statistics_cell
   union all
   select ${CELL_KEY}, contracts, turnover_fen, technical_fen from statistics_difference where merged_at is null) as counted`;

const SIDES = { output: Prisma.sql`is_output`, absorbed: Prisma.sql`is_absorbed`, registered: Prisma.sql`is_registered`, local: Prisma.sql`(is_output and is_absorbed)` } as const;

type Side = keyof typeof SIDES;
type FlatRow = Code & { readonly axis: Axis } & Readonly<Record<`${Side}Contracts`, number>> & Readonly<Record<`${Side}TurnoverFen` | `${Side}TechnicalFen`, bigint>>;

const SUMS = Prisma.join(
  (Object.keys(SIDES) as Side[]).flatMap((side) => [
    Prisma.sql`coalesce(sum(contracts) filter (where ${SIDES[side]}), 0)::int as ${Prisma.raw(`"${side}Contracts"`)}`,
    Prisma.sql`coalesce(sum(turnover_fen) filter (where ${SIDES[side]}), 0)::bigint as ${Prisma.raw(`"${side}TurnoverFen"`)}`,
    Prisma.sql`coalesce(sum(technical_fen) filter (where ${SIDES[side]}), 0)::bigint as ${Prisma.raw(`"${side}TechnicalFen"`)}`,
  ]),
);

function unflat(row: FlatRow): CubeRow {
  const of = (side: Side): Measures => ({ contracts: row[`${side}Contracts`], turnoverFen: row[`${side}TurnoverFen`], technicalFen: row[`${side}TechnicalFen`] });
  return { code: row.code, toCode: row.toCode, output: of("output"), absorbed: of("absorbed"), registered: of("registered"), local: of("local") };
}

function byAxis<Row extends { readonly axis: Axis }, Out>(rows: readonly Row[], make: (row: Row) => Out): ReadonlyMap<Axis, readonly Out[]> {
  const found = new Map<Axis, Out[]>();
  for (const row of rows) {
    const made = found.get(row.axis);
    if (made) made.push(make(row));
    else found.set(row.axis, [make(row)]);
  }
  return found;
}

/** The tables of an area and period by these axes, from one pass over the cells. */
export async function readCube(tx: Pick<Tx, "$queryRaw">, area: Area, { year, toMonth }: Period, axes: readonly Axis[] = axesOf(area)): Promise<Cube> {
  const rows = await tx.$queryRaw<FlatRow[]>`
    with base as (
      select ${axisColumns(area)}, contracts, turnover_fen, technical_fen from ${COUNTED} where year = ${year} and month <= ${toMonth} and ${belongsTo(area)}
    )
    select ${groupedBy(axes)}, ${SUMS} from base group by grouping sets (${groupingSets(axes)})`;
  return byAxis(rows, unflat);
}

/** The totals of an area year by year. */
export async function readYears(tx: Pick<Tx, "$queryRaw">, area: Area): Promise<readonly CubeRow[]> {
  const rows = await tx.$queryRaw<FlatRow[]>`
    with base as (select year, ${axisColumns(area)}, contracts, turnover_fen, technical_fen from ${COUNTED} where ${belongsTo(area)})
    select 'year' as axis, year::text as code, '' as "toCode", ${SUMS} from base group by year order by year`;
  return rows.map(unflat);
}

export type UnitRow = Code & { readonly side: "output" | "absorbed"; readonly units: number; readonly largestFen: bigint };
export type Units = ReadonlyMap<Axis, readonly UnitRow[]>;

/** Which axes are asked about on which side. */
export type UnitAxes = Readonly<Record<"output" | "absorbed", readonly Axis[]>>;

/** How many units stand behind each figure and how much the largest of them has: sellers behind output, buyers behind what was absorbed. */
export async function readUnits(tx: Pick<Tx, "$queryRaw">, area: Area, { year, toMonth }: Period, axes: UnitAxes): Promise<Units> {
  const half = (side: "output" | "absorbed", key: Prisma.Sql): readonly Prisma.Sql[] => axes[side].length === 0 ? [] : [Prisma.sql`
    select ${side} as side, axis, code, "toCode", count(*)::int as units, greatest(max(turnover_fen), 0)::bigint as "largestFen"
    from (
      select ${groupedBy(axes[side])}, sum(turnover_fen) as turnover_fen from base where ${SIDES[side]}
      group by grouping sets (${groupingSets(axes[side], key)}) having sum(contracts) <> 0 or sum(turnover_fen) <> 0
    ) as by_unit group by axis, code, "toCode"`];
  const halves = [...half("output", Prisma.sql`seller_key`), ...half("absorbed", Prisma.sql`buyer_key`)];
  if (halves.length === 0) return new Map();
  const rows = await tx.$queryRaw<(UnitRow & { readonly axis: Axis })[]>`
    with base as (
      select seller_key, buyer_key, ${axisColumns(area)}, contracts, turnover_fen from statistics_difference where year = ${year} and month <= ${toMonth} and ${belongsTo(area)}
    )
    ${Prisma.join(halves, " union all ")}`;
  return byAxis(rows, ({ axis: _axis, ...row }) => row);
}

export type BalanceUnits = Readonly<Record<"local" | "outflow" | "inflow", { readonly units: number; readonly largestFen: bigint }>>;

/** The units behind the flows of an area: sellers behind what stays and what goes out, buyers behind what comes in. */
export async function readBalanceUnits(tx: Pick<Tx, "$queryRaw">, area: Area, { year, toMonth }: Period): Promise<BalanceUnits> {
  const flow = (name: keyof BalanceUnits, key: Prisma.Sql, which: Prisma.Sql): Prisma.Sql => Prisma.sql`
    select ${name} as name, count(*)::int as units, coalesce(max(turnover_fen), 0)::bigint as "largestFen"
    from (select sum(turnover_fen) as turnover_fen from base where ${which} group by ${key} having sum(contracts) <> 0 or sum(turnover_fen) <> 0) as by_unit`;
  const rows = await tx.$queryRaw<{ name: keyof BalanceUnits; units: number; largestFen: bigint }[]>`
    with base as (
      select seller_key, buyer_key, ${axisColumns(area)}, contracts, turnover_fen from statistics_difference where year = ${year} and month <= ${toMonth} and ${belongsTo(area)}
    )
    ${flow("local", Prisma.sql`seller_key`, SIDES.local)}
    union all ${flow("outflow", Prisma.sql`seller_key`, Prisma.sql`is_output and not is_absorbed`)}
    union all ${flow("inflow", Prisma.sql`buyer_key`, Prisma.sql`is_absorbed and not is_output`)}`;
  return Object.fromEntries(rows.map(({ name, ...row }) => [name, row])) as BalanceUnits;
}
