import { Tabs } from "@ttx/ui/tabs";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { href } from "#lang/href.ts";
import { deps } from "#runtime/deps.ts";

const NAME: Text = { zh: "平台运行", en: "Operations" };

const PLACES = [
  { place: "/desk/operations", label: { zh: "概况", en: "Overview" } },
  { place: "/desk/operations/due-acts", label: { zh: "到期事项", en: "Due acts" } },
  { place: "/desk/operations/jobs", label: { zh: "失败任务", en: "Failed jobs" } },
  { place: "/desk/operations/events", label: { zh: "消息投递", en: "Events" } },
  { place: "/desk/operations/mails", label: { zh: "邮件", en: "Mails" } },
] as const satisfies readonly { readonly place: `/${string}`; readonly label: Text }[];

/** They exist for demonstrations; in production there is no such place. */
const DEMO_PLACES = [
  { place: "/desk/clock", label: { zh: "业务时钟", en: "Domain clock" } },
  { place: "/desk/mailbox", label: { zh: "开发信箱", en: "Mailbox" } },
] as const satisfies readonly { readonly place: `/${string}`; readonly label: Text }[];

export type OperationsPlace = (typeof PLACES | typeof DEMO_PLACES)[number]["place"];

export function OperationsTabs({ lang, here }: { readonly lang: Lang; readonly here: OperationsPlace }) {
  const places = deps().config.mode === "production" ? PLACES : [...PLACES, ...DEMO_PLACES];
  return <Tabs label={pick(lang, NAME)} tabs={places.map(({ place, label }) => ({ href: href(lang, place), label: pick(lang, label), current: place === here }))} />;
}
