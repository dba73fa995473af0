import type { ReactNode } from "react";
import { ClockIcon } from "./icons/clock.tsx";
import { cx } from "./cx.ts";
import { formatDateTime } from "./format.ts";
import { Hint } from "./hint.tsx";
import { pick, type Lang, type Text } from "./text.ts";

const HOW: Text = { zh: "如何计算", en: "How it is counted" };

export type DeadlineProps = {
  readonly lang: Lang;
  readonly at: Date | string;
  /** What is left in words, as the calendar counts it: 还剩 3 个工作日. The domain counts; this only shows. */
  readonly left: string;
  readonly state?: "far" | "near" | "past" | "met";
  /** How the day was found: 自受理次日起 20 个工作日，跳过国庆 8 天. */
  readonly counted?: ReactNode;
};

const STATES = { far: "text-ink", near: "font-medium text-due", past: "font-medium text-live", met: "text-done" } as const;

/** A legal deadline: the time in full, what is left in words, how it was counted on hover, tap or focus. */
export function Deadline({ lang, at, left, state = "far", counted }: DeadlineProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <ClockIcon size={16} className="text-ink-faint" />
      <time dateTime={new Date(at).toISOString()} className="tabular whitespace-nowrap">{formatDateTime(at, lang)}</time>
      <span className={cx("whitespace-nowrap", STATES[state])}>{left}</span>
      {counted ? <Hint label={pick(lang, HOW)}>{counted}</Hint> : null}
    </span>
  );
}
