import { listExtensions } from "@ttx/domain/extraordinary-extension";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { ExtensionTable } from "#components/extension/extension-table.tsx";
import { Q } from "#components/extension/extension-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), Q.title) };
}

export default async function ExtensionsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const page = await readPublic(listExtensions, { cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, Q.title)} intro={pick(lang, Q.intro)} />
      <ExtensionTable lang={lang} rows={page.items} />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/extensions"), page.nextCursor)} />
    </div>
  );
}
