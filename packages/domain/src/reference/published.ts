import statistics from "./published/official-statistics.json" with { type: "json" };
import planTargetRows from "./published/plan-targets.json" with { type: "json" };
import auctionRows from "./published/real-auctions.json" with { type: "json" };
import sessionRows from "./published/real-auction-sessions.json" with { type: "json" };

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

/** A target of the five-year plans (规划目标). */
export type PlanTarget = {
  readonly id: string;
  readonly document: string;
  readonly zh: string;
  readonly en: string;
  readonly metric: string;
  readonly baselineYear: number | null;
  readonly baseline: number | null;
  readonly targetYear: number;
  readonly target: number | null;
  readonly unit: string;
  readonly kind: string;
  readonly comparator: string;
  readonly section: string;
  readonly region: string;
  readonly note?: string;
  readonly baselineApprox?: boolean;
  readonly baselineByDefinition?: boolean;
  readonly targetYearInferred?: boolean;
  readonly perUnit?: boolean;
  readonly holdEveryYear?: boolean;
  readonly cumulativeFrom?: number;
  readonly stockAtBaseline?: number;
  readonly tolerancePct?: number;
};

/** An auction that was reported (公开报道的竞价). */
export type PublishedAuction = {
  readonly name: string;
  readonly startPrice: number | null;
  readonly finalPrice: number | null;
  readonly unit: string;
  readonly seller: string | null;
  readonly buyer: string | null;
  readonly date: string | null;
  readonly source: string;
  readonly note?: string;
};

export type PublishedAuctionSession = {
  readonly session: string;
  readonly date: string | null;
  readonly lotsOffered: number | null;
  readonly lotsSold: number | null;
  readonly totalStart: number | null;
  readonly totalFinal: number | null;
  readonly unit: string;
  readonly publishedPremiumPct: number | null;
  readonly source: string;
  readonly note?: string;
};

export const PUBLISHED_FIGURES: readonly PublishedFigure[] = statistics.rows;
export const PUBLISHED_SOURCES: Readonly<Record<string, PublishedSource>> = statistics.sources;
/** What a reader of the figures has to know. */
export const PUBLISHED_TRAPS: readonly string[] = statistics.meta.traps;
export const PLAN_TARGETS: readonly PlanTarget[] = planTargetRows;
export const PUBLISHED_AUCTIONS: readonly PublishedAuction[] = auctionRows;
export const PUBLISHED_AUCTION_SESSIONS: readonly PublishedAuctionSession[] = sessionRows;

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
