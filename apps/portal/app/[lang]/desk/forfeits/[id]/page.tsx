import { FORFEIT_GROUND_LABELS, readForfeit } from "@ttx/domain/deposit";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime } from "@ttx/ui/format";
import { Money } from "@ttx/ui/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { Section } from "@ttx/ui/section";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { FormAct } from "#components/form-act.tsx";
import { F, forfeitState } from "#components/money/forfeit-texts.ts";
import { href } from "#lang/href.ts";
import { readLang } from "#lang/read-lang.ts";
import { readFor } from "#runtime/read-page.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };
type Forfeit = Awaited<ReturnType<typeof readForfeit.run>>;
type Part = { readonly lang: Lang; readonly forfeit: Forfeit };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pick(await readLang(params), F.title) };
}

export default async function ForfeitPage({ params }: Props) {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const actor = await requireActor(lang);
  const forfeit = await readFor(actor, readForfeit, { depositId: id });
  const { tone, words } = forfeitState(forfeit);
  const isVenue = actor.organisation?.kind === "VENUE";
  return (
    <article className="grid gap-8">
      <PageHeader
        lang={lang}
        crumbs={[isVenue ? { href: href(lang, "/desk/forfeits"), label: pick(lang, F.title) } : { label: pick(lang, F.title) }, { label: forfeit.listing.no }]}
        title={<span lang="zh-CN">{forfeit.listing.title}</span>}
        status={<StatusTag tone={tone}>{pick(lang, words)}</StatusTag>}
      />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="order-2 grid min-w-0 content-start gap-10 lg:order-1">
          <Decision lang={lang} forfeit={forfeit} />
          {forfeit.distribution ? <Distribution lang={lang} distribution={forfeit.distribution} /> : null}
        </div>
        <div className="order-1 grid content-start gap-6 lg:order-2">
          <Panel>
            <p className="text-sm text-ink-soft">{pick(lang, F.amount)}</p>
            <p className="text-xl font-semibold"><Money lang={lang} amount={forfeit.amountFen} /></p>
            <p className="text-sm text-ink-soft">{pick(lang, forfeit.surplusRule === "TO_SELLER" ? F.toSeller : F.toBidder)}</p>
          </Panel>
          <NextStep lang={lang} forfeit={forfeit} />
        </div>
      </div>
    </article>
  );
}

function Decision({ lang, forfeit }: Part) {
  return (
    <>
      <Section id="decision" title={pick(lang, F.decision)}>
        <DefinitionList
          items={[
            { term: pick(lang, F.payer), value: <span lang="zh-CN">{forfeit.payer}</span> },
            { term: pick(lang, F.ground), value: pick(lang, FORFEIT_GROUND_LABELS[forfeit.ground]) },
            { term: pick(lang, F.reason), value: <span lang="zh-CN">{forfeit.reason}</span> },
            { term: pick(lang, F.decidedBy), value: <span lang="zh-CN">{forfeit.decidedBy}</span> },
            { term: pick(lang, F.decidedAt), value: <span className="tabular">{formatDateTime(forfeit.decidedAt, lang)}</span> },
            { term: pick(lang, F.appealUntil), value: <span className="tabular">{formatDateTime(forfeit.appealEndsAt, lang)}</span> },
            ...(forfeit.deal ? [{ term: pick(lang, F.deal), value: <a className="link tabular" href={href(lang, `/desk/deals/${forfeit.deal.id}`)}>{forfeit.deal.no}</a> }] : []),
          ]}
        />
      </Section>
      <Section id="appeal" title={pick(lang, F.appeal)}>
        {forfeit.appeal === null ? <p className="text-ink-soft">{pick(lang, F.noAppeal)}</p> : <div className="grid gap-1"><p lang="zh-CN">{forfeit.appeal}</p><p className="tabular text-sm text-ink-soft">{formatDateTime(forfeit.appealedAt!, lang)}</p></div>}
      </Section>
      <Section id="ruling" title={pick(lang, F.ruling)}>
        {forfeit.ruling === null ? <p className="text-ink-soft">{pick(lang, F.noRuling)}</p> : (
          <DefinitionList
            items={[
              { term: pick(lang, F.ruling), value: pick(lang, forfeit.ruling === "UPHELD" ? F.upheld : F.revoked) },
              { term: pick(lang, F.reason), value: <span lang="zh-CN">{forfeit.rulingReason}</span> },
              { term: pick(lang, F.ruledBy), value: <span lang="zh-CN">{forfeit.ruledBy}</span> },
            ]}
          />
        )}
      </Section>
    </>
  );
}

function Distribution({ lang, distribution }: { readonly lang: Lang; readonly distribution: NonNullable<Forfeit["distribution"]> }) {
  const money = (fen: string) => <Money lang={lang} amount={BigInt(fen)} />;
  return (
    <Section id="distribution" title={pick(lang, F.distribution)}>
      <DefinitionList
        items={[
          { term: pick(lang, F.firstPrice), value: money(distribution.firstPriceFen) },
          { term: pick(lang, F.resalePrice), value: distribution.resalePriceFen === null ? pick(lang, F.notResold) : money(distribution.resalePriceFen) },
          { term: pick(lang, F.loss), value: money(distribution.lossFen) },
          { term: pick(lang, F.toCosts), value: money(distribution.toCostsFen) },
          { term: pick(lang, F.toShortfall), value: money(distribution.toShortfallFen) },
          { term: pick(lang, F.surplusSeller), value: money(distribution.surplusToSellerFen) },
          { term: pick(lang, F.surplusBidder), value: money(distribution.surplusToBidderFen) },
          { term: pick(lang, F.claim), value: <strong>{money(distribution.claimFen)}</strong> },
        ]}
      />
    </Section>
  );
}

function NextStep({ lang, forfeit }: Part) {
  const { may, depositId } = forfeit;
  const base = `/api/v1/forfeits/${depositId}`;
  const isOver = forfeit.now >= forfeit.appealEndsAt;
  const words = forfeit.ruling === "REVOKED" || forfeit.distributedAt !== null ? F.ended : forfeit.ruling === "UPHELD" ? F.waitDistribution : isOver ? F.waitRuling : F.waitAppeal;
  const reason = { name: "reason", label: pick(lang, F.reason), kind: "prose" } as const;
  return (
    <Panel title={pick(lang, F.next)} tone={words === F.ended ? "done" : "brand"}>
      <div className="grid gap-3">
        <p>{pick(lang, words)}</p>
        <div className="flex flex-wrap gap-3">
          {may.appeal ? <FormAct lang={lang} url={`${base}/appeal`} label={pick(lang, F.doAppeal)} sentence={pick(lang, F.appealText)} fields={[{ name: "appeal", label: pick(lang, F.reason), kind: "prose" }]} /> : null}
          {may.uphold ? <FormAct lang={lang} url={`${base}/ruling`} body={{ ruling: "UPHELD" }} label={pick(lang, F.uphold)} sentence={pick(lang, F.upholdText)} fields={[reason]} /> : null}
          {may.revoke ? <FormAct lang={lang} url={`${base}/ruling`} body={{ ruling: "REVOKED" }} tone="secondary" label={pick(lang, F.revoke)} sentence={pick(lang, F.revokeText)} fields={[reason]} /> : null}
          {may.distribute ? (
            <FormAct
              lang={lang} url={`${base}/distribution`} label={pick(lang, F.distribute)} sentence={pick(lang, F.distributeText)}
              fields={[
                { name: "resale", label: pick(lang, F.resale), kind: "choice", options: [{ value: "SOLD", label: pick(lang, F.resaleSold) }, { value: "NONE", label: pick(lang, F.resaleNone) }] },
                { name: "reason", label: pick(lang, F.note), kind: "prose" },
              ]}
            />
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
