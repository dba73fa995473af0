"use client";

import { LanguagesIcon } from "@ttx/ui/icons/languages";
import { inOtherLang } from "#lang/href.ts";

/** Leads to the same place in the other language; looks again at the click, in case the address changed since the page was made. */
export function LanguageLink({ address }: { readonly address: string }) {
  const other = inOtherLang(address);
  return (
    <a
      href={other.href}
      hrefLang={other.lang === "zh" ? "zh-CN" : "en"}
      lang={other.lang === "zh" ? "zh-CN" : "en"}
      onClick={(event) => {
        event.currentTarget.href = inOtherLang(`${window.location.pathname}${window.location.search}`).href;
      }}
      className="flex min-h-11 items-center gap-1.5 rounded px-2 text-sm text-ink-soft hover:text-brand"
    >
      <LanguagesIcon size={18} />
      {other.lang === "en" ? "English" : "中文"}
    </a>
  );
}
