import { listVenues } from "@ttx/domain/listing";
import { listOwnResults } from "@ttx/domain/result";
import { EmptyState } from "@ttx/ui/empty-state";
import { FlaskConicalIcon } from "@ttx/ui/icons/flask-conical";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { NewListingForm } from "#components/listing/new-listing-form.tsx";
import { askedText, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";
import { T } from "#components/listing/desk-texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), T.newListing) };
}

export default async function NewListingPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const [results, venues] = await Promise.all([
    readFor(actor, listOwnResults, { state: "PUBLISHED", limit: 100 }),
    readFor(actor, listVenues, { limit: 100 }),
  ]);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} title={pick(lang, T.newListing)} intro={pick(lang, T.newIntro)} crumbs={[{ href: href(lang, "/desk/listings"), label: pick(lang, T.title) }, { label: pick(lang, T.newListing) }]} />
      {results.items.length === 0 ? (
        <EmptyState level={2} icon={<FlaskConicalIcon size={24} />} title={pick(lang, T.noResults)} action={<LinkButton size="small" href={href(lang, "/desk/results")}>{pick(lang, T.postResult)}</LinkButton>}>{pick(lang, T.noResultsText)}</EmptyState>
      ) : (
        <NewListingForm
          lang={lang}
          results={results.items.map(({ resultId, title }) => ({ value: resultId, label: title }))}
          venues={venues.items.map((venue) => ({ value: venue.id, label: nameIn(lang, venue) }))}
          chosen={askedText(asked, "result")}
        />
      )}
    </div>
  );
}
