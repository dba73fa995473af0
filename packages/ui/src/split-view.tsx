import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type SplitViewProps = {
  readonly list: ReactNode;
  /** The open file, beside the list on a wide screen, in its place on a narrow one. */
  readonly file?: ReactNode;
  readonly fileLabel: string;
};

/** A file opens beside the list, not instead of it. */
export function SplitView({ list, file, fileLabel }: SplitViewProps) {
  if (!file) return <div>{list}</div>;
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(22rem,2fr)_3fr]">
      <div className={cx("hidden min-w-0 xl:block")}>{list}</div>
      <section aria-label={fileLabel} className="min-w-0 xl:border-l xl:border-line xl:pl-6">{file}</section>
    </div>
  );
}
