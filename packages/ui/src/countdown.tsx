"use client";

import { useEffect, useState } from "react";
import { cx } from "./cx.ts";
import { pick, type Lang, type Text } from "./text.ts";

const OVER: Text = { zh: "已到时间", en: "Time is up" };

export type CountdownProps = {
  readonly lang: Lang;
  readonly until: Date | string;
  /** The server's time when the page or the last message was made: the device's own clock decides nothing. */
  readonly serverNow: Date | string;
  readonly over?: string;
  readonly className?: string;
};

type Left = { readonly days: number; readonly text: string };

function split(ms: number): Left {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => n.toString().padStart(2, "0");
  return { days: Math.floor(seconds / 86_400), text: `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` };
}

/** Counts down on the server's time: its offset is measured once and again when the tab returns; readers hear it once a minute. */
export function Countdown({ lang, until, serverNow, over, className }: CountdownProps) {
  const end = new Date(until).getTime();
  const [left, setLeft] = useState(() => end - new Date(serverNow).getTime());

  useEffect(() => {
    // performance.now() is not moved when someone sets the device's clock.
    const offset = new Date(serverNow).getTime() - performance.now();
    const tick = () => setLeft(end - (performance.now() + offset));
    tick();
    const timer = setInterval(tick, 250);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [end, serverNow]);

  const shown = split(left);
  const urgent = left > 0 && left <= 60_000;
  if (left <= 0) return <span className={className}>{over ?? pick(lang, OVER)}</span>;
  const days = shown.days > 0 ? (lang === "zh" ? `${shown.days} 天 ` : `${shown.days} d `) : "";
  const spoken = Math.ceil(left / 60_000);
  return (
    <span className={cx("tabular whitespace-nowrap", urgent && "font-medium text-live", className)}>
      <span aria-hidden="true">{days}{shown.text}</span>
      <span role="timer" aria-live="off" className="sr-only">{lang === "zh" ? `还剩约 ${spoken} 分钟` : `about ${spoken} minutes left`}</span>
    </span>
  );
}
