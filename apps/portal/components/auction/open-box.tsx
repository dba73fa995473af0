"use client";

import { AUCTION_TEXTS } from "@ttx/domain/auction/client";
import { Button } from "@ttx/ui/button";
import { ErrorSummary } from "@ttx/ui/error-summary";
import { MoneyInput } from "@ttx/ui/money-input";
import { TextInput } from "@ttx/ui/text-input";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import { useState } from "react";
import { useMutation } from "#client/use-mutation.ts";
import { ReadFileButton } from "./read-file-button.tsx";
import type { ActReceipt } from "./seal-box.tsx";
import { ST } from "./staged-texts.ts";
import { bidInFile, keptBid } from "./use-staged.ts";

/** Opens one's own sealed bid with what this device has kept, or with what was written down. */
export function OpenBox({ lang, auctionId, round, onDone }: { readonly lang: Lang; readonly auctionId: string; readonly round: number; readonly onDone: () => void }) {
  const kept = keptBid(auctionId, round);
  const { submit, problems, pending } = useMutation<ActReceipt>(`/api/v1/auctions/${auctionId}/openings`);
  const [amount, setAmount] = useState<string | null>(kept?.amount ?? null);
  const [nonce, setNonce] = useState(kept?.nonce ?? "");
  const [loaded, setLoaded] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const say = (text: Text): string => pick(lang, text);

  function takeFile(text: string): void {
    const bid = bidInFile(text);
    setRefusal(bid === null ? say(ST.notThatFile) : null);
    if (bid === null) return;
    setAmount(bid.amount);
    setNonce(bid.nonce);
    setLoaded(loaded + 1); // the amount is typed anew
  }

  async function send() {
    const outcome = await submit({ amount, nonce });
    if (!outcome.ok) return;
    if (outcome.value.verdict === "ACCEPTED") onDone();
    else setRefusal(say(AUCTION_TEXTS[outcome.value.reason ?? "NOT_OPEN"]));
  }

  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">{say(ST.openHint)}</p>
      <ErrorSummary lang={lang} items={refusal === null ? (problems?.summary ?? []) : [{ message: refusal }]} />
      {kept === null ? <ReadFileButton id="bid-file" label={say(ST.fromFile)} onText={takeFile} /> : null}
      <MoneyInput key={loaded} id="opened-amount" lang={lang} label={say(ST.amount)} defaultValue={amount ?? ""} onAmount={setAmount} />
      <TextInput id="nonce" label={say(ST.nonce)} value={nonce} error={problems?.fields["nonce"]} onChange={(event) => setNonce(event.target.value)} />
      <Button tone="live" size="large" wide pending={pending} disabled={amount === null || nonce === ""} onClick={() => void send()}>{say(ST.open)}</Button>
    </div>
  );
}

/** A file with what opens the bid, for whoever changes the device. */
export function KeepBid({ lang, auctionId, round }: { readonly lang: Lang; readonly auctionId: string; readonly round: number }) {
  const kept = keptBid(auctionId, round);
  if (kept === null) return null;
  return <a className="link text-sm" download={`sealed-bid-${round}.json`} href={`data:application/json,${encodeURIComponent(JSON.stringify(kept))}`}>{pick(lang, ST.keep)}</a>;
}
