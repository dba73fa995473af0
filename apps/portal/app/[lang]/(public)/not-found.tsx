import { LinkButton } from "@ttx/ui/link-button";
import { ErrorState } from "@ttx/ui/error-state";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { askedAddress } from "#lang/address.ts";
import { href } from "#lang/href.ts";

const TITLE: Text = { zh: "没有找到这个页面", en: "This page was not found" };
const WHY: Text = { zh: "地址可能有误，或者这一项已经撤下、不对外公开。", en: "The address may be wrong, or this item was withdrawn or is not public." };
const NEXT: Text = { zh: "核对地址，或从首页搜索。", en: "Check the address, or search from the home page." };
const HOME: Text = { zh: "回到首页", en: "Go to the home page" };

export default async function NotFound() {
  const lang: Lang = /^\/en(?:\/|\?|$)/.test(await askedAddress()) ? "en" : "zh";
  return (
    <ErrorState lang={lang} title={pick(lang, TITLE)} next={pick(lang, NEXT)} action={<LinkButton tone="primary" href={href(lang, "/")}>{pick(lang, HOME)}</LinkButton>}>
      {pick(lang, WHY)}
    </ErrorState>
  );
}
