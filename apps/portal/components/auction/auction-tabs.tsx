import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";

const NAME: Text = { zh: "竞价栏目", en: "Auction pages" };
export const CALENDAR: Text = { zh: "竞价日历", en: "Calendar" };
export const SESSIONS: Text = { zh: "专场", en: "Sessions" };
const PLACES = [
  { place: "/auctions", label: { zh: "竞价项目", en: "Lots" } },
  { place: "/auctions/calendar", label: CALENDAR },
  { place: "/auctions/sessions", label: SESSIONS },
] as const satisfies readonly { readonly place: `/${string}`; readonly label: Text }[];

export function AuctionTabs({ lang, here }: { readonly lang: Lang; readonly here: (typeof PLACES)[number]["place"] }) {
  return <Tabs label={pick(lang, NAME)} tabs={PLACES.map(({ place, label }) => ({ href: href(lang, place), label: pick(lang, label), current: place === here }))} />;
}
