"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page anew from time to time while somebody looks at it. */
export function RefreshEvery({ seconds, children }: { readonly seconds: number; readonly children: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, seconds * 1_000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return <span className="text-sm text-ink-faint">{children}</span>;
}
