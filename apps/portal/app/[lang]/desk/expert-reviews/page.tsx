import { listOwnExpertReviews, readOwnExpertReview } from "@ttx/domain/recognition";
import { EXPERT_OPINION_STATE_LABELS } from "@ttx/domain/recognition/client";
import { EmptyState } from "@ttx/ui/empty-state";
import { formatDateTime } from "@ttx/ui/format";
import { InboxIcon } from "@ttx/ui/icons/inbox";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { StatusTag } from "@ttx/ui/status-tag";
import { Table } from "@ttx/ui/table";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AmountWorksheet } from "#components/contract/amount-worksheet.tsx";
import { ContractView } from "#components/contract/contract-view.tsx";
import { X } from "#components/expert/expert-texts.ts";
import { OpinionForm } from "#components/expert/opinion-form.tsx";
import { askedText, type Asked } from "#components/search/asked.ts";
import { WordsAct } from "#components/words-act.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string }>; readonly searchParams: Promise<Asked> };
type Review = Awaited<ReturnType<(typeof readOwnExpertReview)["run"]>>;

const PLACE = "/desk/expert-reviews";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), X.title) };
}

export default async function ExpertReviewsPage({ params, searchParams }: Props) {
  const [lang, asked] = await Promise.all([readLang(params), searchParams]);
  const actor = await requireActor(lang);
  const open = askedText(asked, "review");
  if (open !== "") return <One lang={lang} review={await readFor(actor, readOwnExpertReview, { reviewId: open })} />;
  const rows = await readFor(actor, listOwnExpertReviews, {});
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} title={pick(lang, X.title)} intro={pick(lang, X.intro)} />
      <Table
        caption={pick(lang, X.title)}
        rows={rows}
        rowKey={({ reviewId }) => reviewId}
        empty={<EmptyState level={2} icon={<InboxIcon size={24} />} title={pick(lang, X.emptyTitle)}>{pick(lang, X.emptyText)}</EmptyState>}
        columns={[
          { key: "project", label: pick(lang, X.form), head: true, width: "wide", cell: (row) => <a lang="zh-CN" className="link" href={href(lang, PLACE, { review: row.reviewId })}>{row.projectName}</a> },
          { key: "office", label: pick(lang, X.office), cell: (row) => <span lang="zh-CN">{row.officeName}</span> },
          { key: "invited", label: pick(lang, X.invited), width: "narrow", cell: (row) => formatDateTime(row.invitedAt, lang) },
          { key: "state", label: pick(lang, X.words), width: "narrow", cell: (row) => <StatusTag tone={row.state === "INVITED" ? "waiting" : "done"}>{pick(lang, EXPERT_OPINION_STATE_LABELS[row.state])}</StatusTag> },
        ]}
      />
    </div>
  );
}

function One({ lang, review }: { readonly lang: Lang; readonly review: Review }) {
  const mayAnswer = review.state === "INVITED" && review.reviewState === "OPEN";
  return (
    <div className="grid gap-5">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, PLACE), label: pick(lang, X.title) }, { label: review.projectName }]} title={<span lang="zh-CN">{review.projectName}</span>} status={<StatusTag tone={mayAnswer ? "waiting" : "done"}>{pick(lang, EXPERT_OPINION_STATE_LABELS[review.state])}</StatusTag>} />
      <Panel tone="brand" title={pick(lang, X.question)}><p lang="zh-CN" className="whitespace-pre-line">{review.question}</p><p lang="zh-CN" className="mt-2 text-sm text-ink-soft">{review.officeName}</p></Panel>
      {review.said ? <Panel title={pick(lang, X.words)}><p lang="zh-CN" className="whitespace-pre-line">{review.said.words}</p></Panel> : null}
      {mayAnswer ? (
        <Panel title={pick(lang, X.give)} actions={<WordsAct lang={lang} url={`/api/v1/expert-reviews/${review.reviewId}/decline`} label={pick(lang, X.decline)} sentence={pick(lang, X.declineText)} field={{ name: "words", label: pick(lang, X.why), rows: 3 }} />}>
          <OpinionForm lang={lang} reviewId={review.reviewId} />
        </Panel>
      ) : null}
      {review.form ? (
        <>
          {review.worksheet ? <Panel title={pick(lang, X.worksheet)}><AmountWorksheet lang={lang} worksheet={review.worksheet} /></Panel> : null}
          <Panel title={pick(lang, X.form)}><ContractView lang={lang} form={review.form} /></Panel>
          <Panel title={pick(lang, X.text)}><div lang="zh-CN" tabIndex={0} role="region" aria-label={pick(lang, X.text)} className="max-h-120 overflow-y-auto leading-relaxed whitespace-pre-wrap">{review.form.text}</div></Panel>
        </>
      ) : <p className="text-ink-soft">{pick(lang, X.over)}</p>}
    </div>
  );
}
