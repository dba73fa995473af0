import { nationalSeries, publishedFen, publishedFigures, PUBLISHED_SOURCES, REGIONS, type Label, type PublishedFigure } from "../reference/index.ts";
import { displayPercent, growth, MISSING } from "./measures.rules.ts";

/** A yearly figure as an office printed it (公布数), with where. Never mixed with what this platform counts. */
export type PublishedYear = { readonly year: number; readonly turnoverFen: bigint; readonly contracts: number | null; readonly growthPercent: string; readonly source: string };
export type PublishedRegion = { readonly code: string; readonly label: Label; readonly turnoverFen: bigint; readonly contracts: number | null };
export type PublishedSourceView = { readonly code: string; readonly title: string; readonly url: string };

const FIRST_YEAR = 2000;
const isYearbook = ({ source }: PublishedFigure): boolean => source.startsWith("CSTY");

/** National turnover by year: of the yearbook, and of communiqués for years that it does not reach yet. */
function nationalYears(): readonly PublishedYear[] {
  const byYear = new Map(
    publishedFigures({ period: "year", scope: "CN", dimension: "total", metric: "turnover" })
      .filter(({ unit, year }) => unit === "亿元" && year >= FIRST_YEAR)
      .map((figure) => [figure.year, figure]),
  );
  for (const figure of nationalSeries("turnover")) byYear.set(figure.year, figure);
  const counts = new Map(nationalSeries("contract_count").map(({ year, value }) => [year, value]));
  return withGrowth([...byYear.values()].map((figure) => ({ figure, contracts: counts.get(figure.year) ?? null })));
}

function withGrowth(rows: readonly { readonly figure: PublishedFigure; readonly contracts: number | null }[]): readonly PublishedYear[] {
  const byYear = new Map(rows.map(({ figure }) => [figure.year, publishedFen(figure)]));
  return rows
    .toSorted((a, b) => a.figure.year - b.figure.year)
    .map(({ figure: { year, source }, contracts }) => ({
      year, turnoverFen: byYear.get(year)!, contracts, growthPercent: byYear.has(year - 1) ? displayPercent(growth(byYear.get(year), byYear.get(year - 1)), 2) : MISSING, source,
    }));
}

const DIMENSIONS = { output: "region_output", absorbed: "region_absorbed" } as const;
type Direction = keyof typeof DIMENSIONS;

function regionFigures(direction: Direction, metric: "turnover" | "contract_count"): readonly PublishedFigure[] {
  return publishedFigures({ scope: "CN", period: "year", dimension: DIMENSIONS[direction], metric }).filter(isYearbook);
}

function regionYears(region: string, direction: Direction): readonly PublishedYear[] {
  const counts = new Map(regionFigures(direction, "contract_count").filter(({ key }) => key === region).map(({ year, value }) => [year, value]));
  return withGrowth(regionFigures(direction, "turnover").filter(({ key }) => key === region).map((figure) => ({ figure, contracts: counts.get(figure.year) ?? null })));
}

function latestRegions(direction: Direction) {
  const all = regionFigures(direction, "turnover");
  const year = Math.max(...all.map((figure) => figure.year));
  const counts = new Map(regionFigures(direction, "contract_count").filter((figure) => figure.year === year).map(({ key, value }) => [key, value]));
  const ofYear = all.filter((figure) => figure.year === year);
  const rows = ofYear.map((figure): PublishedRegion => ({ code: figure.key, label: REGIONS.label(figure.key), turnoverFen: publishedFen(figure), contracts: counts.get(figure.key) ?? null }));
  return { year, source: ofYear[0]!.source, rows: rows.toSorted((a, b) => (a.turnoverFen > b.turnoverFen ? -1 : 1)) };
}

function sourcesOf(codes: Iterable<string>): readonly PublishedSourceView[] {
  return [...new Set(codes)].toSorted().map((code) => ({ code, title: PUBLISHED_SOURCES[code]?.title ?? code, url: PUBLISHED_SOURCES[code]?.url ?? "" }));
}

export type PublishedForNation = ReturnType<typeof publishedForNation>;
export function publishedForNation() {
  const years = nationalYears();
  const [output, absorbed] = [latestRegions("output"), latestRegions("absorbed")];
  return { years, output, absorbed, sources: sourcesOf([...years.map(({ source }) => source), output.source, absorbed.source]) };
}

/** What the yearbook prints of a province; it prints nothing below. */
export type PublishedForProvince = ReturnType<typeof publishedForProvince>;
export function publishedForProvince(divisionCode: string) {
  const region = `${divisionCode.slice(0, 2)}00`;
  const [output, absorbed] = [regionYears(region, "output"), regionYears(region, "absorbed")];
  return { output, absorbed, sources: sourcesOf([...output, ...absorbed].map(({ source }) => source)) };
}
