import type { MapArea, MapFlow } from "@ttx/ui/china-map";
import type { LotCardData } from "#components/auction/lot-card.tsx";

/** What the home page shows; texts are already in the reader's language. */
export type HomeData = {
  readonly serverNow: string;
  readonly figures: readonly HomeFigure[];
  readonly auctions: readonly LotCardData[];
  readonly newest: readonly HomeField[];
  readonly notices: readonly HomeNotice[];
  readonly market: HomeMarket | null;
};

export type HomeFigure = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly change?: { readonly direction: "up" | "down" | "same"; readonly text: string };
};

export type HomeField = { readonly code: string; readonly name: string; readonly href: string; readonly results: readonly HomeResult[] };

export type HomeResult = { readonly id: string; readonly href: string; readonly title: string; readonly owner: string; readonly facts: string };

export type HomeNotice = { readonly id: string; readonly href: string; readonly title: string; readonly kind: string; readonly until: string | null; readonly left: string };

export type HomeMarket = {
  readonly sentence: string;
  readonly unit: string;
  readonly period: string;
  readonly source: string;
  readonly areas: readonly MapArea[];
  readonly flows: readonly MapFlow[];
  readonly most: string;
};
