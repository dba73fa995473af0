import { BellIcon } from "@ttx/ui/icons/bell";
import { MenuIcon } from "@ttx/ui/icons/menu";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { UnconfirmedNotice } from "#components/account/unconfirmed-notice.tsx";
import { Mark } from "#components/brand.tsx";
import { LanguageLink } from "#components/language-link.tsx";
import { href, placeOf } from "#lang/href.ts";
import { DeskNav } from "./desk-nav.tsx";
import type { DeskViewer } from "./desk-viewer.ts";
import { SignOutButton } from "./sign-out-button.tsx";

const PUBLIC: Text = { zh: "公开网站", en: "Public site" };
const NAV: Text = { zh: "工作台导航", en: "Desk" };
const MENU: Text = { zh: "菜单", en: "Menu" };
const OUT: Text = { zh: "退出登录", en: "Sign out" };
const NONE: Text = { zh: "通知，没有未读", en: "Notifications, none unread" };

export type DeskShellProps = { readonly lang: Lang; readonly address: string; readonly viewer: DeskViewer; readonly children: ReactNode };

/** The frame of the workspace: places on the left, who one is on top, the whole width for work. On a phone the places are a drawer. */
export function DeskShell({ lang, address, viewer, children }: DeskShellProps) {
  const here = placeOf(address);
  const unread = viewer.unread > 0 ? (lang === "zh" ? `通知，${viewer.unread} 条未读` : `Notifications, ${viewer.unread} unread`) : pick(lang, NONE);
  return (
    <>
      <header className="sticky top-0 z-20 flex min-h-14 items-center gap-3 border-b border-line bg-surface px-3 md:px-5">
        <button type="button" popoverTarget="desk-drawer" className="grid size-11 place-items-center rounded text-ink lg:hidden"><MenuIcon title={pick(lang, MENU)} /></button>
        <a href={href(lang, "/desk")} className="flex min-w-0 items-center gap-2.5 text-ink no-underline">
          <Mark size={28} />
          <span className="truncate leading-tight font-medium">{viewer.organisation}</span>
        </a>
        <div className="ml-auto flex items-center gap-1">
          <span className="mr-2 hidden text-right text-sm leading-tight md:block"><span lang="zh-CN">{viewer.person}</span><span className="block text-ink-soft">{viewer.role}</span></span>
          <a href={href(lang, "/desk/notifications")} aria-label={unread} className="relative grid size-11 place-items-center rounded text-ink-soft hover:text-brand">
            <BellIcon />
            {viewer.unread > 0 ? <span aria-hidden="true" className="tabular absolute top-1 left-1/2 min-w-5 rounded-full bg-brand px-1 text-center text-xs leading-5 whitespace-nowrap text-white">{viewer.unread > 99 ? "99+" : viewer.unread}</span> : null}
          </a>
          <div className="hidden sm:block"><LanguageLink address={address} /></div>
          <SignOutButton label={pick(lang, OUT)} goTo={href(lang, "/")} />
        </div>
      </header>
      <div className="grid grow lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <nav
          id="desk-drawer"
          popover="auto"
          aria-label={pick(lang, NAV)}
          className="inset-y-0 left-0 m-0 h-dvh max-h-none w-64 border-r border-line bg-surface p-3 text-ink shadow-over backdrop:bg-ink/45 lg:sticky lg:top-14 lg:block lg:h-[calc(100dvh-3.5rem)] lg:w-auto lg:overflow-y-auto lg:shadow-none"
        >
          <div className="flex h-full flex-col justify-between gap-6">
            <DeskNav lang={lang} places={viewer.places} here={here} />
            <div className="grid gap-1 border-t border-line pt-3 text-sm">
              <p className="px-3 text-ink-soft md:hidden"><span lang="zh-CN">{viewer.person}</span>{lang === "zh" ? "，" : ", "}{viewer.role}</p>
              <div className="sm:hidden"><LanguageLink address={address} /></div>
              <a href={href(lang, "/")} className="link-quiet px-3 py-1.5 text-ink-soft">{pick(lang, PUBLIC)}</a>
            </div>
          </div>
        </nav>
        <main id="content" tabIndex={-1} className="min-w-0 px-4 py-6 outline-none md:px-6">
          {viewer.unconfirmed === null ? null : <UnconfirmedNotice lang={lang} email={viewer.unconfirmed} />}
          {children}
        </main>
      </div>
    </>
  );
}
