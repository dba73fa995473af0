import type { ReactNode } from "react";
import { BanIcon } from "./icons/ban.tsx";
import { CircleCheckIcon } from "./icons/circle-check.tsx";
import { CircleDashedIcon } from "./icons/circle-dashed.tsx";
import { CircleDotIcon } from "./icons/circle-dot.tsx";
import { CircleIcon } from "./icons/circle.tsx";
import { CircleXIcon } from "./icons/circle-x.tsx";
import { HourglassIcon } from "./icons/hourglass.tsx";
import { cx } from "./cx.ts";

/** What a state means to the reader; every feature maps its states to one of these. */
export type Tone = "draft" | "waiting" | "active" | "due" | "live" | "done" | "refused" | "ended";

const LOOKS = {
  draft: { mark: CircleDashedIcon, className: "border-line bg-surface text-ink-soft" },
  waiting: { mark: CircleIcon, className: "border-line bg-sunken text-ink" },
  active: { mark: CircleDotIcon, className: "border-brand-line bg-brand-soft text-brand" },
  due: { mark: HourglassIcon, className: "border-due-line bg-due-soft text-due" },
  live: { mark: CircleDotIcon, className: "border-live bg-live text-white" },
  done: { mark: CircleCheckIcon, className: "border-done-line bg-done-soft text-done" },
  refused: { mark: CircleXIcon, className: "border-live-line bg-live-soft text-live" },
  ended: { mark: BanIcon, className: "border-line bg-surface text-ink-soft" },
} as const satisfies Record<Tone, unknown>;

export type StatusTagProps = { readonly tone: Tone; readonly children: ReactNode; readonly className?: string };

/** A state: the word, with a mark of its own shape. Never colour alone. */
export function StatusTag({ tone, children, className }: StatusTagProps) {
  const { mark: Mark, className: look } = LOOKS[tone];
  return (
    <span className={cx("inline-flex items-center gap-1 rounded-sm border px-2 py-0.5 text-sm leading-snug font-medium whitespace-nowrap", look, className)}>
      <Mark size={14} />
      {children}
    </span>
  );
}
