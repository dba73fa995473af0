import { ChartFrame, type ChartFrameProps } from "./chart-frame.tsx";
import { sequentialClass } from "./chart-scale.ts";
import outline from "./china-map-places.json" with { type: "json" };
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
  /** The table one click away, where it says more than the map. */
  readonly table?: ChartFrameProps["table"];
  /** How the largest value is read in the legend. */
  readonly legend?: { readonly none: string; readonly most: string };
  /** The picture with the outlines, written by map/build.mjs; the browser keeps it. */
  readonly outlineUrl?: string;
};

const FILLS = ["fill-seq-0", "fill-seq-1", "fill-seq-2", "fill-seq-3", "fill-seq-4", "fill-seq-5"] as const;
/** Below Taiwan, where it covers no land. */
const INSET = { x: 690, y: 602, scale: 1.55 } as const;
const HEIGHT = 756;

/** China with its official outline, all provinces, Taiwan, Hong Kong, Macao and the South China Sea islands; the figures and their links are in a ranked list. */
export function ChinaMap({ areas, flows = [], head, table, legend, outlineUrl = "/china-map.svg", ...frame }: ChinaMapProps) {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const max = Math.max(...areas.map((area) => area.value), 0);
  const ranked = [...areas].sort((a, b) => b.value - a.value);
  return (
    <ChartFrame {...frame} table={table ?? { head, rows: ranked.map((area) => [area.name, area.text]) }}>
      <svg viewBox={`0 0 ${outline.width} ${HEIGHT}`} className="h-auto w-full" role="img" aria-label={mapName(frame.lang)}>
        {outline.provinces.map((province) => {
          const area = byCode.get(province.code);
          return (
            <use key={province.code} href={`${outlineUrl}#p${province.code}`} strokeWidth="0.75" strokeLinejoin="round" className={`${FILLS[sequentialClass(area?.value ?? 0, max)]} stroke-edge`}>
              <title>{area ? `${area.name} ${area.text}` : province.name}</title>
            </use>
          );
        })}
        <use href={`${outlineUrl}#line`} strokeWidth="2" className="stroke-edge" />
        <Flows flows={flows} />
        <g transform={`translate(${INSET.x} ${INSET.y}) scale(${INSET.scale})`}>
          <rect width={outline.inset.width} height={outline.inset.height} strokeWidth="0.6" className="fill-surface stroke-edge" />
          <use href={`${outlineUrl}#inset-land`} className="fill-seq-2" />
          <use href={`${outlineUrl}#inset-lines`} className="fill-edge" />
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
    <g transform={`translate(16 ${HEIGHT - 56})`}>
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
