import { listNotifications, readBell } from "@ttx/domain/notification";
import { EmptyState } from "@ttx/ui/empty-state";
import { BellIcon } from "@ttx/ui/icons/bell";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { MarkAllRead } from "#components/notification/mark-all-read.tsx";
import { NotificationItem } from "#components/notification/notification-item.tsx";
import { NOTIFICATIONS as T } from "#components/notification/notification-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

const PLACE = "/desk/notifications";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.title) };
}

export default async function NotificationsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const show = askedText(asked, "show") === "unread" ? "unread" : "all";
  const [page, bell] = await Promise.all([
    readFor(actor, listNotifications, { show, limit: 30, cursor: askedText(asked, "cursor") || undefined }),
    readFor(actor, readBell, {}),
  ]);
  const address = href(lang, PLACE, show === "unread" ? { show } : {});
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader lang={lang} title={pick(lang, T.title)} actions={bell.unread > 0 ? <MarkAllRead lang={lang} /> : null} />
      <Tabs
        label={pick(lang, T.show)}
        tabs={[
          { href: href(lang, PLACE), label: pick(lang, T.all), current: show === "all" },
          { href: href(lang, PLACE, { show: "unread" }), label: pick(lang, T.unread), count: bell.unread, current: show === "unread" },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState level={2} icon={<BellIcon size={24} />} title={pick(lang, show === "unread" ? T.noneUnread : T.none)}>{pick(lang, T.noneText)}</EmptyState>
      ) : (
        <ul className="grid border-t border-line">
          {page.items.map(({ id, text, link, createdAt, readAt }) => (
            <NotificationItem key={id} lang={lang} id={id} text={pick(lang, text)} href={link === null ? null : href(lang, link as `/${string}`)} createdAt={createdAt.toISOString()} unread={readAt === null} />
          ))}
        </ul>
      )}
      <Pager lang={lang} nextHref={nextPage(address, page.nextCursor)} />
    </div>
  );
}
