import type { HomeData } from "#components/home/home-data.ts";
import type { Lang } from "@ttx/ui/text";

/** What the home page shows of an exchange where nothing has happened yet; the domain's home query takes this place. */
export async function readHome(_lang: Lang): Promise<HomeData> {
  return { serverNow: new Date().toISOString(), figures: [], auctions: [], newest: [], notices: [], market: null };
}
