import { AUCTION_PHASES, readAuction, readBids } from "@ttx/domain/auction";
import { PRIORITY_MODE_LABELS } from "@ttx/domain/listing/client";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { read } from "@ttx/domain/shared/execute";
import { toWire } from "@ttx/domain/shared/wire";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { ReminderButton } from "#components/auction/reminder-button.tsx";
import { LiveLot } from "#components/auction/live-lot.tsx";
import { procedureFacts } from "#components/auction/procedure-facts.tsx";
import { StagedLot } from "#components/auction/staged-lot.tsx";
import type { LotBid, LotView } from "#components/auction/use-lot.ts";
import { href } from "#lang/href.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { deps } from "#runtime/deps.ts";
import { LOT_TEXTS as T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const SHOWN_BIDS = 200;
const OVER: readonly string[] = AUCTION_PHASES.over;
const lotOf = cache((id: string) => orNotFound(read(deps(), readAuction, ANONYMOUS, { auctionId: id })));

function titleOf(lang: Lang, { title, titleEn }: { readonly title: string; readonly titleEn: string | null }): string {
  return lang === "en" ? (titleEn ?? title) : title;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: titleOf(await readLang(params), (await lotOf(id)).result) };
}

export default async function AuctionPage({ params }: Props) {
  const lang = await readLang(params);
  const { id } = await params;
  const lot = await lotOf(id);
  const { items } = await read(deps(), readBids, ANONYMOUS, { auctionId: id, after: Math.max(0, lot.sequence - SHOWN_BIDS), limit: SHOWN_BIDS });
  const wire = toWire({ ...lot, bids: items.filter(({ kind }) => kind !== "HALTED" && kind !== "REOPENED").toReversed() }) as LotView & { readonly bids: LotBid[]; readonly startPrice: string; readonly freeStartsAt: string };
  const say = (text: Text): string => pick(lang, text);
  const steps = lot.terms.incrementTable.map(({ fromFen, stepFen }) => `${fromFen === 0n ? "" : `${formatYuan(fromFen)} ${say(T.fromHere)} `}${formatYuan(stepFen)}`);
  return (
    <div className="grid gap-6">
      <PageHeader lang={lang} crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }]} title={titleOf(lang, lot.result)} actions={lot.state === "SCHEDULED" ? <ReminderButton lang={lang} auctionId={id} /> : null} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {lot.stage === null || lot.terms.procedure === null ? (
          <LiveLot lang={lang} hall={{ presider: lot.presider, messages: lot.messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })) }} auctionId={id} startPrice={wire.startPrice} startsAt={wire.freeStartsAt} initial={wire} bids={wire.bids} rules={{ priorityMode: lot.terms.priorityMode, allowProxy: lot.terms.allowProxy }} />
        ) : (
          <StagedLot lang={lang} hall={{ presider: lot.presider, messages: lot.messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })) }} auctionId={id} startPrice={wire.startPrice} startsAt={wire.freeStartsAt} initial={wire} bids={wire.bids} terms={lot.terms.procedure} stage={{ stage: lot.stage, stageRound: lot.stageRound, stageEndsAt: lot.stageEndsAt?.toISOString() ?? null }} />
        )}
        <div className="grid gap-6">
          <Panel title={say(T.terms)}>
            <DefinitionList
              items={[
                { term: say(T.no), value: <span className="tabular">{lot.no}</span> },
                { term: say(T.seller), value: lang === "en" ? (lot.listing.seller.nameEn ?? lot.listing.seller.name) : lot.listing.seller.name },
                { term: say(T.venue), value: lang === "en" ? (lot.listing.venue.nameEn ?? lot.listing.venue.name) : lot.listing.venue.name },
                { term: say(T.startPrice), value: formatYuan(lot.startPriceFen) },
                { term: say(T.reserve), value: say(lot.hasReserve ? T.hasReserve : T.noReserve) },
                { term: say(T.increment), value: `${steps.join("；")}${lang === "zh" ? "，" : ", "}${say(lot.terms.incrementMode === "AT_LEAST" ? T.atLeast : T.multiple)}` },
                { term: say(T.freePeriod), value: `${formatDateTime(lot.freeStartsAt, lang)} – ${formatDateTime(lot.freeEndsAt, lang)}` },
                ...(lot.stage !== null ? [] : [{ term: say(T.window), value: say(T.windowText).replace("{n}", String(lot.terms.windowSeconds)) }]),
                ...(lot.terms.procedure ? procedureFacts(lang, lot.terms.procedure) : []),
                { term: say(T.topUp), value: say(lot.terms.allowTopUpByLeader ? T.allowed : T.notAllowed) },
                { term: say(T.proxy), value: say(lot.terms.allowProxy ? T.allowed : T.notAllowed) },
                { term: say(T.priority), value: say(PRIORITY_MODE_LABELS[lot.terms.priorityMode]) },
                ...(lot.bidderCount === null || lot.bidderCount === 0 ? [] : [{ term: say(T.bidders), value: String(lot.bidderCount) }]),
              ]}
            />
          </Panel>
          <Panel title={say(T.proof)}>
            <div className="grid gap-3 text-sm">
              <p>{say(T.proofText)}</p>
              <p className="text-xs break-all text-ink-soft">{say(T.announcementHash)} <code>{lot.announcementHash}</code></p>
              <p><a className="link" href={href(lang, `/auctions/${id}/verify`)}>{say(T.verify)}</a></p>
              {OVER.includes(lot.state) ? <p><a className="link" href={href(lang, `/auctions/${id}/replay`)}>{say(T.replay)}</a></p> : null}
              <p><a className="link" href={href(lang, `/listings/${lot.listing.id}`)}>{say(T.listing)}</a></p>
            </div>
          </Panel>
        </div>
      </div>
    </div>
  );
}
