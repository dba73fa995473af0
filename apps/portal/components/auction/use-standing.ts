"use client";

import { useCallback, useEffect, useState } from "react";
import { useMe } from "#client/use-me.ts";
import type { OfferToMe } from "./priority-offer.tsx";

/** One's own part in the running stage of a lot; amounts in decimal yuan. */
export type SealedPart = {
  readonly round: number;
  readonly floor: string | null;
  readonly mayCommit: boolean;
  readonly hasCommitted: boolean;
  readonly hasRevealed: boolean;
  readonly hasTaken: boolean;
  readonly bestMinimum: string | null;
};

export type Standing =
  | { readonly admitted: false }
  | {
      readonly admitted: true;
      readonly bidderNo: string;
      readonly priorityRank: number | null;
      readonly offer: OfferToMe | null;
      readonly isStandby: boolean;
      readonly hasProxy: boolean;
      readonly sealed: SealedPart | null;
      readonly depositState: string | null;
      readonly lastBid: { readonly hash: string } | null;
    };

/** How one's own organisation stands in the lot; null for visitors and for people who do not bid. */
export function useStanding(auctionId: string, version: number): { readonly standing: Standing | null; readonly isKnown: boolean; readonly again: () => void } {
  const me = useMe();
  const isSignedIn = me !== null && me !== "asking";
  const [standing, setStanding] = useState<Standing | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  const again = useCallback(() => {
    void fetch(`/api/v1/auctions/${auctionId}/mine`, { credentials: "same-origin", headers: { accept: "application/json" } })
      .then(async (answer) => setStanding(answer.ok ? ((await answer.json()) as Standing) : null))
      .catch(() => undefined)
      .finally(() => setAnswered(true));
  }, [auctionId]);
  useEffect(() => {
    if (isSignedIn) again();
  }, [isSignedIn, again, version]);
  // Nobody is told that he only watches before it is known.
  return { standing, again, isKnown: me === null || isAnswered };
}
