import type { Lang } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import type { Places } from "./view-of.ts";

type Here = { readonly lang: Lang; readonly division: string | null; readonly year: number; readonly basis: string };

function query({ year, basis }: { readonly year?: number | undefined; readonly basis?: string | undefined }): Record<string, string | undefined> {
  return { year: year === undefined ? undefined : String(year), basis: basis === "output" ? undefined : basis };
}

/** Addresses of the public pages and files. */
export function publicPlaces({ lang, division, year, basis }: Here): Places {
  return {
    page: ({ division: to = division, ...asked } = {}) => href(lang, to === null ? "/statistics" : `/statistics/${to}`, query(asked)),
    csv: (table) => href("zh", `/api/v1/statistics/${table}/csv`, { lang, year: String(year), basis, division: division ?? undefined }),
  };
}

/** Addresses of an authority's own page and files. */
export function deskPlaces({ lang, division, year, basis }: Here): Places {
  return {
    page: ({ division: to = division, ...asked } = {}) => href(lang, "/desk/statistics", { ...query(asked), division: to ?? undefined }),
    csv: (table) => href("zh", `/api/v1/area-statistics/${table}/csv`, { lang, year: String(year), basis, division: division ?? undefined }),
  };
}
