import type { Prisma } from "../generated/client.ts";
import { division, type Division } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { areaOf, areasAbove, NATION, partsOf } from "./area.ts";
import { readBalanceUnits, readCube, readUnits, readYears, type Basis, type Cube, type Period } from "./cube.ts";
import { axesOf, type Area, type Axis } from "./dimensions.ts";
import { flowBalance, type Total } from "./measures.rules.ts";
import { ReadAreaInput, ReadStatisticsInput } from "./statistics.schema.ts";
import { marksOf } from "./suppression.ts";
import { mustSuppress } from "./suppression.rules.ts";
import { axesFor, tablesFor, type StatisticsTableCode } from "./tables.rules.ts";
import { figures, tableViews, totalOf, type Material, type MarksOfTable } from "./view.ts";

type Asked = { readonly area: Area; readonly place: Division | null; readonly period: Period; readonly basis: Basis; readonly only?: StatisticsTableCode | undefined };

/** One snapshot, so that the tables of a page agree with each other while registrations go on. */
async function inOneSnapshot<Out>(ctx: ReadContext, run: (tx: Tx) => Promise<Out>): Promise<Out> {
  return ctx.db.$transaction(run, { isolationLevel: "RepeatableRead" satisfies Prisma.TransactionIsolationLevel, maxWait: 10_000, timeout: 60_000 });
}

async function periodOf(ctx: ReadContext, year: number | undefined): Promise<{ readonly period: Period; readonly asOf: Date }> {
  const asOf = await ctx.now();
  const [thisYear, thisMonth] = dayOf(asOf).split("-").map(Number) as [number, number];
  const asked = Math.min(year ?? thisYear, thisYear);
  return { asOf, period: { year: asked, toMonth: asked === thisYear ? thisMonth : 12 } };
}

const yearBefore = ({ year, toMonth }: Period): Period => ({ year: year - 1, toMonth });

/** What everybody may know of the contracts registered here: live, and without what would show a single unit (统计法 Art. 28). */
export const readStatistics = defineQuery("statistics.read", ReadStatisticsInput, async (ctx, { year, division: code, basis, table: only }) => {
  ctx.authorise();
  const { period, asOf } = await periodOf(ctx, year);
  const asked: Asked = { area: code === undefined ? NATION : areaOf(code), place: code === undefined ? null : division(code)!, period, basis, only };
  return inOneSnapshot(ctx, async (tx) => {
    const sides = await publishedSides(tx, code, period);
    if (!sides[basis]) return { ...head(asked, asOf), hidden: true as const };
    const cubes = await readCubes(tx, asked);
    const sidesBefore = await publishedSides(tx, code, yearBefore(period));
    // All years stand only in the nation's tables: in an area's they would show what the pages of those years hide.
    const years = code === undefined ? await readYears(tx, asked.area) : null;
    const material: Material = { ...cubes, toMonth: period.toMonth, years, marks: await publicMarks(tx, asked, cubes, { now: sides, before: sidesBefore }) };
    return {
      ...head(asked, asOf),
      hidden: false as const,
      total: totalFigures(cubes, basis, sidesBefore[basis]),
      balance: code === undefined || !sides.output || !sides.absorbed ? null : await publicBalance(tx, asked, cubes.now),
      tables: tableViews(material, { isNation: code === undefined, basis, only }),
    };
  });
});

/** The same for an authority and its own area, with nothing hidden, and also by the office that registered. */
export const readAreaStatistics = defineQuery("statistics.read-area", ReadAreaInput, async (ctx, { year, division: code, basis, table: only }) => {
  const jurisdiction = organisationOf(ctx.actor)?.jurisdiction ?? "none";
  const wanted = code ?? (jurisdiction === "" ? undefined : jurisdiction.padEnd(6, "0"));
  ctx.authorise({ divisionCode: wanted ?? "" });
  const place = wanted === undefined ? null : (division(wanted) ?? notFound("division", wanted));
  const { period, asOf } = await periodOf(ctx, year);
  const asked: Asked = { area: place === null ? NATION : areaOf(place.code), place, period, basis, only };
  return inOneSnapshot(ctx, async (tx) => {
    const cubes = await readCubes(tx, asked);
    const material: Material = { ...cubes, toMonth: period.toMonth, years: await readYears(tx, asked.area), marks: () => undefined };
    return {
      ...head(asked, asOf),
      hidden: false as const,
      total: totalFigures(cubes, basis, true),
      balance: place === null ? null : balanceOf(cubes.now),
      tables: tableViews(material, { isNation: place === null, basis, only }),
    };
  });
});

function head({ place, period, basis }: Asked, asOf: Date) {
  return { asOf, ...period, basis, division: place, above: place === null ? [] : areasAbove(place.code), parts: place === null ? [] : partsOf(place.code) };
}

type Cubes = { readonly now: Cube; readonly before: Cube };

function tablesOf({ place, only }: Asked) {
  return tablesFor(place === null).filter(({ code }) => only === undefined || code === only);
}

/** All axes for a page; for a single table those that it needs. */
async function readCubes(tx: Tx, asked: Asked): Promise<Cubes> {
  const { area, period, only } = asked;
  const axes = only === undefined ? axesOf(area) : [...new Set<Axis>(["total", ...tablesOf(asked).flatMap(({ axis }) => (axis === "contractSubtype" ? (["contractType", axis] as const) : axis === "year" ? [] : [axis]))])];
  return { now: await readCube(tx, area, period, axes), before: await readCube(tx, area, yearBefore(period), axes) };
}

function totalFigures({ now, before }: Cubes, basis: Basis, mayCompare: boolean) {
  return figures(totalOf(now, basis), mayCompare ? totalOf(before, basis) : undefined, totalOf(now, basis).turnoverFen);
}

type Sides = Readonly<Record<Exclude<Basis, "registered">, boolean>>;

/** On which sides the figures of an area are published: where its line in the tables of every area above it is. The nation's always are. */
async function publishedSides(tx: Tx, code: string | undefined, period: Period): Promise<Sides> {
  if (code === undefined) return { output: true, absorbed: true };
  const path = [...areasAbove(code).map((one) => one.code), code];
  const sides = { output: true, absorbed: true };
  for (const [i, one] of path.entries()) {
    const above = i === 0 ? NATION : areaOf(path[i - 1]!);
    const [axes, line] = i === 0 ? ([{ output: "outputRegion", absorbed: "absorbedRegion" }, `${one.slice(0, 2)}00`] as const) : ([{ output: "outputPlace", absorbed: "absorbedPlace" }, one] as const);
    const [cube, units] = [await readCube(tx, above, period, [axes.output, axes.absorbed]), await readUnits(tx, above, period, { output: [axes.output], absorbed: [axes.absorbed] })];
    for (const side of ["output", "absorbed"] as const) sides[side] &&= (marksOf(axes[side], cube, units, side).get(line) ?? "shown") === "shown";
  }
  return sides;
}

async function publicMarks(tx: Tx, asked: Asked, cubes: Cubes, sides: Readonly<Record<"now" | "before", Sides>>): Promise<MarksOfTable> {
  const { area, period } = asked;
  const axes = axesFor(tablesOf(asked), asked.basis);
  const units = { now: await readUnits(tx, area, period, axes), before: await readUnits(tx, area, yearBefore(period), axes) };
  return ({ axis }, basis, when) => {
    if (basis === "registered") throw new RangeError("figures by office are not published");
    if (!sides[when][basis]) return null;
    return axis === "year" ? undefined : marksOf(axis, cubes[when], units[when], basis);
  };
}

/** 输出、吸纳、本地、流出、流入、净输出 of an area. */
function balanceOf(cube: Cube) {
  const total = (side: "output" | "absorbed" | "local"): Total => {
    const { contracts, turnoverFen } = totalOf(cube, side);
    return { count: BigInt(contracts), turnoverFen };
  };
  const plain = ({ count, turnoverFen }: Total) => ({ contracts: Number(count), turnoverFen });
  const [output, absorbed, local] = [total("output"), total("absorbed"), total("local")];
  const { outflow, inflow, net } = flowBalance({ output, absorbed, local });
  return { output: plain(output), absorbed: plain(absorbed), net: plain(net), local: plain(local), outflow: plain(outflow), inflow: plain(inflow) };
}

/** Each of local, outflow and inflow can be reckoned from another, so one that would show a single unit takes the others with it. */
async function publicBalance(tx: Tx, { area, period }: Asked, cube: Cube) {
  const balance = balanceOf(cube);
  const units = await readBalanceUnits(tx, area, period);
  const isHidden = (["local", "outflow", "inflow"] as const).some((flow) => mustSuppress({ ...units[flow], totalFen: balance[flow].turnoverFen }));
  return isHidden ? { ...balance, local: null, outflow: null, inflow: null } : balance;
}
