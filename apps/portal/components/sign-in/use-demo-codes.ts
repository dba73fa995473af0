"use client";

import { useEffect, useState } from "react";
import type { DemoAccount } from "./demo-accounts.tsx";

const EVERY_MS = 15_000;

/** The codes that the demo accounts' authenticators show, kept fresh while the page is looked at. */
export function useDemoCodes(accounts: readonly DemoAccount[]): ReadonlyMap<string, string> {
  const [codes, setCodes] = useState<ReadonlyMap<string, string>>(() => codesOf(accounts.map(({ identifier, code }) => ({ email: identifier, code }))));
  useEffect(() => {
    if (accounts.length === 0) return;
    const timer = setInterval(() => {
      if (!document.hidden) void askCodes().then((fresh) => (fresh ? setCodes(fresh) : undefined));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [accounts.length]);
  return codes;
}

async function askCodes(): Promise<ReadonlyMap<string, string> | null> {
  try {
    const answer = await fetch("/api/v1/demo/accounts", { headers: { accept: "application/json" } });
    const body: unknown = answer.ok ? await answer.json() : null;
    return typeof body === "object" && body !== null && "items" in body && Array.isArray(body.items) ? codesOf(body.items) : null;
  } catch {
    return null; // the codes at hand stay; the next question comes soon
  }
}

function codesOf(items: readonly unknown[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const item of items) {
    if (typeof item !== "object" || item === null || !("email" in item) || !("code" in item)) continue;
    if (typeof item.email === "string" && typeof item.code === "string") codes.set(item.email, item.code);
  }
  return codes;
}
