import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";
import { sequentialClass } from "./chart-scale.ts";
import outline from "./china-map-outline.json" with { type: "json" };
import type { Lang } from "./text.ts";

export type MapArea = {
  /** Division code of the province: 330000. */
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly href?: string;
};

export type MapFlow = { readonly from: string; readonly to: string; readonly value: number; readonly text: string };

export type ChinaMapProps = Omit<ChartFrameProps, "children" | "table"> & {
  readonly areas: readonly MapArea[];
  /** Drawn as bows from province to province, the widest for the largest; at most a dozen stay readable. */
  readonly flows?: readonly MapFlow[];
  readonly head: readonly [string, string];
  /** How the largest value is read in the legend. */
  readonly legend?: { readonly none: string; readonly most: string };
};

const FILLS = ["fill-seq-0", "fill-seq-1", "fill-seq-2", "fill-seq-3", "fill-seq-4", "fill-seq-5"] as const;
const INSET = { x: 664, y: 500, scale: 1.7 } as const;

/** China with its official outline, all provinces, Taiwan, Hong Kong, Macao and the South China Sea islands; the ranked list stands beside it. */
export function ChinaMap({ areas, flows = [], head, legend, ...frame }: ChinaMapProps) {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const max = Math.max(...areas.map((area) => area.value), 0);
  const ranked = [...areas].sort((a, b) => b.value - a.value);
  return (
    <ChartFrame {...frame} table={{ head, rows: ranked.map((area) => [area.name, area.text]) }}>
      <svg viewBox={`0 0 ${outline.width} ${outline.height}`} className="h-auto w-full" role="img" aria-label={mapName(frame.lang)}>
        {outline.provinces.map((province) => {
          const area = byCode.get(province.code);
          const shape = (
            <path d={province.path} strokeWidth="0.75" strokeLinejoin="round" className={`${FILLS[sequentialClass(area?.value ?? 0, max)]} stroke-edge`}>
              <title>{area ? `${area.name} ${area.text}` : province.name}</title>
            </path>
          );
          return area?.href ? <a key={province.code} href={area.href} tabIndex={-1} className="hover:opacity-80">{shape}</a> : <g key={province.code}>{shape}</g>;
        })}
        {outline.islets.map(([cx, cy]) => <circle key={cx} cx={cx} cy={cy} r="1" className="fill-edge" />)}
        <polyline points={outline.line.map((p) => p.join(",")).join(" ")} strokeWidth="2" fill="none" className="stroke-edge" />
        <Flows flows={flows} />
        <g transform={`translate(${INSET.x} ${INSET.y}) scale(${INSET.scale})`}>
          <rect width={outline.inset.width} height={outline.inset.height} strokeWidth="0.6" className="fill-surface stroke-edge" />
          {outline.inset.land.map((d) => <path key={d} d={d} className="fill-seq-2" />)}
          {outline.inset.lines.map((d) => <path key={d} d={d} className="fill-edge" />)}
          <text x={outline.inset.width / 2} y={outline.inset.height - 3} textAnchor="middle" fontSize="6" className="fill-ink-soft">{frame.lang === "zh" ? "南海诸岛" : "South China Sea Islands"}</text>
        </g>
        {legend ? <Legend {...legend} /> : null}
      </svg>
    </ChartFrame>
  );
}

function mapName(lang: Lang): string {
  return lang === "zh" ? "中国地图，数据见下方数据表" : "Map of China; the figures are in the table below";
}

function Legend({ none, most }: { readonly none: string; readonly most: string }) {
  return (
    <g transform={`translate(16 ${outline.height - 56})`}>
      {FILLS.map((fill, i) => <rect key={fill} x={i * 34} width="34" height="12" className={`${fill} stroke-line`} />)}
      <text y="30" className="fill-ink-soft" fontSize="14">{none}</text>
      <text x={FILLS.length * 34} y="30" textAnchor="end" className="fill-ink-soft" fontSize="14">{most}</text>
    </g>
  );
}

function Flows({ flows }: { readonly flows: readonly MapFlow[] }) {
  const place = new Map(outline.provinces.map((province) => [province.code, province]));
  const max = Math.max(...flows.map((flow) => flow.value), 0);
  return flows.map((flow) => {
    const [from, to] = [place.get(flow.from), place.get(flow.to)];
    if (!from || !to || from === to) return null;
    const [mx, my] = [(from.x + to.x) / 2 + (to.y - from.y) * 0.18, (from.y + to.y) / 2 - (to.x - from.x) * 0.18];
    return (
      <g key={`${flow.from}-${flow.to}`}>
        <path d={`M${from.x} ${from.y}Q${mx.toFixed(1)} ${my.toFixed(1)} ${to.x} ${to.y}`} fill="none" strokeLinecap="round" strokeWidth={(1.5 + (flow.value / max) * 5).toFixed(1)} className="stroke-chart-2 opacity-80">
          <title>{flow.text}</title>
        </path>
        <circle cx={to.x} cy={to.y} r="4" className="fill-chart-6" />
      </g>
    );
  });
}
