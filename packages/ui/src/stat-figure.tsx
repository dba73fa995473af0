import type { ReactNode } from "react";
import { ArrowDownIcon } from "./icons/arrow-down.tsx";
import { ArrowUpIcon } from "./icons/arrow-up.tsx";

export type StatFigureProps = {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  /** Change against a named earlier period, in words and with a direction. */
  readonly change?: { readonly direction: "up" | "down" | "same"; readonly text: string };
  readonly note?: ReactNode;
  readonly href?: string;
};

/** One figure with its name, unit and change. Direction is an arrow and a word; up is not good by itself, so it carries no colour. */
export function StatFigure({ label, value, unit, change, note, href }: StatFigureProps) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-sm text-ink-soft">{href ? <a className="link-quiet" href={href}>{label}</a> : label}</dt>
      <dd className="tabular text-xl leading-tight font-semibold text-ink">
        {value}
        {unit ? <span className="ml-1 text-sm font-normal text-ink-soft">{unit}</span> : null}
      </dd>
      {change ? (
        <dd className="flex items-center gap-1 text-sm text-ink-soft">
          {change.direction === "up" ? <ArrowUpIcon size={14} /> : change.direction === "down" ? <ArrowDownIcon size={14} /> : null}
          {change.text}
        </dd>
      ) : null}
      {note ? <dd className="text-sm text-ink-faint">{note}</dd> : null}
    </div>
  );
}
