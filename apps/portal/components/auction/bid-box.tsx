"use client";

import { AUCTION_TEXTS } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { formatDateTime, formatYuan, toFen } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useRef, useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { takeOver } from "./take-over.ts";

type Receipt = {
  readonly sequence: number;
  readonly bidderNo: string;
  readonly amount: string;
  readonly verdict: "ACCEPTED" | "MATCHED" | "REFUSED";
  readonly reason: keyof typeof AUCTION_TEXTS | null;
  readonly receivedAt: string;
  readonly hash: string;
};

const BID: Text = { zh: "出价", en: "Bid" };
const OTHER: Text = { zh: "自定金额", en: "Another amount" };
const OWN: Text = { zh: "出价金额", en: "Your bid" };
const OTHER_HINT: Text = { zh: "不低于下一口价", en: "At least the next minimum" };
const BID_THIS: Text = { zh: "按此金额出价", en: "Bid this amount" };
const MATCH: Text = { zh: "同价行使优先权", en: "Match by priority right" };
const TITLE: Text = { zh: "确认出价", en: "Confirm the bid" };
const SENTENCE: Text = { zh: "您将以竞买号 {no} 出价。出价一经接受不得撤回，成交后应按公告签订合同并付款。", en: "You bid as number {no}. An accepted bid cannot be withdrawn; the winner has to sign and pay as announced." };
const OWN_LOW: Text = { zh: "低于下一口价 {minimum}", en: "Below the next minimum of {minimum}" };
const MOVED: Text = { zh: "他人已先出价，现在至少须出 {price}。请先改为新的金额，再确认出价。", en: "Somebody was first: the least bid is now {price}. Take over the new amount, then confirm it." };
const ROWS = {
  lot: { zh: "竞价编号", en: "Lot" },
  no: { zh: "竞买号", en: "Bidder number" },
  sequence: { zh: "顺序号", en: "Place in the log" },
  amount: { zh: "出价", en: "Amount" },
  at: { zh: "服务器接收时间", en: "Received by the server" },
  hash: { zh: "链上哈希（请保存，可公开核对）", en: "Chain hash (keep it; anyone can check it)" },
} as const satisfies Record<string, Text>;

const isLess = (amount: string, minimum: string): boolean => toFen(amount) < toFen(minimum);

type BidBoxProps = {
  readonly lang: Lang;
  readonly auctionId: string;
  readonly lotNo: string;
  readonly bidderNo: string;
  readonly nextMinimum: string;
  /** Who leads bids again only where that was announced, but still reads the receipt of the bid that made him lead. */
  readonly mayBid: boolean;
  /** The price that a priority holder may say too and so take the lead (场内同价行使优先权). */
  readonly match: string | null;
  /** He is asked to confirm, or has read what came of it: the box stays in between, though the lot may close. */
  readonly onAsk: (isAsked: boolean) => void;
  readonly onBid: () => void;
};

/** The bidder's box: one button with the next minimum on it, or an amount of one's own; then the receipt. */
export function BidBox({ lang, auctionId, lotNo, bidderNo, nextMinimum, mayBid, match, onAsk, onBid }: BidBoxProps) {
  const { submit, problems, pending, reset } = useMutation<Receipt>(`/api/v1/auctions/${auctionId}/bids`);
  const confirm = useConfirm(reset);
  const [amount, setAmount] = useState(nextMinimum);
  const [own, setOwn] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const requestId = useRef("");

  function ask(value: string) {
    setReceipt(null);
    setRefusal(null);
    setAmount(value);
    requestId.current = crypto.randomUUID();
    onAsk(true);
    confirm.ask();
  }

  async function send() {
    const outcome = await submit({ amount, requestId: requestId.current });
    if (!outcome.ok) return;
    if (outcome.value.verdict === "REFUSED") {
      setRefusal(pick(lang, AUCTION_TEXTS[outcome.value.reason ?? "NOT_OPEN"]));
      return;
    }
    setReceipt(outcome.value);
    onBid();
  }

  const isOvertaken = confirm.open && !pending && receipt === null && amount !== match && isLess(amount, nextMinimum);
  const bind = { action: `${pick(lang, BID)} ${formatYuan(amount)}`, tone: "live", problems: refusal === null ? (problems?.summary ?? []) : [{ message: refusal }], onConfirm: () => void send() } as const;
  const ownProblem = own !== null && own !== match && isLess(own, nextMinimum) ? fillText(pick(lang, OWN_LOW), { minimum: formatYuan(nextMinimum) }) : undefined;

  return (
    <div className="grid gap-4 empty:hidden">
      {!mayBid ? null : (
        <>
          <Button tone="live" size="large" wide onClick={() => ask(nextMinimum)}>{pick(lang, BID)} {formatYuan(nextMinimum)}</Button>
          {match === null ? null : <Button tone="secondary" size="large" wide onClick={() => ask(match)}>{pick(lang, MATCH)} {formatYuan(match)}</Button>}
          <details className="rounded border border-line bg-surface p-3">
            <summary className="cursor-pointer text-sm text-brand">{pick(lang, OTHER)}</summary>
            <div className="mt-3 grid gap-3">
              <MoneyInput id="own-amount" lang={lang} label={pick(lang, OWN)} hint={`${pick(lang, OTHER_HINT)} ${formatYuan(nextMinimum)}`} error={ownProblem} onAmount={setOwn} />
              <Button tone="secondary" disabled={own === null || ownProblem !== undefined} onClick={() => (own === null ? undefined : ask(own))}>{pick(lang, BID_THIS)}</Button>
            </div>
          </details>
        </>
      )}
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={() => {
          confirm.close();
          onAsk(false);
        }}
        title={pick(lang, TITLE)}
        sentence={pick(lang, SENTENCE).replace("{no}", bidderNo)}
        amount={amount}
        pending={pending}
        {...(isOvertaken ? takeOver(lang, MOVED, nextMinimum, ask) : bind)}
        receipt={
          receipt && [
            { term: pick(lang, ROWS.lot), value: lotNo },
            { term: pick(lang, ROWS.no), value: receipt.bidderNo },
            { term: pick(lang, ROWS.sequence), value: String(receipt.sequence) },
            { term: pick(lang, ROWS.amount), value: formatYuan(receipt.amount) },
            { term: pick(lang, ROWS.at), value: formatDateTime(receipt.receivedAt, lang, true) },
            { term: pick(lang, ROWS.hash), value: <code className="text-xs break-all">{receipt.hash}</code> },
          ]
        }
      />
      {refusal && !confirm.open ? <ErrorSummary lang={lang} items={[{ message: refusal }]} /> : null}
    </div>
  );
}
