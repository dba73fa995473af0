import type { readAreaStatistics, readStatistics, StatisticsLine, TableView } from "@ttx/domain/statistics";

export type PublicView = Awaited<ReturnType<typeof readStatistics.run>>;
export type AreaView = Awaited<ReturnType<typeof readAreaStatistics.run>>;
/** Figures that may be shown, of the public page or of an authority's own area. */
export type OpenView = Extract<PublicView, { readonly hidden: false }> | AreaView;
export type { StatisticsLine, TableView };

export function tableOf(view: OpenView, code: TableView["code"]): TableView | undefined {
  return view.tables.find((table) => table.code === code);
}

/** Where the page and its downloads are: the public site or an authority's desk. */
export type Places = {
  readonly page: (query?: { readonly year?: number; readonly basis?: string; readonly division?: string | null }) => string;
  readonly csv: (table: TableView["code"]) => string;
};
