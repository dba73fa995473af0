import statistics from "./published/official-statistics.json" with { type: "json" };

/** One printed figure of the technology market, unit and value as printed. */
export type PublishedFigure = {
  readonly year: number;
  /** "year", "MM-MM", "MM" or a literal period. */
  readonly period: string;
  /** CN, four digits of a province or six of a city. */
  readonly scope: string;
  readonly metric: string;
  readonly dimension: string;
  readonly key: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
  readonly note?: string;
};

export type PublishedSource = { readonly title: string; readonly url: string };

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = statistics.rows;
export const PUBLISHED_SOURCES: Readonly<Record<string, PublishedSource>> = statistics.sources;

export type FigureQuery = Partial<Pick<PublishedFigure, "year" | "period" | "scope" | "metric" | "dimension" | "key" | "unit" | "source">>;

export function publishedFigures(query: FigureQuery): readonly PublishedFigure[] {
  const wanted = Object.entries(query);
  return PUBLISHED_FIGURES.filter((figure) => wanted.every(([name, value]) => figure[name as keyof PublishedFigure] === value));
}

/** National turnover and count of each year, from the yearbook where it prints them. */
export function nationalSeries(metric: "turnover" | "contract_count"): readonly PublishedFigure[] {
  const unit = metric === "turnover" ? "万元" : "项";
  return publishedFigures({ period: "year", scope: "CN", dimension: "total", metric, unit })
    .filter(({ source }) => source.startsWith("CSTY"))
    .toSorted((a, b) => a.year - b.year);
}

const FEN_PER_UNIT: Readonly<Record<string, bigint>> = { 元: 100n, 万元: 1_000_000n, 亿元: 10_000_000_000n, 万亿元: 100_000_000_000_000n };

/** A printed amount of money in fen, exactly as far as it was printed. */
export function publishedFen({ value, unit }: Pick<PublishedFigure, "value" | "unit">): bigint {
  const perUnit = FEN_PER_UNIT[unit];
  if (!perUnit) throw new RangeError(`not a unit of money: ${unit}`);
  const [whole, fraction = ""] = value.toFixed(6).split(".");
  return BigInt(whole!) * perUnit + (BigInt(fraction) * perUnit) / 1_000_000n;
}
