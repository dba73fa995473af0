"use client";

import type { SearchKind } from "@ttx/domain/search";
import { useEffect } from "react";

/** Says once in a session of this browser that the page was opened. Nothing of the visitor is sent, and the note that it was said stays here. */
export function ViewCounter({ kind, id }: { readonly kind: SearchKind; readonly id: string }) {
  useEffect(() => {
    const said = `viewed.${kind}.${id}`;
    try {
      if (sessionStorage.getItem(said) !== null) return;
      sessionStorage.setItem(said, "1");
    } catch {
      return; // a browser that keeps nothing would be counted at every look
    }
    void fetch("/api/v1/views", { method: "POST", credentials: "omit", headers: { "content-type": "application/json" }, body: JSON.stringify({ kind, id }), keepalive: true }).catch(() => undefined);
  }, [kind, id]);
  return null;
}
