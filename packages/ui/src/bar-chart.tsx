import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";
import { cx } from "./cx.ts";

export type Bar = { readonly key: string; readonly label: string; readonly value: number; /** As it is to be read: 123.46 亿元. */ readonly text: string; readonly href?: string; readonly marked?: boolean };

export type BarChartProps = Omit<ChartFrameProps, "children" | "table"> & {
  readonly bars: readonly Bar[];
  readonly head: readonly [string, string];
  /** The table one click away, where it says more than the bars. */
  readonly table?: ChartFrameProps["table"];
};

/** Lying bars from zero, each labelled directly: readable at any width, and Chinese labels need no turning. */
export function BarChart({ bars, head, table, ...frame }: BarChartProps) {
  const max = Math.max(...bars.map((bar) => bar.value), 0);
  return (
    <ChartFrame {...frame} table={table ?? { head, rows: bars.map((bar) => [bar.label, bar.text]) }}>
      <ol className="grid gap-1.5 text-sm leading-normal">
        {bars.map((bar) => (
          <li key={bar.key} className="grid grid-cols-[minmax(5em,9em)_1fr_auto] items-center gap-3">
            <span className={cx("min-w-0", bar.marked && "font-medium")}>{bar.href ? <a href={bar.href} className="link-quiet">{bar.label}</a> : bar.label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-4 w-full" aria-hidden="true">
              <rect width={max > 0 ? Math.max((bar.value / max) * 100, bar.value > 0 ? 0.5 : 0) : 0} height="10" className={bar.marked ? "fill-chart-2" : "fill-chart-1"} />
            </svg>
            <span className="tabular min-w-[6em] text-right">{bar.text}</span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
