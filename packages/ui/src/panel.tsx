import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type PanelProps = {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly tone?: "plain" | "brand" | "due" | "live" | "done";
  readonly className?: string;
  readonly children: ReactNode;
  readonly level?: 2 | 3;
};

const TONES = {
  plain: "border-line bg-surface",
  brand: "border-brand-line bg-brand-soft",
  due: "border-due-line bg-due-soft",
  live: "border-live-line bg-live-soft",
  done: "border-done-line bg-done-soft",
} as const;

/** A bordered box: what belongs together. Borders before shadows. */
export function Panel({ title, actions, tone = "plain", className, children, level = 2 }: PanelProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={cx("rounded border p-4 md:p-5", TONES[tone], className)}>
      {title || actions ? (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          {title ? <Heading className="font-semibold">{title}</Heading> : null}
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
