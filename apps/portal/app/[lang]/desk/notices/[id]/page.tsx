import { readNotice } from "@ttx/domain/agreed-price";
import { NOTICE_STATE_LABELS } from "@ttx/domain/agreed-price/client";
import { toYuanText } from "@ttx/domain/shared/money";
import { DefinitionList } from "@ttx/ui/definition-list";
import { LinkButton } from "@ttx/ui/link-button";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { ExtensionBanner } from "#components/extension/extension-banner.tsx";
import { ConfirmedAct } from "#components/confirmed-act.tsx";
import { A, D } from "#components/notice/desk-texts.ts";
import { NoticeContent } from "#components/notice/notice-content.tsx";
import { NoticeTimeLeft, NoticeTimeline, ObjectionList } from "#components/notice/notice-procedure.tsx";
import { N, NOTICE_TONES } from "#components/notice/notice-texts.ts";
import { RulingForm } from "#components/notice/ruling-form.tsx";
import { PriceComparison } from "#components/valuation/price-comparison.tsx";
import { PriorityPanel } from "#components/priority/priority-panel.tsx";
import { ProjectContractReminder } from "#components/project-contract/project-contract-line.tsx";
import { ReasonedAct } from "#components/reasoned-act.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), D.title) };
}

export default async function OwnNoticePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const notice = await readFor(actor, readNotice, { noticeId: id });
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/notices"), label: pick(lang, D.title) }, { label: notice.no }]}
        title={<span lang="zh-CN">{notice.title}</span>}
        status={
          <>
            <StatusTag tone={NOTICE_TONES[notice.state]}>{pick(lang, NOTICE_STATE_LABELS[notice.state])}</StatusTag>
            {notice.related ? <StatusTag tone="due">{pick(lang, N.related)}</StatusTag> : null}
          </>
        }
        actions={
          <>
            {notice.may.change ? <LinkButton size="small" href={href(lang, `/desk/notices/${id}/edit`)}>{pick(lang, D.edit)}</LinkButton> : null}
            {notice.publishedAt ? <LinkButton size="small" href={href(lang, `/notices/${id}`)}>{pick(lang, D.publicPage)}</LinkButton> : null}
            {notice.may.cancel ? <ReasonedAct lang={lang} url={`/api/v1/notices/${id}/cancel`} label={pick(lang, A.cancel)} sentence={pick(lang, A.cancelText)} reasonLabel={pick(lang, A.reason)} /> : null}
          </>
        }
      />
      <ExtensionBanner lang={lang} subjectIds={[notice.id]} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-8 lg:order-1">
          <NoticeContent lang={lang} notice={notice} />
          {notice.side === "seller" ? <PriorityPanel lang={lang} actor={actor} subjectType="notice" subjectId={id} /> : null}
          <Section id="objections" title={pick(lang, N.objections)} intro={notice.objections.length > 0 && notice.side === "seller" ? pick(lang, A.ruleBy) : undefined}>
            <ObjectionList
              lang={lang}
              objections={notice.objections}
              extra={(objection) => (
                <>
                  <DefinitionList
                    items={[
                      { term: pick(lang, A.facts), value: <span className="whitespace-pre-line">{objection.facts || "—"}</span> },
                      ...(notice.side === "seller" ? [{ term: pick(lang, A.filedBy), value: objection.filedBy ?? pick(lang, N.anonymous) }, { term: pick(lang, A.contact), value: objection.contact ?? "—" }] : []),
                    ]}
                  />
                  {notice.may.rule && objection.state === "FILED" && notice.state === "OBJECTED" ? <RulingForm lang={lang} objectionId={objection.id} /> : null}
                </>
              )}
            />
          </Section>
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, N.price)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={notice.priceFen} /></p>
            <div className="mt-4"><NoticeTimeLeft lang={lang} notice={notice} /></div>
          </Panel>
          <NextStep lang={lang} notice={notice} />
          {notice.state === "PREPARED" && notice.side === "seller" ? <ProjectContractReminder lang={lang} actor={actor} resultId={notice.resultId} /> : null}
          {notice.comparison ? <PriceComparison lang={lang} comparison={notice.comparison} href={href(lang, `/desk/results/${notice.resultId}/valuations`)} /> : null}
          <Section id="procedure" title={pick(lang, N.procedure)}><NoticeTimeline lang={lang} steps={notice.timeline} notice={notice} confirmed={notice.confirmedAt !== null} /></Section>
        </div>
      </div>
    </article>
  );
}

type Shown = Awaited<ReturnType<typeof readNotice.run>>;

function NextStep({ lang, notice }: { readonly lang: Lang; readonly notice: Shown }) {
  const named = (text: Text): string => pick(lang, text).replace("{title}", notice.title).replace("{days}", String(notice.days));
  const price = toYuanText(notice.priceFen);
  const act = (() => {
    if (notice.may.confirm) return <ConfirmedAct lang={lang} url={`/api/v1/notices/${notice.id}/confirm`} body={{ termsHash: notice.termsHash }} label={pick(lang, A.confirm)} sentence={named(A.confirmSentence)} amount={price} />;
    if (notice.may.publish) return <ConfirmedAct lang={lang} url={`/api/v1/notices/${notice.id}/publish`} label={pick(lang, A.publish)} sentence={named(A.publishSentence)} amount={price} />;
    if (notice.may.openDeal) return <OpenDeal lang={lang} notice={notice} price={price} sentence={named(A.openSentence)} />;
    if (notice.deal) return <LinkButton tone="primary" href={href(lang, `/desk/deals/${notice.deal.id}`)}>{pick(lang, D.deal)} {notice.deal.no}</LinkButton>;
    return null;
  })();
  const words = wordsFor(notice);
  if (!act && !words) return null;
  return (
    <Panel title={pick(lang, A.nextStep)} tone="brand">
      <div className="grid justify-items-start gap-3">
        {words ? <p>{pick(lang, words)}</p> : null}
        {act}
      </div>
    </Panel>
  );
}

function OpenDeal({ lang, notice, price, sentence }: { readonly lang: Lang; readonly notice: Shown; readonly price: string; readonly sentence: string }) {
  return <ConfirmedAct lang={lang} url={`/api/v1/notices/${notice.id}/deal`} body={{ price }} label={pick(lang, A.openDeal)} sentence={sentence} amount={price} goTo={href(lang, "/desk/deals")} />;
}

function wordsFor({ state, side, confirmedAt, deal }: Shown): Text | null {
  if (state === "PREPARED" && side === "seller") return confirmedAt ? null : A.waitBuyer;
  if (state === "PREPARED") return confirmedAt ? A.waitSeller : null;
  if (state === "RUNNING" && !deal) return A.running;
  return state === "OBJECTED" && side === "buyer" ? A.objectedBuyer : null;
}
