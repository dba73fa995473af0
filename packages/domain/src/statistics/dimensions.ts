import { Prisma } from "../generated/client.ts";

/** The columns that make a cell, in the order of its key. */
export const CELL_KEY = Prisma.sql`year, month, seller_division, buyer_division, office_division, contract_type, field, seller_type, buyer_type, ip_kind, programme, objective, industry, payment, amount_band`;

/** The row of the official tables for a place: its province, 7100 for 港澳台, 8000 abroad. The same as `regionOf`, for columns. */
function region(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${column} = '' then '8000' when left(${column}, 2) in ('71', '81', '82') then '7100' else left(${column}, 2) || '00' end`;
}

/** 机关、事业、社团、企业、自然人、其他: the roots of the party types. */
function partyGroup(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when left(${column}, 1) = '0' then left(${column}, 2) || '0' when left(${column}, 1) in ('1', '2', '3', '4', '5') then 'ENT' else left(${column}, 1) || '00' end`;
}

/** What a table can be made by. The first two stand for a place within the area that is looked at. */
const AXIS_SQL = {
  month: Prisma.sql`lpad(month::text, 2, '0')`,
  outputRegion: region(Prisma.sql`seller_division`),
  absorbedRegion: region(Prisma.sql`buyer_division`),
  contractType: Prisma.sql`left(contract_type, 1)`,
  contractSubtype: Prisma.sql`contract_type`,
  field: Prisma.sql`field`,
  ipKind: Prisma.sql`left(ip_kind, 1)`,
  amountBand: Prisma.sql`amount_band`,
  sellerType: partyGroup(Prisma.sql`seller_type`),
  buyerType: partyGroup(Prisma.sql`buyer_type`),
  programme: Prisma.sql`left(programme, 1)`,
  objective: Prisma.sql`objective`,
  industry: Prisma.sql`industry`,
  payment: Prisma.sql`payment`,
} as const;

export type PlainAxis = keyof typeof AXIS_SQL;
export type Axis = PlainAxis | "total" | "year" | "flow" | "outputPlace" | "absorbedPlace";

const PLAIN_AXES = Object.keys(AXIS_SQL) as readonly PlainAxis[];

/** An area by its prefix of division codes ("" is the nation) and the length of the codes of its parts, where it has any. */
export type Area = { readonly prefix: string; readonly partLength: 4 | 6 | null };

/** Columns of every axis for the rows of an area, and on which sides a row belongs to it. */
export function axisColumns({ prefix, partLength }: Area): Prisma.Sql {
  const within = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`starts_with(${column}, ${prefix})`;
  const place = (column: Prisma.Sql): Prisma.Sql => (partLength === null ? Prisma.sql`''` : Prisma.sql`case when ${within(column)} then rpad(left(${column}, ${partLength}), 6, '0') else '' end`);
  const plain = PLAIN_AXES.map((axis) => Prisma.sql`${AXIS_SQL[axis]} as ${name(axis)}`);
  return Prisma.join([
    ...plain,
    Prisma.sql`${place(Prisma.sql`seller_division`)} as ${name("outputPlace")}`,
    Prisma.sql`${place(Prisma.sql`buyer_division`)} as ${name("absorbedPlace")}`,
    Prisma.sql`${within(Prisma.sql`seller_division`)} as is_output`,
    Prisma.sql`${within(Prisma.sql`buyer_division`)} as is_absorbed`,
    Prisma.sql`${within(Prisma.sql`office_division`)} as is_registered`,
  ]);
}

export function belongsTo({ prefix }: Area): Prisma.Sql {
  if (prefix === "") return Prisma.sql`true`;
  return Prisma.sql`(starts_with(seller_division, ${prefix}) or starts_with(buyer_division, ${prefix}) or starts_with(office_division, ${prefix}))`;
}

/** Every axis that an area has; the flows between regions are the nation's. */
export function axesOf({ prefix, partLength }: Area): readonly Axis[] {
  return ["total", ...PLAIN_AXES, ...(partLength === null ? [] : (["outputPlace", "absorbedPlace"] as const)), ...(prefix === "" ? (["flow"] as const) : [])];
}

function columnsOf(axis: Axis): readonly Prisma.Sql[] {
  if (axis === "total") return [];
  return axis === "flow" ? [name("outputRegion"), name("absorbedRegion")] : [name(axis)];
}

/** The grouping sets of some axes, all made in one pass; `by` is grouped by in each of them. */
export function groupingSets(axes: readonly Axis[], by?: Prisma.Sql): Prisma.Sql {
  return Prisma.join(axes.map((axis) => {
    const columns = [...(by ? [by] : []), ...columnsOf(axis)];
    return columns.length === 0 ? Prisma.sql`()` : Prisma.sql`(${Prisma.join(columns)})`;
  }));
}

/** Which of the axes a grouped row belongs to, and its code on it; a flow has two. A column that no axis groups by cannot be asked about. */
export function groupedBy(axes: readonly Axis[]): Prisma.Sql {
  const flows = axes.includes("flow") ? [Prisma.sql`when grouping("outputRegion") = 0 and grouping("absorbedRegion") = 0 then 'flow'`] : [];
  const singles = axes.filter((axis) => axis !== "total" && axis !== "flow");
  const whens = [...flows, ...singles.map((axis) => Prisma.sql`when grouping(${name(axis)}) = 0 then ${axis}`)];
  // The region of the seller comes first: it is the first code of a flow.
  const grouped = [...new Set([...(flows.length > 0 ? (["outputRegion", "absorbedRegion"] as const) : []), ...singles])].toSorted((a, b) => Number(a === "absorbedRegion") - Number(b === "absorbedRegion"));
  const code = grouped.length === 0 ? Prisma.sql`''` : Prisma.sql`coalesce(${Prisma.join(grouped.map(name))}, '')`;
  const toCode = flows.length === 0 ? Prisma.sql`''` : Prisma.sql`coalesce(case when grouping("outputRegion") = 0 then "absorbedRegion" end, '')`;
  return Prisma.sql`
    ${whens.length === 0 ? Prisma.sql`'total'` : Prisma.sql`case ${Prisma.join(whens, " ")} else 'total' end`} as axis, ${code} as code, ${toCode} as "toCode"`;
}

function name(axis: Axis): Prisma.Sql {
  return Prisma.raw(`"${axis}"`);
}
