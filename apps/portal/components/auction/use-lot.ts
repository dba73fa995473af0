"use client";

import { useEffect, useRef, useState } from "react";

export type LotBid = { readonly sequence: number; readonly bidderNo: string; readonly amount: string; readonly verdict: string; readonly receivedAt: string };

/** The lot as the event stream tells it; amounts are decimal yuan. */
export type LotView = {
  readonly state: string;
  readonly sequence: number;
  readonly version: number;
  readonly current: string | null;
  readonly leaderNo: string | null;
  readonly acceptedCount: number;
  readonly nextMinimum: string;
  readonly freeEndsAt: string;
  readonly endsAt: string;
  readonly chainHead: string;
  readonly reserveMet: boolean | null;
  readonly serverTime: string;
};

export type Connection = "connecting" | "live" | "lost";
const SHOWN_BIDS = 200;

/** Follows a lot by server-sent events. The browser reconnects by itself and names the last event it saw, so none is lost or comes twice. */
export function useLot(auctionId: string, initial: LotView, initialBids: readonly LotBid[]) {
  const [view, setView] = useState(initial);
  const [bids, setBids] = useState(initialBids);
  const [connection, setConnection] = useState<Connection>("connecting");
  const shownAt = useRef(`${initial.sequence}.${initial.version}`);
  const known = useRef(new Set(initialBids.map(({ sequence }) => sequence)));

  useEffect(() => {
    // From what the page shows already; on a reconnect the browser names the last event it saw instead.
    const source = new EventSource(`/api/v1/auctions/${auctionId}/events?after=${shownAt.current}`);
    source.addEventListener("open", () => setConnection("live"));
    source.addEventListener("error", () => setConnection(source.readyState === EventSource.CLOSED ? "lost" : "connecting"));
    source.addEventListener("lot", (event: MessageEvent<string>) => {
      const { bids: fresh, ...next } = JSON.parse(event.data) as LotView & { readonly bids: readonly LotBid[] };
      setConnection("live");
      setView(next);
      const unknown = fresh.filter(({ sequence }) => !known.current.has(sequence));
      unknown.forEach(({ sequence }) => known.current.add(sequence));
      if (unknown.length > 0) setBids((shown) => [...unknown.toReversed(), ...shown].slice(0, SHOWN_BIDS));
    });
    return () => source.close();
  }, [auctionId]);

  return { view, bids, connection };
}
