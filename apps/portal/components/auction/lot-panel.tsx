import { Button } from "@ttx/ui/button";
import { Countdown } from "@ttx/ui/countdown";
import { formatDateTime, formatYuan } from "@ttx/ui/format";
import { StatusTag } from "@ttx/ui/status-tag";
import { pick, type Lang, type Text } from "@ttx/ui/text";
import type { ReactNode } from "react";
import { ENDED, STARTS, stateWord, toneOf } from "./auction-texts.ts";
import type { Connection } from "./use-lot.ts";

const CONNECTIONS: Record<Connection, Text> = {
  connecting: { zh: "正在连接…", en: "Connecting…" },
  live: { zh: "实时连接正常", en: "Connected live" },
  lost: { zh: "连接已断开，正在重新连接…", en: "Connection lost, trying again…" },
};
const SOUND_ON: Text = { zh: "打开提示音", en: "Sound on" };
const SOUND_OFF: Text = { zh: "关闭提示音", en: "Sound off" };
const YOUR_NO: Text = { zh: "您的竞买号", en: "Your bidder number" };

type HeadProps = { readonly lang: Lang; readonly state: string; readonly stage: string | null; /** Null where nothing moves any more. */ readonly connection: Connection | null; readonly sound: { readonly isOn: boolean; readonly toggle: () => void } | null };

/** State, connection and sound: the first line of every running lot. */
export function LotHead({ lang, state, stage, connection, sound }: HeadProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <StatusTag tone={toneOf(state, stage)}>{pick(lang, stateWord(state, stage))}</StatusTag>
      {connection === null ? null : <span role="status" className={connection === "live" ? "text-sm text-done" : "text-sm text-due"}>{pick(lang, CONNECTIONS[connection])}</span>}
      {sound === null ? null : <Button size="small" tone="plain" aria-pressed={sound.isOn} onClick={sound.toggle}>{pick(lang, sound.isOn ? SOUND_OFF : SOUND_ON)}</Button>}
    </div>
  );
}

/** The price, largest on the page, and what is said below it. */
export function LotPrice({ lang, word, price, children }: { readonly lang: Lang; readonly word: Text; readonly price: string; readonly children?: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="text-sm text-ink-soft">{pick(lang, word)}</p>
      <p data-testid="lot-price" className="text-price tabular font-semibold break-words">{formatYuan(price)}</p>
      <div className="tabular mt-1 text-sm text-ink-soft empty:hidden">{children}</div>
    </div>
  );
}

type ClockProps = { readonly lang: Lang; readonly serverNow: string; readonly startsAt: string; readonly isSoon: boolean; readonly isFrozen: boolean; /** What it counts down to while the lot runs; null while it stands still, and when it is over. */ readonly runsTo: { readonly word: Text; readonly until: string } | null; readonly endedAt: string };

const STILL: Text = { zh: "计时", en: "Clock" };
const STANDS_STILL: Text = { zh: "已停止，恢复后顺延", en: "stands still; the end will shift" };

/** The countdown to the start or the end on the server's clock, with the instant in full; afterwards when it ended. */
export function LotClock({ lang, serverNow, startsAt, isSoon, isFrozen, runsTo, endedAt }: ClockProps) {
  if (isFrozen) {
    return (
      <div>
        <p className="text-sm text-ink-soft">{pick(lang, STILL)}</p>
        <p className="text-xl font-medium">{pick(lang, STANDS_STILL)}</p>
      </div>
    );
  }
  const counted = isSoon ? { word: STARTS, until: startsAt } : runsTo;
  if (counted === null) {
    return (
      <div>
        <p className="text-sm text-ink-soft">{pick(lang, ENDED)}</p>
        <p className="tabular text-xl font-medium">{formatDateTime(endedAt, lang, true)}</p>
      </div>
    );
  }
  return (
    <div>
      <p className="text-sm text-ink-soft">{pick(lang, counted.word)}</p>
      <p className="text-2xl font-semibold"><Countdown lang={lang} until={counted.until} serverNow={serverNow} /></p>
      <p className="tabular mt-1 text-sm text-ink-soft">{formatDateTime(counted.until, lang, true)}</p>
    </div>
  );
}

/** Under which number one bids here, and how one stands. */
export function OwnNumber({ lang, bidderNo, children }: { readonly lang: Lang; readonly bidderNo: string; readonly children?: ReactNode }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>{pick(lang, YOUR_NO)} <strong className="tabular">{bidderNo}</strong></span>
      {children}
    </p>
  );
}
