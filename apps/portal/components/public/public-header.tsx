import { MenuIcon } from "@ttx/ui/icons/menu";
import { SearchIcon } from "@ttx/ui/icons/search";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Brand } from "#components/brand.tsx";
import { LanguageLink } from "#components/language-link.tsx";
import { href, placeOf } from "#lang/href.ts";
import { AccountArea } from "./account-area.tsx";
import { PUBLIC_PLACES } from "./public-places.ts";

const MAIN: Text = { zh: "主导航", en: "Main" };
const MENU: Text = { zh: "菜单", en: "Menu" };
const SEARCH: Text = { zh: "搜索成果、需求、竞价", en: "Search results, demands, auctions" };
const GO: Text = { zh: "搜索", en: "Search" };

/** Brand, search, places, language, account. It reads the same for everyone. */
export function PublicHeader({ lang, address }: { readonly lang: Lang; readonly address: string }) {
  const here = placeOf(address);
  return (
    <header className="border-b border-line bg-surface">
      <div className="page-column flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
        <div className="min-w-0 flex-1 sm:flex-none"><Brand lang={lang} /></div>
        {here === "/" ? null : <SearchBox lang={lang} />}
        <div className="ml-auto flex items-center gap-1">
          <div className="hidden sm:block"><LanguageLink address={address} /></div>
          <div className="hidden sm:block"><AccountArea lang={lang} /></div>
          <details className="group md:hidden">
            <summary className="flex min-h-11 list-none items-center gap-1.5 rounded border border-edge px-3"><MenuIcon />{pick(lang, MENU)}</summary>
            <div className="absolute inset-x-0 z-30 mt-3 border-y border-line bg-surface px-4 py-2 shadow-over">
              <nav aria-label={pick(lang, MAIN)}>
                <ul className="grid grid-cols-2">
                  {PUBLIC_PLACES.map(({ place, label }) => (
                    <li key={place}><Place lang={lang} place={place} label={label} here={here} /></li>
                  ))}
                </ul>
              </nav>
              <div className="flex flex-wrap items-center justify-between border-t border-line py-2 sm:hidden">
                <LanguageLink address={address} />
                <AccountArea lang={lang} />
              </div>
            </div>
          </details>
        </div>
      </div>
      <nav aria-label={pick(lang, MAIN)} className="hidden md:block">
        <ul className="page-column flex gap-x-7">
          {PUBLIC_PLACES.map(({ place, label }) => (
            <li key={place}><Place lang={lang} place={place} label={label} here={here} /></li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Place({ lang, place, label, here }: { readonly lang: Lang; readonly place: `/${string}`; readonly label: Text; readonly here: string }) {
  return (
    <a
      href={href(lang, place)}
      aria-current={here === place ? "page" : here.startsWith(`${place}/`) ? "true" : undefined}
      className="flex min-h-11 items-center border-b-3 border-transparent whitespace-nowrap text-ink hover:text-brand aria-[current]:border-brand aria-[current]:font-medium aria-[current]:text-brand"
    >
      {pick(lang, label)}
    </a>
  );
}

function SearchBox({ lang }: { readonly lang: Lang }) {
  return (
    <form role="search" aria-label={pick(lang, SEARCH)} action={href(lang, "/search")} className="order-last flex w-full md:order-none md:w-72 lg:w-96">
      <input type="search" name="q" aria-label={pick(lang, SEARCH)} placeholder={pick(lang, SEARCH)} className="control rounded-r-none" />
      <button type="submit" aria-label={pick(lang, GO)} className="rounded-r border border-l-0 border-edge bg-ground px-3 text-brand hover:bg-brand-soft"><SearchIcon /></button>
    </form>
  );
}
