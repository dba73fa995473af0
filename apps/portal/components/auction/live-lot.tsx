"use client";

import { formatYuan } from "@ttx/ui/format";
import { LiveRegion } from "@ttx/ui/live-region";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import { BidBox } from "./bid-box.tsx";
import { BidHistory } from "./bid-history.tsx";
import { useTellVersion } from "./followed-lot.tsx";
import { BIDS, CURRENT_PRICE, ENDS, isOpen, outcomeWords, START_PRICE } from "./auction-texts.ts";
import { LotClock, LotHead, LotPrice, OwnNumber } from "./lot-panel.tsx";
import { MyReceipts } from "./my-receipts.tsx";
import { PriorityOffer } from "./priority-offer.tsx";
import { ProxyBox } from "./proxy-box.tsx";
import { useRefreshOnMove } from "./use-refresh-on-move.ts";
import { useLotSound } from "./use-lot-sound.ts";
import { HallMessages, type Hall } from "./hall-messages.tsx";
import { StandbyBox } from "./standby-box.tsx";
import { useLot, type LotBid, type LotView } from "./use-lot.ts";
import { useStanding } from "./use-standing.ts";

const NEXT: Text = { zh: "下一口价不低于", en: "Next bid at least" };
const LEADING: Text = { zh: "您目前领先", en: "You are leading" };
const OUTBID: Text = { zh: "您的出价已被超过", en: "You have been outbid" };
const NO_BID_YET: Text = { zh: "您尚未出价", en: "You have not bid yet" };
const NOT_BIDDER: Text = { zh: "您正在旁观。只有在公告期内通过资格确认并缴纳保证金的竞买人可以出价。", en: "You are watching. Only bidders who qualified and paid the deposit during the announcement period may bid." };
const HISTORY: Text = { zh: "出价记录", en: "Bids" };
const HEAD: Text = { zh: "链头", en: "Chain head" };
const RESERVE: Record<"true" | "false", Text> = { true: { zh: "已达保留价", en: "Reserve met" }, false: { zh: "未达保留价", en: "Reserve not met" } };

type Props = {
  readonly lang: Lang;
  readonly auctionId: string;
  readonly lotNo: string;
  readonly startPrice: string;
  readonly startsAt: string;
  readonly initial: LotView;
  readonly bids: readonly LotBid[];
  readonly hall: Hall;
  readonly rules: LotRules;
  /** Beside it stand acts that depend on where the lot is. */
  readonly isDesk: boolean;
};
/** What of the announced terms changes what a bidder can do here. */
export type LotRules = { readonly priorityMode: string; readonly allowProxy: boolean; readonly allowTopUpByLeader: boolean };

/** A lot as it runs: price, countdown on the server's clock, own standing, one button, history. Works with one thumb. */
export function LiveLot({ lang, auctionId, lotNo, startPrice, startsAt, initial, bids: initialBids, rules, hall, isDesk }: Props) {
  const { view, bids, connection } = useLot(auctionId, initial, initialBids);
  const { standing, again, isKnown } = useStanding(auctionId, view.version);
  const [isAsked, setAsked] = useState(false);
  const isSoon = view.state === "SCHEDULED";
  const isLive = isOpen(view.state) || view.state === "FROZEN" || view.state === "PAUSE";
  const isOver = !isLive && !isSoon;
  const price = view.current ?? startPrice;
  const priceWord = view.current === null ? START_PRICE : isLive ? CURRENT_PRICE : outcomeWords(view.state).price;
  const leads = standing?.admitted === true && view.leaderNo === standing.bidderNo;
  const hasBid = standing?.admitted === true && bids.some(({ bidderNo }) => bidderNo === standing.bidderNo);
  const rank = standing?.admitted === true ? standing.priorityRank : null;
  const match = rules.priorityMode === "IN_HALL" && rank !== null && !leads ? view.current : null;
  useTellVersion(view.version);
  useRefreshOnMove(view.state, "", isDesk);
  const sound = useLotSound(view.sequence, hasBid && !leads);

  return (
    <div className="grid gap-6">
      <section aria-label={pick(lang, CURRENT_PRICE)} className="grid gap-4 rounded border border-line bg-surface p-4 sm:p-6">
        <LotHead lang={lang} state={view.state} stage={null} connection={isLive || isSoon ? connection : null} sound={isLive ? sound : null} />
        <div className="flex flex-wrap gap-x-12 gap-y-4">
          <LotPrice lang={lang} word={priceWord} price={price}>{view.acceptedCount} {pick(lang, BIDS)}{view.reserveMet === null ? null : ` · ${pick(lang, RESERVE[`${view.reserveMet}`])}`}{isOver && view.leaderNo !== null ? <span className="block">{pick(lang, outcomeWords(view.state).bidder)} {view.leaderNo}</span> : null}</LotPrice>
          <LotClock lang={lang} serverNow={view.serverTime} startsAt={startsAt} isSoon={isSoon} isFrozen={view.state === "FROZEN" || view.state === "PAUSE"} runsTo={isLive ? { word: ENDS, until: view.endsAt } : null} endedAt={view.endsAt} />
        </div>
        {standing?.admitted === true ? (
          <div className="grid gap-4 border-t border-line pt-4">
            <OwnNumber lang={lang} bidderNo={standing.bidderNo}>
              {leads ? <StatusTag tone="done">{pick(lang, LEADING)}</StatusTag> : hasBid ? <StatusTag tone="due">{pick(lang, OUTBID)}</StatusTag> : <span className="text-ink-soft">{pick(lang, NO_BID_YET)}</span>}
            </OwnNumber>
            {isOpen(view.state) || isAsked ? <BidBox lang={lang} auctionId={auctionId} lotNo={lotNo} bidderNo={standing.bidderNo} nextMinimum={view.nextMinimum} mayBid={isOpen(view.state) && (!leads || rules.allowTopUpByLeader)} match={match} onAsk={setAsked} onBid={again} /> : null}
            {isOpen(view.state) && rules.allowProxy ? <ProxyBox lang={lang} auctionId={auctionId} hasProxy={standing.hasProxy} nextMinimum={view.nextMinimum} onChange={again} /> : null}
            <MyReceipts lang={lang} auctionId={auctionId} version={standing.lastBid?.hash ?? ""} />
            {standing.isStandby ? <StandbyBox lang={lang} auctionId={auctionId} /> : null}
            {standing.offer && rank !== null ? <PriorityOffer lang={lang} auctionId={auctionId} offer={standing.offer} rank={rank} onAnswer={again} /> : null}
          </div>
        ) : isOpen(view.state) && isKnown ? (
          <p className="border-t border-line pt-4 text-sm text-ink-soft">{pick(lang, NEXT)} <strong className="tabular text-ink">{formatYuan(view.nextMinimum)}</strong>{isDesk ? null : <>。{pick(lang, NOT_BIDDER)}</>}</p>
        ) : null}
        <LiveRegion everyMs={5_000} message={isLive ? `${pick(lang, priceWord)} ${formatYuan(price)}${leads ? `，${pick(lang, LEADING)}` : hasBid ? `，${pick(lang, OUTBID)}` : ""}` : ""} />
      </section>
      <HallMessages lang={lang} auctionId={auctionId} version={view.version} initial={hall} />

      <section aria-labelledby="bid-history" className="grid gap-3">
        <h2 id="bid-history" className="text-lg font-semibold">{pick(lang, HISTORY)}</h2>
        <BidHistory lang={lang} bids={bids} labelledBy="bid-history" />
        <p className="text-xs break-all text-ink-soft">{pick(lang, HEAD)} <code>{view.chainHead}</code></p>
      </section>
    </div>
  );
}
