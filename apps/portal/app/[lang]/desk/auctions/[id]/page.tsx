import { readBoxes, readLotPermissions, readPlans } from "@ttx/domain/auction";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { toYuanText } from "@ttx/domain/shared/money";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { requireActor } from "#auth/actor.ts";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { AuctioneerDesk } from "#components/auction/auctioneer-desk.tsx";
import { deskAct } from "#components/auction/desk-act.ts";
import { ConductLot } from "#components/auction/conduct-lot.tsx";
import { LayOpen } from "#components/auction/lay-open.tsx";
import { ScorePlans } from "#components/auction/score-plans.tsx";
import { LotScreen, readLot } from "#components/auction/lot-screen.tsx";
import { href } from "#lang/href.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";

const T = {
  host: { zh: "当前操作", en: "To do now" },
  publicPage: { zh: "公开页面", en: "Public page" },
  conduct: { zh: "主持与监督", en: "Conduct" },
  annulment: { zh: "撤销提请", en: "Proposal to annul" },
  plans: { zh: "方案评分", en: "Score the plans" },
  opening: { zh: "开标", en: "Opening of the bids" },
  confirmation: { zh: "成交确认书", en: "Confirmation" },
  verify: { zh: "核验记录", en: "Verify the log" },
} as const satisfies Record<string, Text>;

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [lang, { id }] = await Promise.all([readLang(params), params]);
  const { no } = await orNotFound(readLot(ANONYMOUS, id));
  return { title: `${pick(lang, AUCTIONS)} ${no}` };
}

export default async function DeskAuctionPage({ params }: Props) {
  const lang = await readLang(params);
  const actor = await requireActor(lang);
  const { id } = await params;
  const [lot, may] = await Promise.all([
    orNotFound(readLot(actor, id)),
    orNotFound(read(deps(), readLotPermissions, actor, { auctionId: id })),
  ]);
  const plans = may.score ? await read(deps(), readPlans, actor, { auctionId: id }) : null;
  const boxes = may.layOpen && lot.stage === "REVEAL" ? await read(deps(), readBoxes, actor, { auctionId: id }) : null;
  return (
    <div className="grid gap-6">
      <PageHeader
        lang={lang}
        crumbs={[{ href: href(lang, "/desk/auctions"), label: pick(lang, AUCTIONS) }]}
        title={lang === "en" ? (lot.result.titleEn ?? lot.result.title) : lot.result.title}
        actions={
          <span className="flex gap-4 text-sm">
            <a className="link" href={href(lang, `/auctions/${id}`)}>{pick(lang, T.publicPage)}</a>
            <a className="link" href={href(lang, `/auctions/${id}/verify`)}>{pick(lang, T.verify)}</a>
            {may.readConfirmation ? <a className="link" href={href(lang, `/desk/auctions/${id}/confirmation`)}>{pick(lang, T.confirmation)}</a> : null}
          </span>
        }
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6">
          <LotScreen lang={lang} actor={actor} lot={lot} />
          {plans && plans.plans.length > 0 ? <Panel title={pick(lang, T.plans)}><ScorePlans lang={lang} auctionId={id} items={plans.items} scorers={plans.scorers} plans={plans.plans} /></Panel> : null}
        </div>
        <div className="grid gap-6 empty:hidden">
        {boxes?.isOpen ? <Panel title={pick(lang, T.opening)}><LayOpen lang={lang} auctionId={id} laidOpen={boxes.laidOpen} holder={boxes.holder} otherLaidOpen={boxes.otherLaidOpen} modulus={boxes.modulus} halves={boxes.halves} /></Panel> : null}
        {deskAct({ state: lot.state, leaderNo: lot.leaderNo, reopensAt: lot.reopensAt, price: lot.currentFen, may }) ? (
          <Panel title={pick(lang, T.host)}>
            <AuctioneerDesk lang={lang} auctionId={id} state={lot.state} price={lot.currentFen === null ? null : toYuanText(lot.currentFen)} leaderNo={lot.leaderNo} isNotBegun={lot.isNotBegun} reopensAt={lot.reopensAt?.toISOString() ?? null} outage={lot.clockRules} frozenSince={lot.faultAt?.toISOString() ?? lot.frozenAt?.toISOString() ?? null} may={may} />
          </Panel>
        ) : null}
        {may.announce || may.annul || may.annulment ? (
          <Panel title={pick(lang, may.announce || may.annul ? T.conduct : T.annulment)}>
            <ConductLot lang={lang} auctionId={id} isOver={lot.closedAt !== null} hasPresider={lot.presider !== null} may={{ preside: may.preside, announce: may.announce, annul: may.annul, decideAnnulment: may.decideAnnulment, annulment: may.annulment && { ...may.annulment, proposedAt: may.annulment.proposedAt.toISOString() } }} />
          </Panel>
        ) : null}
        </div>
      </div>
    </div>
  );
}
