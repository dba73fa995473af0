import { readAward } from "@ttx/domain/deal";
import { DEAL_ORIGIN_LABELS } from "@ttx/domain/deal/client";
import { ORGANISATION_KIND_LABELS } from "@ttx/domain/identity";
import { INTENT_RELATION_LABELS } from "@ttx/domain/listing/client";
import { fullDivisionName } from "@ttx/domain/reference";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { AwardObjectionForm } from "#components/deal/award-objection-form.tsx";
import { AwardObjectionList } from "#components/deal/award-objection-list.tsx";
import { AO, W } from "#components/deal/award-texts.ts";
import { PrintButton } from "#components/interest/print-button.tsx";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readPublic } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Award = Awaited<ReturnType<typeof readAward.run>>;

const readOnce = cache((dealId: string) => readPublic(readAward, { dealId }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  return { title: `${(await readOnce(id)).title} · ${pick(lang, AO.title)}` };
}

export default async function AwardPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const award = await readOnce(id);
  return (
    <article className="grid gap-8" data-print="sheet">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/awards"), label: pick(lang, W.title) }, { label: award.no }]}
        title={<span lang="zh-CN">{award.title}</span>}
        status={<Standing lang={lang} award={award} />}
        actions={<span data-print="no"><PrintButton lang={lang} /></span>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-8 lg:order-1">
          <Section id="facts" title={pick(lang, AO.facts)}><Facts lang={lang} award={award} /></Section>
          <Section id="objections" title={pick(lang, AO.list)}><AwardObjectionList lang={lang} objections={award.objections} /></Section>
          <div data-print="no">
            <Section id="object" title={pick(lang, AO.object)} intro={pick(lang, award.objectionOpen ? AO.intro : AO.closed)}>
              {award.objectionOpen ? <AwardObjectionForm lang={lang} dealId={id} /> : null}
            </Section>
          </div>
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, W.price)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={award.priceFen} /></p>
            <p className="mt-4 text-sm text-ink-soft">{pick(lang, AO.until)}</p>
            <p className="tabular">{award.announcedUntil === undefined ? pick(lang, AO.notAnnounced) : formatDateTime(award.announcedUntil, lang)}</p>
          </Panel>
        </div>
      </div>
    </article>
  );
}

function Standing({ lang, award }: { readonly lang: Lang; readonly award: Award }) {
  if (award.annulledBecause !== null) return <StatusTag tone="refused">{pick(lang, AO.annulled)}</StatusTag>;
  if (award.defaulted) return <StatusTag tone="refused">{pick(lang, W.defaulted)}</StatusTag>;
  return (
    <>
      <StatusTag tone={award.standing === "RUNNING" ? "active" : "done"}>{pick(lang, award.standing === "RUNNING" ? W.running : W.over)}</StatusTag>
      {award.openObjections > 0 ? <StatusTag tone="due">{pick(lang, AO.underObjection)}</StatusTag> : null}
    </>
  );
}

function Facts({ lang, award }: { readonly lang: Lang; readonly award: Award }) {
  const between = lang === "zh" ? "；" : "; ";
  const named = (name: string, nameEn: string | null) => (lang === "en" && nameEn !== null ? nameEn : <span lang="zh-CN">{name}</span>);
  return (
    <DefinitionList
      items={[
        { term: pick(lang, AO.no), value: <span className="tabular">{award.no}</span> },
        { term: pick(lang, AO.listing), value: <a className="link tabular" href={href(lang, `/listings/${award.listing.id}`)}>{award.listing.no}</a> },
        { term: pick(lang, W.how), value: pick(lang, DEAL_ORIGIN_LABELS[award.origin]) },
        { term: pick(lang, W.seller), value: named(award.seller, award.sellerEn) },
        { term: pick(lang, W.buyer), value: <>{award.buyer === null ? null : <span lang="zh-CN" className="block">{award.buyer}</span>}{pick(lang, ORGANISATION_KIND_LABELS[award.buyerKind])} · <span lang="zh-CN">{fullDivisionName(award.buyerDivision)}</span></> },
        ...(award.relations.length > 0 ? [{ term: pick(lang, W.related).replace("：{natures}", "").replace(": {natures}", ""), value: award.relations.map((relation) => pick(lang, INTENT_RELATION_LABELS[relation])).join(between) }] : []),
        { term: pick(lang, AO.venue), value: named(award.venue, award.venueEn) },
        { term: pick(lang, W.awardedOn), value: <span className="tabular">{formatDateTime(award.awardedAt, lang)}</span> },
        ...(award.annulledBecause === null ? [] : [{ term: pick(lang, AO.annulled), value: <span lang="zh-CN">{award.annulledBecause}</span> }]),
      ]}
    />
  );
}
