import { listExtensions } from "@ttx/domain/extraordinary-extension";
import { PageHeader } from "@ttx/ui/page-header";
import { Pager } from "@ttx/ui/pager";
import { Section } from "@ttx/ui/section";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { DeclareForm } from "#components/extension/declare-form.tsx";
import { ExtensionTable } from "#components/extension/extension-table.tsx";
import { Q } from "#components/extension/extension-texts.ts";
import { askedText, nextPage, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), Q.title) };
}

export default async function DeskExtensionsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const page = await readFor(actor, listExtensions, { cursor: askedText(asked, "cursor") || undefined, limit: 50 });
  const isVenue = actor.organisation?.kind === "VENUE";
  const declares = actor.roles.some((role) => role === "NATIONAL_ADMINISTRATOR" || role === "VENUE_OPERATOR");
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} title={pick(lang, Q.title)} intro={pick(lang, Q.deskIntro)} />
      {declares ? <Section id="declare" title={pick(lang, Q.declare)}><DeclareForm lang={lang} byVenue={isVenue} /></Section> : null}
      <ExtensionTable lang={lang} rows={page.items} />
      <Pager lang={lang} nextHref={nextPage(href(lang, "/desk/extensions"), page.nextCursor)} />
    </div>
  );
}
