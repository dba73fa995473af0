import type { Latencies } from "./latencies.ts";

export type LatencyRow = { readonly bidders: number; readonly perSecond: number; readonly latency: Latencies };

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 70;
const BOTTOM = 250;
const TOP = 30;

/** The table that the plot is drawn from. */
export function latencyTable(rows: readonly LatencyRow[]): string {
  return ["| bidders at once | accepted bids/s | p50 ms | p99 ms |", "| ---: | ---: | ---: | ---: |", ...rows.map(({ bidders, perSecond, latency }) => `| ${bidders} | ${Math.round(perSecond)} | ${latency.p50.toFixed(1)} | ${latency.p99.toFixed(1)} |`)].join("\n") + "\n";
}

/** Two bars for each number of bidders on a logarithmic scale; the numbers stand beside them. */
export function latencyPlot(rows: readonly LatencyRow[]): string {
  const most = 10 ** Math.ceil(Math.log10(Math.max(...rows.map(({ latency }) => latency.p99))));
  const y = (ms: number): number => BOTTOM - ((BOTTOM - TOP) * Math.log10(Math.max(1, ms))) / Math.log10(most);
  const step = (WIDTH - LEFT - 20) / rows.length;
  const lines = Array.from({ length: Math.log10(most) + 1 }, (_, i) => 10 ** i).map(
    (ms) => `<line x1="${LEFT}" x2="${WIDTH - 20}" y1="${y(ms)}" y2="${y(ms)}" stroke="#d5d9e0"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  );
  const bar = (x: number, ms: number, name: string, fill: string): string =>
    `<rect x="${x}" y="${y(ms)}" width="50" height="${BOTTOM - y(ms)}" fill="${fill}"/><text x="${x + 25}" y="${y(ms) - 6}" text-anchor="middle">${name} ${ms.toFixed(1)}</text>`;
  const bars = rows.map(({ bidders, latency }, i) => {
    const x = LEFT + step * i + step / 2 - 60;
    return `${bar(x, latency.p50, "p50", "#3b6ea5")}${bar(x + 70, latency.p99, "p99", "#a5543b")}<text x="${x + 60}" y="${BOTTOM + 22}" text-anchor="middle">${bidders} bidders</text>`;
  });
  const told = rows.map(({ bidders, latency }) => `${bidders} bidders: p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms`).join("; ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12" fill="#1f2733" role="img"><title>Latency of a bid over HTTP, logarithmic: ${told}</title><rect width="100%" height="100%" fill="#fff"/>${lines.join("")}${bars.join("")}<text x="${LEFT}" y="${HEIGHT - 8}">Latency of a bid over HTTP on one lot, from request to receipt; logarithmic scale</text></svg>\n`;
}
