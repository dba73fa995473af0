import { readPublishedNotice } from "@ttx/domain/agreed-price";
import { NOTICE_STATE_LABELS } from "@ttx/domain/agreed-price/client";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { FollowButton } from "#components/interest/follow-button.tsx";
import { PrintButton } from "#components/interest/print-button.tsx";
import { ShareMenu } from "#components/interest/share-menu.tsx";
import { NoticeContent } from "#components/notice/notice-content.tsx";
import { NoticeTimeLeft, NoticeTimeline, ObjectionList } from "#components/notice/notice-procedure.tsx";
import { N, NOTICE_TONES, O } from "#components/notice/notice-texts.ts";
import { ObjectionForm } from "#components/notice/objection-form.tsx";
import { ReportSecrecy } from "#components/secrecy/report-secrecy.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const readOnce = cache((noticeId: string) => readPublic(readPublishedNotice, { noticeId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const notice = await readOnce((await params).id);
  return { title: notice.title, description: notice.abstract.slice(0, 150) };
}

export default async function NoticePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const notice = await readOnce(id);
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/notices"), label: pick(lang, N.title) }, { label: notice.no }]}
        title={<span lang="zh-CN">{notice.title}</span>}
        status={
          <>
            <StatusTag tone={NOTICE_TONES[notice.state]}>{pick(lang, NOTICE_STATE_LABELS[notice.state])}</StatusTag>
            {notice.related ? <StatusTag tone="due">{pick(lang, N.related)}</StatusTag> : null}
          </>
        }
        actions={<span data-print="no" className="flex flex-wrap gap-2"><FollowButton lang={lang} kind="RESULT" id={notice.resultId} place={`/notices/${notice.id}`} /><ShareMenu lang={lang} title={notice.title} /><PrintButton lang={lang} /><ReportSecrecy lang={lang} seenAs="NOTICE" id={notice.id} /></span>}
      />
      <ExtensionBanner lang={lang} subjectIds={[notice.id]} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-8 lg:order-1">
          <NoticeContent lang={lang} notice={notice} />
          <Section id="objections" title={pick(lang, N.objections)}><ObjectionList lang={lang} objections={notice.objections} /></Section>
          <Section id="object" title={pick(lang, O.title)} intro={pick(lang, notice.objectionOpen ? O.intro : O.closed)}>
            {notice.objectionOpen ? <ObjectionForm lang={lang} noticeId={notice.id} /> : null}
          </Section>
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, N.price)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={notice.priceFen} /></p>
            <div className="mt-4"><NoticeTimeLeft lang={lang} notice={notice} /></div>
            {notice.stateReason ? <p className="mt-4 text-sm">{pick(lang, N.reason)}：{notice.stateReason}</p> : null}
          </Panel>
          <Section id="procedure" title={pick(lang, N.procedure)}><NoticeTimeline lang={lang} steps={notice.timeline} notice={notice} /></Section>
        </div>
      </div>
    </article>
  );
}
