"use client";

import { useEffect, useRef, useState } from "react";

const SLOW_MS = 1_500;
const MOST_TRIES = 3;

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
    async function measure(tries = MOST_TRIES): Promise<void> {
      const asked = performance.now();
      const answer = await fetch(`/api/v1/auctions/${auctionId}`, { headers: { accept: "application/json" }, cache: "no-store" }).catch(() => null);
      if (!answer?.ok || isGone) return;
      const took = performance.now() - asked;
      // Half of a long way says little of when the answer was made.
      if (took > SLOW_MS && tries > 1) return measure(tries - 1);
      const { serverTime } = (await answer.json()) as { readonly serverTime: string };
      const time = new Date(Date.parse(serverTime) + took / 2).toISOString();
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
