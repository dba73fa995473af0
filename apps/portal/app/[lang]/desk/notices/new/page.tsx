import { listOwnResults } from "@ttx/domain/result";
import { dayOf } from "@ttx/domain/shared/clock";
import { EmptyState } from "@ttx/ui/empty-state";
import { LinkButton } from "@ttx/ui/link-button";
import { PageHeader } from "@ttx/ui/page-header";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { D, F } from "#components/notice/desk-texts.ts";
import { NoticeForm } from "#components/notice/notice-form.tsx";
import { askedText, type Asked } from "#components/search/asked.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { serverNow } from "#runtime/server-now.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), F.newTitle) };
}

export default async function NewNoticePage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const [results, now] = await Promise.all([readFor(actor, listOwnResults, { state: "PUBLISHED", limit: 100 }), serverNow()]);
  return (
    <div className="grid gap-8">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/desk/notices"), label: pick(lang, D.title) }, { label: pick(lang, F.newTitle) }]} title={pick(lang, F.newTitle)} intro={pick(lang, D.intro)} />
      {results.items.length === 0 ? (
        <EmptyState level={2} title={pick(lang, F.noResults)} action={<LinkButton size="small" href={href(lang, "/desk/results")}>{pick(lang, F.result)}</LinkButton>}>{pick(lang, F.noResultsText)}</EmptyState>
      ) : (
        <NoticeForm
          lang={lang}
          results={results.items.map(({ resultId, title }) => ({ value: resultId, label: title }))}
          today={dayOf(now)}
          isStateEnterprise={actor.organisation?.kind === "STATE_ENTERPRISE"}
          given={{
            resultId: askedText(asked, "result"), tradeMode: "ASSIGNMENT", licenceKind: "", licenceYears: "", territory: "", payment: {}, priceBasis: "", decisionBody: "", decisionOn: "", directApproval: "",
            objectionChannel: "", unitPlace: "", days: "15", ties: [], funded: false, holding: false,
          }}
        />
      )}
    </div>
  );
}
