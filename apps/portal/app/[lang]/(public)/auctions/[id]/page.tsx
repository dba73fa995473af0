import { AUCTION_PHASES } from "@ttx/domain/auction";
import { PRIORITY_MODE_LABELS } from "@ttx/domain/listing/client";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { fillText } from "@ttx/domain/shared/texts";
import { toWire } from "@ttx/domain/shared/wire";
import { DefinitionList } from "@ttx/ui/definition-list";
import { formatYuan } from "@ttx/ui/format";
import { PageHeader } from "@ttx/ui/page-header";
import { Panel } from "@ttx/ui/panel";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { Metadata } from "next";
import { cache } from "react";
import { AUCTIONS } from "#components/auction/auction-texts.ts";
import { FollowedLot, LotHardStop, LotOutcome, LotPeriod, WhileLot, type LotFacts } from "#components/auction/followed-lot.tsx";
import { ReminderButton } from "#components/auction/reminder-button.tsx";
import { LotScreen, readLot } from "#components/auction/lot-screen.tsx";
import { procedureFacts } from "#components/auction/procedure-facts.tsx";
import { FEE, VenueFee } from "#components/rules/venue-fee.tsx";
import { ReportSecrecy } from "#components/secrecy/report-secrecy.tsx";
import { href } from "#lang/href.ts";
import { nameIn } from "#lang/name-in.ts";
import { orNotFound } from "#lang/or-not-found.ts";
import { readLang } from "#lang/read-lang.ts";
import { LOT_TEXTS as T } from "./texts.ts";

type Props = { readonly params: Promise<{ readonly lang: string; readonly id: string }> };

const WINDOW_TEXTS = { TWO_PHASE: T.windowText, ONE_PERIOD: T.onePeriodText, CONTEST: T.contestText } as const;
const PERIODS = { F1: T.freePeriod, F2: T.onePeriod, F3: T.onlyRound, F4: T.sealedPeriod, F5: T.onlyRound, F6: T.fallPeriod } as const;
const SOON = ["SCHEDULED"];
const lotOf = cache((id: string) => orNotFound(readLot(ANONYMOUS, id)));

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
  const say = (text: Text): string => pick(lang, text);
  const isSealed = lot.format === "F3" || lot.format === "F4" || lot.format === "F5";
  const steps = lot.terms.incrementTable.map(({ fromFen, stepFen }) => `${fromFen === 0n ? "" : `${formatYuan(fromFen)} ${say(T.fromHere)} `}${formatYuan(stepFen)}`);
  const { state, freeStartsAt, freeEndsAt, terms: { hardStop }, priorityDueAt, bidderCount, winner } = lot;
  const facts = toWire({ state, freeStartsAt, freeEndsAt, terms: { hardStop }, priorityDueAt, bidderCount, winner }) as LotFacts;
  return (
    <FollowedLot auctionId={id} version={lot.version} initial={facts}>
      <div className="grid gap-6">
        <PageHeader lang={lang} crumbs={[{ href: href(lang, "/auctions"), label: say(AUCTIONS) }]} title={titleOf(lang, lot.result)} actions={<span data-print="no" className="flex flex-wrap gap-2"><WhileLot isIn={SOON}><ReminderButton lang={lang} auctionId={id} /></WhileLot><ReportSecrecy lang={lang} seenAs="AUCTION" id={id} /></span>} />
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <LotScreen lang={lang} actor={ANONYMOUS} lot={lot} />
          <div className="grid gap-6">
            <Panel title={say(T.terms)}>
              <LotOutcome lang={lang} />
              <DefinitionList
                items={[
                  { term: say(T.no), value: <span className="tabular">{lot.no}</span> },
                  { term: say(T.seller), value: nameIn(lang, lot.listing.seller) },
                  { term: say(T.venue), value: nameIn(lang, lot.listing.venue) },
                  { term: say(T.startPrice), value: formatYuan(lot.startPriceFen) },
                  { term: say(FEE), value: <VenueFee lang={lang} venueId={lot.listing.venue.id} priceFen={lot.startPriceFen} at={lot.listing.publishedAt} /> },
                  { term: say(T.reserve), value: say(lot.hasReserve ? T.hasReserve : T.noReserve) },
                  ...(isSealed ? [] : [{ term: say(T.increment), value: `${steps.join("；")}${lang === "zh" ? "，" : ", "}${say(lot.terms.incrementMode === "AT_LEAST" ? T.atLeast : T.multiple)}` }]),
                  { term: say(PERIODS[lot.format]), value: <LotPeriod lang={lang} /> },
                  ...(lot.stage !== null
                    ? []
                    : [
                        { term: say(T.window), value: fillText(say(WINDOW_TEXTS[lot.terms.clockForm]), { n: lot.terms.windowSeconds, pause: Math.round(lot.clockRules.pauseSeconds / 60) }) },
                        { term: say(T.hardStop), value: <LotHardStop lang={lang} /> },
                        { term: say(T.topUp), value: say(lot.terms.allowTopUpByLeader ? T.allowed : T.notAllowed) },
                        { term: say(T.proxy), value: say(lot.terms.allowProxy ? T.allowed : T.notAllowed) },
                      ]),
                  ...(lot.terms.procedure ? procedureFacts(lang, lot.terms.procedure) : []),
                  { term: say(T.priority), value: say(PRIORITY_MODE_LABELS[lot.terms.priorityMode]) },
                ]}
              />
            </Panel>
            <Panel title={say(T.proof)}>
              <div className="grid gap-3 text-sm">
                <p>{say(T.proofText)}</p>
                <p className="text-xs break-all text-ink-soft">{say(T.announcementHash)} <code>{lot.announcementHash}</code></p>
                <p><a className="link" href={href(lang, `/auctions/${id}/verify`)}>{say(T.verify)}</a></p>
                <WhileLot isIn={AUCTION_PHASES.over}><p><a className="link" href={href(lang, `/auctions/${id}/replay`)}>{say(T.replay)}</a></p></WhileLot>
                <p><a className="link" href={href(lang, `/listings/${lot.listing.id}`)}>{say(T.listing)}</a></p>
              </div>
            </Panel>
          </div>
        </div>
      </div>
    </FollowedLot>
  );
}
