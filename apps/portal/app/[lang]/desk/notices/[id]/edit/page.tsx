import { readNotice } from "@ttx/domain/agreed-price";
import { dayOf } from "@ttx/domain/shared/clock";
import { toYuanText } from "@ttx/domain/shared/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick } from "@ttx/ui/text";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/actor.ts";
import { D, F } from "#components/notice/desk-texts.ts";
import { NoticeForm } from "#components/notice/notice-form.tsx";
import type { GivenTerms } from "#components/terms/given-terms.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), F.editTitle) };
}

export default async function EditNoticePage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const notice = await readFor(actor, readNotice, { noticeId: id });
  if (!notice.may.change) notFound();
  const { buyer, venue, relation } = notice;
  const terms = notice.terms as GivenTerms | null;
  return (
    <div className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/notices"), label: pick(lang, D.title) }, { href: href(lang, `/desk/notices/${id}`), label: notice.no }, { label: pick(lang, F.editTitle) }]}
        title={<span lang="zh-CN">{notice.title}</span>}
      />
      {notice.state === "PREPARED" ? null : <Panel tone="due">{pick(lang, F.editRunning)}</Panel>}
      <NoticeForm
        lang={lang}
        change={{ noticeId: id, version: notice.version }}
        today={dayOf(notice.now)}
        isStateEnterprise={actor.organisation?.kind === "STATE_ENTERPRISE"}
        given={{
          resultId: notice.resultId,
          buyer: { value: buyer.id, label: buyer.name },
          venue: venue ? { value: venue.id, label: venue.name } : undefined,
          tradeMode: notice.tradeMode,
          licenceKind: notice.licenceKind ?? "",
          licenceYears: notice.licenceYears?.toString() ?? "",
          territory: terms?.licence?.territory ?? "",
          payment: terms?.payment ?? { form: "LUMP_SUM", price: toYuanText(notice.priceFen) },
          priceBasis: notice.priceBasis,
          decisionBody: notice.decisionBody,
          decisionOn: notice.decisionOn,
          directApproval: notice.directApproval,
          objectionChannel: notice.objectionChannel,
          unitPlace: notice.unitPlace,
          days: String(notice.days),
          ties: relation.ties,
          funded: relation.buyerFundedProject,
          holding: relation.buyerIsUnitsHoldingCompany,
        }}
      />
    </div>
  );
}
