import { axisSteps } from "./chart-scale.ts";
import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";

export type Series = { readonly key: string; readonly label: string; readonly values: readonly (number | null)[] };

export type LineChartProps = Omit<ChartFrameProps, "children" | "table"> & {
  readonly periods: readonly string[];
  /** At most eight. */
  readonly series: readonly Series[];
  readonly periodHead: string;
  /** How a value is read, on the axis and in the table. */
  readonly read: (value: number) => string;
};

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [720, 300, 68, 110, 12, 28];
const STROKES = ["stroke-chart-1", "stroke-chart-2", "stroke-chart-3", "stroke-chart-4", "stroke-chart-5", "stroke-chart-6", "stroke-chart-7", "stroke-chart-8"] as const;
const FILLS = ["fill-chart-1", "fill-chart-2", "fill-chart-3", "fill-chart-4", "fill-chart-5", "fill-chart-6", "fill-chart-7", "fill-chart-8"] as const;
const DASHES = ["", "6 3", "2 3", "8 3 2 3", "", "6 3", "2 3", "8 3 2 3"] as const;

/** Lines over time from zero, labelled at their ends; colour and dash tell them apart. */
export function LineChart({ periods, series, periodHead, read, ...frame }: LineChartProps) {
  const steps = axisSteps(Math.max(...series.flatMap((one) => one.values.map((value) => value ?? 0)), 0));
  const top = steps.at(-1) ?? 1;
  const x = (i: number) => LEFT + (periods.length > 1 ? (i / (periods.length - 1)) * (WIDTH - LEFT - RIGHT) : 0);
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const every = Math.ceil(periods.length / 8);
  const table = { head: [periodHead, ...series.map((one) => one.label)], rows: periods.map((period, i) => [period, ...series.map((one) => { const value = one.values[i]; return value === null || value === undefined ? "—" : read(value); })]) };
  return (
    <ChartFrame {...frame} table={table}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-auto w-full" aria-hidden="true">
        {steps.map((step) => (
          <g key={step}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(step)} y2={y(step)} className={step === 0 ? "stroke-edge" : "stroke-line"} />
            <text x={LEFT - 8} y={y(step) + 4} textAnchor="end" className="tabular fill-ink-soft text-xs">{read(step)}</text>
          </g>
        ))}
        {periods.map((period, i) => (i % every === 0 ? <text key={period} x={x(i)} y={HEIGHT - 8} textAnchor="middle" className="tabular fill-ink-soft text-xs">{period}</text> : null))}
        {series.slice(0, 8).map((one, s) => {
          const points = one.values.flatMap((value, i) => (value === null ? [] : [[x(i), y(value)] as const]));
          const last = points.at(-1);
          return (
            <g key={one.key}>
              <polyline points={points.map((p) => p.join(",")).join(" ")} fill="none" strokeWidth="2.5" strokeDasharray={DASHES[s]} className={STROKES[s]} />
              {points.map(([px, py]) => <circle key={px} cx={px} cy={py} r="3" className={FILLS[s]} />)}
              {last ? <text x={last[0] + 10} y={last[1] + 4} className="fill-ink text-xs">{one.label}</text> : null}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
