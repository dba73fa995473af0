import { ErrorState } from "@ttx/ui/error-state";
import { LinkButton } from "@ttx/ui/link-button";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { askedAddress } from "#lang/address.ts";
import { href } from "#lang/href.ts";

const TITLE: Text = { zh: "没有找到这个页面", en: "This page was not found" };

const PUBLIC = {
  why: { zh: "地址可能有误，或者这一项已经撤下、已屏蔽，不对外公开。", en: "The address may be wrong, or this item was withdrawn or withheld and is not public." },
  next: { zh: "核对地址，或从首页搜索。", en: "Check the address, or search from the home page." },
  home: { zh: "回到首页", en: "Go to the home page" },
} as const satisfies Record<string, Text>;

const DESK = {
  why: { zh: "地址可能有误，或者这一项不归您办理。", en: "The address may be wrong, or this is not for you to handle." },
  next: { zh: "核对地址，或从待办开始；需要这项权限时，请联系本单位管理员。", en: "Check the address or start from what is to do. If you need it, ask your organisation's administrator." },
  home: { zh: "回到待办", en: "Go to what is to do" },
} as const satisfies Record<string, Text>;

/** What is not there, or not for this person: the two look the same. */
export async function PageNotFound({ place }: { readonly place: "/" | "/desk" }) {
  const lang: Lang = /^\/en(?:\/|\?|$)/.test(await askedAddress()) ? "en" : "zh";
  const words = place === "/" ? PUBLIC : DESK;
  return (
    <ErrorState lang={lang} title={pick(lang, TITLE)} next={pick(lang, words.next)} action={<LinkButton tone="primary" href={href(lang, place)}>{pick(lang, words.home)}</LinkButton>}>
      {pick(lang, words.why)}
    </ErrorState>
  );
}
