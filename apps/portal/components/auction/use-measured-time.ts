"use client";

import { useEffect, useRef, useState } from "react";

/**
 * The server's time when this value is new. A page may have lain in a cache and a tab may have slept, so it is asked for, and half the way there and
 * back added, when the page comes alive and whenever the tab or the network returns; what the event stream tells in between counts as it comes.
 */
export function useMeasuredTime(auctionId: string, told: string): string {
  const [measured, setMeasured] = useState<{ readonly time: string; readonly told: string } | null>(null);
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  }, [told]);
  useEffect(() => {
    let isGone = false;
    async function measure(): Promise<void> {
      const asked = performance.now();
      const answer = await fetch(`/api/v1/auctions/${auctionId}`, { headers: { accept: "application/json" }, cache: "no-store" }).catch(() => null);
      if (!answer?.ok || isGone) return;
      const { serverTime } = (await answer.json()) as { readonly serverTime: string };
      const time = new Date(Date.parse(serverTime) + (performance.now() - asked) / 2).toISOString();
      if (!isGone) setMeasured({ time, told: latest.current });
    }
    const onReturn = (): void => {
      if (document.visibilityState === "visible") void measure();
    };
    void measure();
    document.addEventListener("visibilitychange", onReturn);
    window.addEventListener("online", onReturn);
    return () => {
      isGone = true;
      document.removeEventListener("visibilitychange", onReturn);
      window.removeEventListener("online", onReturn);
    };
  }, [auctionId]);
  return measured !== null && measured.told === told ? measured.time : told;
}
