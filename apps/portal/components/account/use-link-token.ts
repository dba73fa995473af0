"use client";

import { useEffect, useState } from "react";

/** The secret of a mailed link, from the address's fragment, which no server sees; "reading" until the page has come alive, null without one. */
export function useLinkToken(): string | null | "reading" {
  const [token, setToken] = useState<string | null | "reading">("reading");
  useEffect(() => {
    const given = window.location.hash.slice(1);
    setToken(/^[\w-]{20,200}$/.test(given) ? given : null);
  }, []);
  return token;
}
