import type { Prisma } from "../generated/client.ts";
import { division, type Division } from "../reference/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { areaOf, areasAbove, NATION, partsOf } from "./area.ts";
import { readCube, readLocalUnits, readUnits, readYears, readYearUnits, type Basis, type Cube, type Period } from "./cube.ts";
import type { Area } from "./dimensions.ts";
import { flowBalance, type Total } from "./measures.rules.ts";
import { ReadAreaInput, ReadStatisticsInput } from "./statistics.schema.ts";
import { markKey, marksOf, yearMarks } from "./suppression.ts";
import { mustSuppress } from "./suppression.rules.ts";
import type { StatisticsTableCode } from "./tables.ts";
import { figures, tableViews, totalOf, type Material, type TableView } from "./view.ts";

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

/** What everybody may know of the contracts registered here: live, and without what would show a single unit (统计法 Art. 28). */
export const readStatistics = defineQuery("statistics.read", ReadStatisticsInput, async (ctx, { year, division: code, basis, table }) => {
  ctx.authorise();
  const { period, asOf } = await periodOf(ctx, year);
  const asked: Asked = { area: code === undefined ? NATION : areaOf(code), place: code === undefined ? null : division(code)!, period, basis, only: table };
  return inOneSnapshot(ctx, async (tx) => {
    const isOpen = code === undefined || (await isPublished(tx, code, period, basis));
    if (!isOpen) return { ...head(asked, asOf), hidden: true as const };
    return { ...head(asked, asOf), hidden: false as const, ...(await body(tx, asked, { isPublic: true })) };
  });
});

/** The same for an authority and its own area, with nothing hidden, and also by the office that registered. */
export const readAreaStatistics = defineQuery("statistics.read-area", ReadAreaInput, async (ctx, { year, division: code, basis, table }) => {
  const jurisdiction = organisationOf(ctx.actor)?.jurisdiction ?? "none";
  const asOwn = jurisdiction === "" ? undefined : jurisdiction.padEnd(6, "0");
  const wanted = code ?? asOwn;
  ctx.authorise({ divisionCode: wanted ?? "" });
  const place = wanted === undefined ? null : (division(wanted) ?? notFound("division", wanted));
  const { period, asOf } = await periodOf(ctx, year);
  const asked: Asked = { area: place === null ? NATION : areaOf(place.code), place, period, basis, only: table };
  return inOneSnapshot(ctx, async (tx) => ({ ...head(asked, asOf), hidden: false as const, ...(await body(tx, asked, { isPublic: false })) }));
});

function head({ place, period, basis }: Asked, asOf: Date) {
  return { asOf, ...period, basis, division: place, above: place === null ? [] : areasAbove(place.code), parts: place === null ? [] : partsOf(place.code) };
}

export type StatisticsBody = Awaited<ReturnType<typeof body>>;

async function body(tx: Tx, asked: Asked, { isPublic }: { readonly isPublic: boolean }) {
  const { area, place, period, basis, only } = asked;
  const before: Period = { year: period.year - 1, toMonth: period.toMonth };
  const material: Material = {
    now: await readCube(tx, area, period),
    before: await readCube(tx, area, before),
    years: await readYears(tx, area),
    marks: null,
  };
  const marks = isPublic ? await publicMarks(tx, asked, material, before) : null;
  const tables: readonly TableView[] = tableViews({ ...material, marks }, { isNation: place === null, basis, only });
  const total = figures(totalOf(material.now, basis), totalOf(material.before, basis), totalOf(material.now, basis).turnoverFen);
  return { total, balance: place === null ? null : await balanceOf(tx, area, period, material.now, isPublic), tables };
}

async function publicMarks(tx: Tx, { area, period, basis, place }: Asked, material: Material, before: Period): Promise<NonNullable<Material["marks"]>> {
  const units = { now: await readUnits(tx, area, period), before: await readUnits(tx, area, before) };
  // The nation's total stands for so many that a year of it shows nobody.
  const yearUnits = place === null ? null : await readYearUnits(tx, area);
  return ({ axis, basis: own }, when) => {
    const by = own === "own" ? basis : own;
    if (by === "registered") throw new RangeError("figures by office are not published");
    if (axis === "year") return yearUnits === null ? new Map() : yearMarks(material.years, yearUnits, by);
    return marksOf(axis, material[when], units[when], by);
  };
}

/** A figure of an area is published only where its line in the tables of every area above is. */
async function isPublished(tx: Tx, code: string, period: Period, basis: Exclude<Basis, "registered">): Promise<boolean> {
  const path = [...areasAbove(code).map((one) => one.code), code];
  for (const [i, one] of path.entries()) {
    const whole = i === 0 ? NATION : areaOf(path[i - 1]!);
    const axis = i === 0 ? (basis === "output" ? "outputRegion" : "absorbedRegion") : basis === "output" ? "outputPlace" : "absorbedPlace";
    const marks = marksOf(axis, await readCube(tx, whole, period), await readUnits(tx, whole, period), basis);
    const key = markKey({ code: i === 0 ? `${one.slice(0, 2)}00` : one, toCode: "" });
    if ((marks.get(key) ?? "shown") !== "shown") return false;
  }
  return true;
}

/** 输出、吸纳、本地、流出、流入、净输出. Local flow of fewer than three sellers would show what they sold, so it and what is reckoned from it stay out. */
async function balanceOf(tx: Tx, area: Area, period: Period, cube: Cube, isPublic: boolean) {
  const total = (side: "output" | "absorbed" | "local"): Total => {
    const { contracts, turnoverFen } = totalOf(cube, side);
    return { count: BigInt(contracts), turnoverFen };
  };
  const plain = ({ count, turnoverFen }: Total) => ({ contracts: Number(count), turnoverFen });
  const [output, absorbed, local] = [total("output"), total("absorbed"), total("local")];
  const { outflow, inflow, net } = flowBalance({ output, absorbed, local });
  const isLocalHidden = isPublic && mustSuppress({ ...(await readLocalUnits(tx, area, period)), totalFen: local.turnoverFen });
  return {
    output: plain(output), absorbed: plain(absorbed), net: plain(net),
    local: isLocalHidden ? null : plain(local), outflow: isLocalHidden ? null : plain(outflow), inflow: isLocalHidden ? null : plain(inflow),
  };
}
