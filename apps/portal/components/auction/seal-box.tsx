"use client";

import { AUCTION_TEXTS, sealBid } from "@ttx/domain/auction/client";
import { fillText } from "@ttx/domain/shared/texts";
import { Button } from "@ttx/ui/button";
import { ConfirmAct, useConfirm } from "@ttx/ui/confirm-act";
import { formatYuan, parseYuan } from "@ttx/ui/format";
import { MoneyInput } from "@ttx/ui/money-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { Textarea } from "@ttx/ui/textarea";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { receiptRows } from "./receipt-rows.tsx";
import { ST } from "./staged-texts.ts";
import { keepBid, keptBid, type StagedTerms } from "./use-staged.ts";

export type ActReceipt = { readonly verdict: "ACCEPTED" | "REFUSED"; readonly reason: keyof typeof AUCTION_TEXTS | null; readonly hash: string | null; readonly bidderNo: string; readonly receivedAt: string };
type Props = { readonly lang: Lang; readonly auctionId: string; readonly bidderNo: string; readonly lotNo: string; readonly round: number; readonly floor: string | null; readonly terms: StagedTerms; readonly onAsk: () => void; readonly onDone: () => void };

/** Hands in a sealed bid: it is committed to and encrypted here, and what opens it is kept here. */
export function SealBox({ lang, auctionId, bidderNo, lotNo, round, floor, terms, onAsk, onDone }: Props) {
  const { submit, problems, pending, reset } = useMutation<ActReceipt>(`/api/v1/auctions/${auctionId}/sealed-bids`);
  const [amount, setAmount] = useState<string | null>(null);
  const [plan, setPlan] = useState("");
  const [receipt, setReceipt] = useState<ActReceipt | null>(null);
  const confirm = useConfirm(() => {
    reset();
    setReceipt(null);
  });
  const say = (text: Text): string => pick(lang, text);
  const keys = terms.sealed?.keys ?? null;

  async function send() {
    const amountFen = amount === null ? null : parseYuan(amount);
    if (amount === null || amountFen === null) return;
    const parts = await sealBid({ procedureId: auctionId, bidderNo, amountFen: String(amountFen) }, keys && { venue: keys.venue.jwk, notary: keys.notary.jwk });
    // Kept before it is sent: a bid that was taken must never be one that cannot be opened.
    const before = keptBid(auctionId, round);
    keepBid({ auctionId, round, bidderNo, amount, nonce: parts.nonce });
    const outcome = await submit({ commitment: parts.commitment, box: parts.box, plan });
    if (!outcome.ok) return;
    // A second try that is refused must not take the place of what opens the first.
    if (outcome.value.verdict === "REFUSED" && before !== null) keepBid(before);
    setReceipt(outcome.value);
  }

  const refusal = receipt?.verdict === "REFUSED" ? say(AUCTION_TEXTS[receipt.reason ?? "NOT_OPEN"]) : null;
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">{say(ST.sealHint)}</p>
      {keys === null ? <p className="text-sm text-due">{say(ST.ownOpening)}</p> : null}
      <MoneyInput id="sealed-amount" lang={lang} defaultUnit="wan" label={say(ST.amount)} {...(floor === null ? {} : { hint: `${say(ST.floor)} ${formatYuan(floor)}` })} onAmount={setAmount} />
      {terms.weights ? <Textarea id="plan" rows={6} maxLength={8000} label={say(ST.plan)} hint={`${say(ST.planHint)} ${terms.weights.items.map(({ name }) => name).join("、")}`} value={plan} error={problems?.fields["plan"]} onChange={(event) => setPlan(event.target.value)} /> : null}
      <Button
        tone="live"
        size="large"
        wide
        disabled={amount === null}
        onClick={() => {
          onAsk();
          confirm.ask();
        }}
      >
        {say(ST.seal)}
      </Button>
      <ConfirmAct
        lang={lang}
        open={confirm.open}
        onClose={() => {
          confirm.close();
          onDone();
        }}
        title={say(ST.seal)}
        sentence={fillText(say(ST.sealText), { no: bidderNo })}
        {...(amount === null ? {} : { amount })}
        action={say(ST.seal)}
        tone="live"
        pending={pending}
        problems={refusal === null ? (problems?.summary ?? []) : [{ message: refusal }]}
        onConfirm={() => void send()}
        receipt={receipt?.verdict === "ACCEPTED" ? receiptRows(lang, lotNo, receipt) : null}
      />
    </div>
  );
}
