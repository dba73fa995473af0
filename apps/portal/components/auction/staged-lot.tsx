"use client";

import { fallingPrice } from "@ttx/domain/auction/client";
import { toYuanText } from "@ttx/domain/shared/money";
import { fillText } from "@ttx/domain/shared/texts";
import { Countdown } from "@ttx/ui/countdown";
import { formatYuan, parseYuan } from "@ttx/ui/format";
import { LiveRegion } from "@ttx/ui/live-region";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useEffect, useState } from "react";
import { BidHistory } from "./bid-history.tsx";
import { useTellVersion } from "./followed-lot.tsx";
import { NOT_SOLD, outcomeWords, START_PRICE, TOP_PRICE } from "./auction-texts.ts";
import { LotClock, LotHead, LotPrice, OwnNumber } from "./lot-panel.tsx";
import { KeepBid, OpenBox } from "./open-box.tsx";
import { MyReceipts } from "./my-receipts.tsx";
import { PriceBox } from "./price-box.tsx";
import { PriorityOffer } from "./priority-offer.tsx";
import { SealBox } from "./seal-box.tsx";
import { stageHintOf, STAGES, ST } from "./staged-texts.ts";
import { HallMessages, type Hall } from "./hall-messages.tsx";
import { StandbyBox } from "./standby-box.tsx";
import { useLot, type LotBid, type LotView } from "./use-lot.ts";
import { useLotSound } from "./use-lot-sound.ts";
import { useRefreshOnMove } from "./use-refresh-on-move.ts";
import { useStage, type StagedTerms, type StageView } from "./use-staged.ts";
import { useStanding, type SealedPart } from "./use-standing.ts";

type Props = {
  readonly lang: Lang;
  readonly auctionId: string;
  readonly lotNo: string;
  readonly startPrice: string;
  readonly startsAt: string;
  readonly initial: LotView;
  readonly bids: readonly LotBid[];
  readonly hall: Hall;
  readonly terms: StagedTerms;
  readonly stage: StageView;
  /** Beside it stand acts that depend on where the lot is. */
  readonly isDesk: boolean;
};

const TICK_MS = 500;

/** A lot that runs in stages (sealed, weighted, descending): stage and time, what is public of the price, and the bidder's own next act. */
export function StagedLot({ lang, auctionId, lotNo, startPrice, startsAt, initial, bids: initialBids, terms, stage: initialStage, hall, isDesk }: Props) {
  const { view, bids, connection } = useLot(auctionId, initial, initialBids);
  const { standing, again, isKnown } = useStanding(auctionId, view.version);
  const [asked, setAsked] = useState<Asked | null>(null);
  const stage = useStage(auctionId, view.version, initialStage);
  const now = useServerNow(view.serverTime);
  const say = (text: Text): string => pick(lang, text);
  const isSoon = view.state === "SCHEDULED";
  const isRunning = view.state === "OPEN_FREE" || view.state === "CLOSED" || view.state === "FROZEN";
  const falling = stage.stage === "DESCENDING" && terms.fall && stage.stageEndsAt !== null && now !== null ? fallingPrice(parseYuan(startPrice) ?? 0n, terms.fall, new Date(stage.stageEndsAt), now) : undefined;
  const price = falling && view.state === "OPEN_FREE" ? toYuanText(falling.priceFen) : (view.current ?? startPrice);
  const priceWord = falling ? ST.now : view.current === null ? START_PRICE : isRunning ? topWord(terms.format, stage.stage) : outcomeWords(view.state).price;
  const stageWord = STAGES[stage.stage];
  const stageHint = stageHintOf(stage.stage, terms.sealed?.keys != null);
  const part = asked ?? (standing?.admitted === true && standing.sealed && (view.state === "OPEN_FREE" || view.state === "CLOSED") ? { stage: stage.stage, part: standing.sealed } : null);
  useTellVersion(view.version);
  useRefreshOnMove(view.state, `${stage.stage} ${stage.stageRound}`, isDesk);
  const sound = useLotSound(view.version, false);

  return (
    <div className="grid gap-6">
      <section aria-label={say(ST.stage)} className="grid gap-4 rounded border border-line bg-surface p-4 sm:p-6">
        <LotHead lang={lang} state={view.state} stage={stage.stage} connection={isRunning || isSoon ? connection : null} sound={isRunning ? sound : null} />
        {isRunning && stageHint ? <p>{terms.sealed && stage.stageRound > 1 ? <strong className="mr-3 font-medium">{fillText(say(ST.round), { no: stage.stageRound })}</strong> : null}<span className="text-sm text-ink-soft">{say(stageHint)}</span></p> : null}
        <div className="flex flex-wrap gap-x-12 gap-y-4">
          <LotPrice lang={lang} word={priceWord} price={price}>{falling && view.state === "OPEN_FREE" ? <>{say(ST.falls)} <Countdown lang={lang} until={falling.fallsAt.toISOString()} serverNow={view.serverTime} /></> : isRunning || isSoon ? null : view.leaderNo === null ? say(NOT_SOLD) : <>{say(outcomeWords(view.state).bidder)} {view.leaderNo}</>}</LotPrice>
          {isRunning && stage.stageEndsAt === null && view.state !== "FROZEN" ? null : <LotClock lang={lang} serverNow={view.serverTime} startsAt={startsAt} isSoon={isSoon} isFrozen={view.state === "FROZEN"} runsTo={isRunning && stage.stageEndsAt !== null ? { word: ST.stageEnds, until: stage.stageEndsAt } : null} endedAt={stage.closedAt ?? view.endsAt} />}
        </div>
        {standing?.admitted === true ? (
          <div className="grid gap-4 border-t border-line pt-4">
            <OwnNumber lang={lang} bidderNo={standing.bidderNo} />
            {part ? (
              <Part
                {...part}
                {...{ lang, auctionId, lotNo, price, terms }}
                bidderNo={standing.bidderNo}
                top={view.current}
                onAsk={() => setAsked(part)}
                onDone={() => {
                  setAsked(null);
                  again();
                }}
              />
            ) : null}
            <MyReceipts lang={lang} auctionId={auctionId} version={standing.lastBid?.hash ?? ""} />
            {standing.isStandby ? <StandbyBox lang={lang} auctionId={auctionId} /> : null}
            {standing.offer && standing.priorityRank !== null ? <PriorityOffer lang={lang} auctionId={auctionId} offer={standing.offer} rank={standing.priorityRank} onAnswer={again} /> : null}
          </div>
        ) : isRunning && isKnown && !isDesk ? (
          <p className="border-t border-line pt-4 text-sm text-ink-soft">{say(ST.watching)}</p>
        ) : null}
        <LiveRegion everyMs={5_000} message={isRunning && stageWord ? `${say(stageWord)}，${say(priceWord)} ${formatYuan(price)}` : ""} />
      </section>
      <HallMessages lang={lang} auctionId={auctionId} version={view.version} initial={hall} />
      {terms.format === "F6" ? (
        <section aria-labelledby="bid-history" className="grid gap-3">
          <h2 id="bid-history" className="text-lg font-semibold">{say(ST.history)}</h2>
          <BidHistory lang={lang} bids={bids} labelledBy="bid-history" />
        </section>
      ) : null}
    </div>
  );
}

/** What the price that is shown is: of a falling one the first acceptance, then the best bid above it; else the top of the rounds so far. */
function topWord(format: string, stage: string): Text {
  return format !== "F6" ? TOP_PRICE : stage === "BEST" ? ST.bestSealed : ST.takenPrice;
}

/** What somebody was asked to confirm: it stays until he has read his receipt, though his own act may have brought the lot to its next stage. */
type Asked = { readonly stage: string; readonly part: SealedPart };

type PartProps = Asked & { readonly lang: Lang; readonly auctionId: string; readonly bidderNo: string; readonly lotNo: string; readonly price: string; readonly top: string | null; readonly terms: StagedTerms; readonly onAsk: () => void; readonly onDone: () => void };

/** The one thing that the bidder may do in this stage, or what has been done. */
function Part({ lang, auctionId, bidderNo, lotNo, stage, part, price, top, terms, onAsk, onDone }: PartProps) {
  const say = (text: Text): string => pick(lang, text);
  if (stage === "DESCENDING") return <PriceBox lang={lang} kind="TAKE" url={`/api/v1/auctions/${auctionId}/acceptance`} bidderNo={bidderNo} lotNo={lotNo} price={price} top={null} onAsk={onAsk} onDone={onDone} />;
  if (stage === "BEST" && part.bestMinimum !== null) return <PriceBox lang={lang} kind="BEST" url={`/api/v1/auctions/${auctionId}/best-bid`} bidderNo={bidderNo} lotNo={lotNo} price={part.bestMinimum} top={top} onAsk={onAsk} onDone={onDone} />;
  if (stage === "SEALED" && part.mayCommit) return <SealBox key={part.round} lang={lang} auctionId={auctionId} bidderNo={bidderNo} lotNo={lotNo} round={part.round} floor={part.floor} terms={terms} onAsk={onAsk} onDone={onDone} />;
  if (part.hasTaken && (stage === "SEALED" || stage === "REVEAL")) return <p>{say(ST.taken)}</p>;
  if (part.hasRevealed) return <p>{say(ST.opened)}</p>;
  if (stage === "REVEAL" && part.hasCommitted) return <OpenBox key={part.round} lang={lang} auctionId={auctionId} round={part.round} onDone={onDone} />;
  if (part.hasCommitted) {
    return (
      <div className="grid gap-2">
        <p>{say(ST.sealed)}</p>
        <KeepBid lang={lang} auctionId={auctionId} round={part.round} />
      </div>
    );
  }
  return <p className="text-ink-soft">{say(stage === "SEALED" ? ST.notThisRound : ST.notIn)}</p>;
}

/** The server's time, carried on by the browser's own steady clock; null until the page has come alive. */
function useServerNow(serverTime: string): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const ahead = new Date(serverTime).getTime() - performance.now();
    const tick = (): void => setNow(new Date(performance.now() + ahead));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [serverTime]);
  return now;
}
