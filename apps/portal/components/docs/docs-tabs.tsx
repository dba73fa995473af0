import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";

const NAME: Text = { zh: "技术文档", en: "Documentation" };
const PLACES = [
  { place: "/docs/api", label: { zh: "接口", en: "API" } },
  { place: "/docs/problems", label: { zh: "拒绝代码", en: "Refusals" } },
  { place: "/docs/seals", label: { zh: "留痕封存公告", en: "Audit seals" } },
] as const satisfies readonly { readonly place: `/${string}`; readonly label: Text }[];

export function DocsTabs({ lang, here }: { readonly lang: Lang; readonly here: (typeof PLACES)[number]["place"] }) {
  return <Tabs label={pick(lang, NAME)} tabs={PLACES.map(({ place, label }) => ({ href: href(lang, place), label: pick(lang, label), current: place === here }))} />;
}
