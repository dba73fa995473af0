"use client";

import { useEffect, useRef, useState } from "react";
import { useMeasuredTime } from "./use-measured-time.ts";

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

const RECONNECT_MS = 3_000;

/**
 * Follows a lot by server-sent events. After a break the stream goes on behind the last event that was seen, so none is lost or comes twice: the
 * browser reconnects by itself, and where it has given up (the server refused, say while it restarts) we do.
 */
export function useLot(auctionId: string, initial: LotView, initialBids: readonly LotBid[]) {
  const [view, setView] = useState(initial);
  const [bids, setBids] = useState(initialBids);
  const [connection, setConnection] = useState<Connection>("connecting");
  const seen = useRef(`${initial.sequence}.${initial.version}`);
  const known = useRef(new Set(initialBids.map(({ sequence }) => sequence)));

  useEffect(() => {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    function connect(): void {
      clearTimeout(again);
      source = new EventSource(`/api/v1/auctions/${auctionId}/events?after=${seen.current}`);
      source.addEventListener("open", () => setConnection("live"));
      source.addEventListener("error", () => {
        const hasGivenUp = source.readyState === EventSource.CLOSED;
        setConnection(hasGivenUp ? "lost" : "connecting");
        if (hasGivenUp) again = setTimeout(connect, RECONNECT_MS);
      });
      source.addEventListener("lot", (event: MessageEvent<string>) => {
        const { bids: fresh, ...next } = JSON.parse(event.data) as LotView & { readonly bids: readonly LotBid[] };
        seen.current = event.lastEventId;
        setConnection("live");
        setView(next);
        const unknown = fresh.filter(({ sequence }) => !known.current.has(sequence));
        unknown.forEach(({ sequence }) => known.current.add(sequence));
        if (unknown.length > 0) setBids((shown) => [...unknown.toReversed(), ...shown].slice(0, SHOWN_BIDS));
      });
    }
    const onReturn = (): void => {
      if (document.visibilityState === "visible" && source.readyState === EventSource.CLOSED) connect();
    };
    // A network that is gone is no error of the stream yet, which would go on looking alive for minutes.
    const onOffline = (): void => setConnection("lost");
    const onOnline = (): void => {
      source.close();
      connect();
    };
    connect();
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", onOnline);
    return () => {
      clearTimeout(again);
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
      source.close();
    };
  }, [auctionId]);

  const serverTime = useMeasuredTime(auctionId, view.serverTime);
  return { view: { ...view, serverTime }, bids, connection };
}
