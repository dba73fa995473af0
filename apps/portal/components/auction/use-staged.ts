"use client";

import { useEffect, useState } from "react";
import { askForLot } from "./ask-for-lot.ts";

export type StagedTerms = {
  readonly format: string;
  readonly sealed?: { readonly rounds: number; readonly keys: { readonly venue: { readonly jwk: Readonly<Record<string, string>> }; readonly notary: { readonly jwk: Readonly<Record<string, string>> } } | null };
  readonly weights?: { readonly items: readonly { readonly code: string; readonly name: string }[] };
  readonly fall?: { readonly stepSeconds: number; readonly stepBp: number; readonly maxSteps: number; readonly floorFen: string; readonly followUp: string };
};
/** The stage of a lot as everybody may see it. */
export type StageView = { readonly stage: string; readonly stageRound: number; readonly stageEndsAt: string | null; readonly closedAt: string | null };

/** The running stage; asked for again whenever the lot's version says that something has happened. */
export function useStage(auctionId: string, version: number, initial: StageView): StageView {
  const [view, setView] = useState(initial);
  useEffect(() => {
    void askForLot<StageView>(auctionId, version).then((now) => now && setView(now));
  }, [auctionId, version]);
  return view;
}

export type KeptBid = { readonly auctionId: string; readonly round: number; readonly bidderNo: string; readonly amount: string; readonly nonce: string };
const keyOf = (auctionId: string, round: number): string => `ttx-sealed-bid:${auctionId}:${round}`;

/** What opens a sealed bid stays on the bidder's device alone. */
export function keepBid(bid: KeptBid): void {
  localStorage.setItem(keyOf(bid.auctionId, bid.round), JSON.stringify(bid));
}

export function keptBid(auctionId: string, round: number): KeptBid | null {
  const kept = typeof localStorage === "undefined" ? null : localStorage.getItem(keyOf(auctionId, round));
  return kept === null ? null : (JSON.parse(kept) as KeptBid);
}

/** Amount and code in a file that was kept; null for any other file. */
export function bidInFile(text: string): Pick<KeptBid, "amount" | "nonce"> | null {
  try {
    const { amount, nonce } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return typeof amount === "string" && typeof nonce === "string" ? { amount, nonce } : null;
  } catch {
    return null;
  }
}
