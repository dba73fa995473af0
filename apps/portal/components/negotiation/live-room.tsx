"use client";

import { pick, type Lang } from "@ttx/ui/text";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { R } from "./room-texts.ts";

type Connection = "connecting" | "live" | "lost";

/** Follows a room by server-sent events, which tell only that something happened; the page is then read anew by the ordinary way. */
export function LiveRoom({ lang, roomId, sequence }: { readonly lang: Lang; readonly roomId: string; readonly sequence: number }) {
  const router = useRouter();
  const [connection, setConnection] = useState<Connection>("connecting");

  useEffect(() => {
    const source = new EventSource(`/api/v1/negotiations/${roomId}/events`);
    source.addEventListener("open", () => setConnection("live"));
    source.addEventListener("error", () => setConnection(source.readyState === EventSource.CLOSED ? "lost" : "connecting"));
    source.addEventListener("room", (event: MessageEvent<string>) => {
      const { sequence: reached } = JSON.parse(event.data) as { readonly sequence: number };
      if (reached > sequence) router.refresh();
    });
    return () => source.close();
  }, [roomId, sequence, router]);

  const words = connection === "live" ? R.live : connection === "lost" ? R.lost : R.connecting;
  return <p role="status" className="text-sm text-ink-soft">{pick(lang, words)}</p>;
}
