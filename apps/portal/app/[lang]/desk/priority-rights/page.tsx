import { listOwnPriorityRights } from "@ttx/domain/priority-right";
import { EmptyState } from "@ttx/ui/empty-state";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { OwnRight } from "#components/priority/own-right.tsx";
import { O } from "#components/priority/own-right-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), O.title) };
}

export default async function OwnPriorityRightsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readFor(await requireActor(lang), listOwnPriorityRights, { cursor: askedText(asked, "cursor") || undefined, limit: 20 });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, O.title)} intro={pick(lang, O.intro)} />
      {page.items.length === 0 ? (
        <EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, O.none)}>{pick(lang, O.noneText)}</EmptyState>
      ) : (
        <ul className="grid gap-4">{page.items.map((right) => <OwnRight key={right.id} lang={lang} right={right} />)}</ul>
      )}
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/priority-rights"), page.nextCursor)} />
    </div>
  );
}
