"use client";

import { useEffect, useState } from "react";

export type LiveRegionProps = {
  readonly message: string;
  /** The least time between two announcements: price and time are not read out more than every few seconds. */
  readonly everyMs?: number;
  readonly urgent?: boolean;
};

/** Tells screen readers of a change, politely, and never faster than they can listen. */
export function LiveRegion({ message, everyMs = 0, urgent = false }: LiveRegionProps) {
  const [said, setSaid] = useState({ message: "", at: 0 });
  useEffect(() => {
    if (message === said.message) return;
    const wait = Math.max(0, said.at + everyMs - performance.now());
    const timer = setTimeout(() => setSaid({ message, at: performance.now() }), wait);
    return () => clearTimeout(timer);
  }, [message, said, everyMs]);
  return <div role={urgent ? "alert" : "status"} aria-live={urgent ? "assertive" : "polite"} className="sr-only">{said.message}</div>;
}
