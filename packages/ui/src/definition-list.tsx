import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Definition = { readonly term: ReactNode; readonly value: ReactNode; readonly wide?: boolean };

export type DefinitionListProps = {
  readonly items: readonly Definition[];
  /** rows: term beside value. grid: terms above values, two or three a row. */
  readonly as?: "rows" | "grid";
};

/** The facts of a file. A fact without a value shows a dash, never nothing. As a container it has no width of its own to shrink to, so it takes all there is. */
export function DefinitionList({ items, as = "rows" }: DefinitionListProps) {
  return (
    <dl className={as === "grid" ? "grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3" : "@container grid w-full"}>
      {items.map((item, i) => (
        <div
          key={i}
          className={cx(as === "grid" ? "grid content-start gap-0.5" : "grid gap-x-4 border-b border-line py-2 last:border-b-0 @sm:grid-cols-[10em_1fr]", as === "grid" && item.wide && "sm:col-span-full")}
        >
          <dt className="text-sm leading-normal text-ink-soft">{item.term}</dt>
          <dd className="min-w-0 leading-normal">{item.value ?? "—"}</dd>
        </div>
      ))}
    </dl>
  );
}
