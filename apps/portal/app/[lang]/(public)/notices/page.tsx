import { searchNotices } from "@ttx/domain/agreed-price";
import { NOTICE_TABS } from "@ttx/domain/agreed-price/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { MegaphoneIcon } from "@ttx/ui/icons/megaphone";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Tabs } from "@ttx/ui/tabs";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { NoticeCard } from "#components/notice/notice-card.tsx";
import { N, TABS } from "#components/notice/notice-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { SearchBox } from "#components/search/search-box.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { serverNow } from "#runtime/server-now.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), N.title) };
}

export default async function NoticesPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const tab = NOTICE_TABS.find((one) => one === askedText(asked, "tab")) ?? "running";
  const q = askedText(asked, "q").slice(0, 60) || undefined;
  const [page, now] = await Promise.all([
    readPublic(searchNotices, { tab, q, cursor: askedText(asked, "cursor") || undefined }),
    serverNow(),
  ]);
  const address = (of: typeof tab): string => href(lang, "/notices", { tab: of === "running" ? undefined : of, q });
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, N.title)} intro={pick(lang, N.intro)} />
      <SearchBox lang={lang} action={href(lang, "/notices")} label={pick(lang, N.search)} placeholder={pick(lang, N.search)} q={q ?? ""} kept={tab === "running" ? {} : { tab }} />
      <Tabs label={pick(lang, N.title)} tabs={NOTICE_TABS.map((one) => ({ href: address(one), label: pick(lang, TABS[one]), current: one === tab }))} />
      {page.items.length === 0 ? (
        <EmptyState level={2} icon={<MegaphoneIcon size={24} />} title={pick(lang, N.none)}>{pick(lang, N.noneText)}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded border border-line bg-surface">
          {page.items.map((notice) => <NoticeCard key={notice.id} lang={lang} notice={notice} serverNow={now} />)}
        </ul>
      )}
      <Pager lang={lang} nextHref={nextPage(address(tab), page.nextCursor)} />
    </div>
  );
}
