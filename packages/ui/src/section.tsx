import type { ReactNode } from "react";
import { ArrowRightIcon } from "./icons/arrow-right.tsx";
import { cx } from "./cx.ts";

export type SectionProps = {
  readonly id: string;
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  /** Where to see all of it. */
  readonly more?: { readonly href: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A named part of a page. */
export function Section({ id, title, intro, more, actions, className, children }: SectionProps) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className={cx("grid content-start gap-4", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={`${id}-title`} className="text-lg font-semibold">{title}</h2>
        {more ? <a href={more.href} className="link inline-flex items-center gap-1 text-sm">{more.label}<ArrowRightIcon size={14} /></a> : null}
        {actions}
        {intro ? <div className="w-full"><p className="prose-column text-sm text-ink-soft">{intro}</p></div> : null}
      </div>
      {children}
    </section>
  );
}
