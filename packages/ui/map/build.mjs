/**
 * Turns China's province outlines into a small file of SVG paths: `npx pnpm --filter @ttx/ui map SOURCE`,
 * where SOURCE is the unpacked npm package echarts 4.9.0 (Apache License 2.0), files map/json/china.json (outlines) and
 * src/coord/geo/fix/nanhai.js (the South China Sea islands inset). Projection: Albers equal-area conic, parallels 25° and 47°,
 * central meridian 105°, as China's official small-scale maps use it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const source = process.argv[2];
if (!source) throw new Error("Give the folder of the unpacked echarts 4.9.0 package.");

const RAD = Math.PI / 180;
const [P1, P2, PHI0, LAM0] = [25 * RAD, 47 * RAD, 36 * RAD, 105 * RAD];
const N = (Math.sin(P1) + Math.sin(P2)) / 2;
const C = Math.cos(P1) ** 2 + 2 * N * Math.sin(P1);
const rho = (phi) => Math.sqrt(C - 2 * N * Math.sin(phi)) / N;
const RHO0 = rho(PHI0);

function project([lon, lat]) {
  const theta = N * (lon * RAD - LAM0);
  const r = rho(lat * RAD);
  return [r * Math.sin(theta), -(RHO0 - r * Math.cos(theta))];
}

/** ECharts 4 stores each ring as zigzag deltas in a string, in 1/1024 degree. */
function decodeRing(text, [x0, y0]) {
  const ring = [];
  let [x, y] = [x0, y0];
  for (let i = 0; i < text.length; i += 2) {
    const dx = text.charCodeAt(i) - 64;
    const dy = text.charCodeAt(i + 1) - 64;
    x += (dx >> 1) ^ -(dx & 1);
    y += (dy >> 1) ^ -(dy & 1);
    ring.push([x / 1024, y / 1024]);
  }
  return ring;
}

function ringsOf({ type, coordinates, encodeOffsets }) {
  if (type === "Polygon") return coordinates.map((ring, i) => decodeRing(ring, encodeOffsets[i]));
  return coordinates.flatMap((polygon, i) => polygon.map((ring, k) => decodeRing(ring, encodeOffsets[i][k])));
}

const china = JSON.parse(readFileSync(join(source, "map/json/china.json"), "utf8"));
const provinces = china.features.map((feature) => ({
  code: feature.id,
  name: feature.properties.name,
  at: project(feature.properties.cp),
  rings: ringsOf(feature.geometry).map((ring) => ring.map(project)),
}));
// 钓鱼岛 and 赤尾屿 are smaller than a pixel at this scale; they are drawn as dots of Taiwan province.
const islets = [[123.475, 25.745], [124.555, 25.925]].map(project);
// The tenth line of the standard map, east of Taiwan, lies outside the inset.
const eastOfTaiwan = [[122.52, 23.45], [122.78, 24.57]].map(project);

const all = provinces.flatMap((p) => p.rings.flat()).filter(([, y]) => y < project([110, 18])[1]);
const minX = Math.min(...all.map(([x]) => x));
const maxX = Math.max(...all.map(([x]) => x));
const minY = Math.min(...all.map(([, y]) => y));
const WIDTH = 800;
const scale = (WIDTH - 20) / (maxX - minX);
const place = ([x, y]) => [10 + (x - minX) * scale, 10 + (y - minY) * scale];
const round = (v) => Math.round(v * 10) / 10;

function pathOf(rings) {
  let path = "";
  for (const ring of rings) {
    const points = ring.map(place).map(([x, y]) => [round(x), round(y)]);
    let [px, py] = [NaN, NaN];
    let part = "";
    for (const [x, y] of points) {
      if (Math.hypot(x - px, y - py) < 0.6) continue;
      part += part === "" ? `M${x} ${y}` : `l${round(x - px)} ${round(y - py)}`;
      [px, py] = [x, y];
    }
    if ((part.match(/l/g) ?? []).length >= 2) path += `${part}z`;
    else path += `M${points[0][0]} ${points[0][1]}h1v1h-1z`;
  }
  return path;
}

const nanhai = readFileSync(join(source, "src/coord/geo/fix/nanhai.js"), "utf8");
const literal = nanhai.slice(nanhai.indexOf("var points =") + 12, nanhai.indexOf("];", nanhai.indexOf("var points =")) + 1);
const shapes = JSON.parse(literal);
const inset = shapes.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join("L")}z`);

const height = Math.ceil(Math.max(...all.map(([, y]) => place([0, y])[1])) + 10);
const source_note = "Outlines and South China Sea inset: Apache ECharts 4.9.0, map/json/china.json and src/coord/geo/fix/nanhai.js (Apache License 2.0); projected by packages/ui/map/build.mjs";
const placed = provinces
  .map((p) => ({ code: p.code, name: p.name, x: round(place(p.at)[0]), y: round(place(p.at)[1]), path: pathOf(p.rings) }))
  .sort((a, b) => a.code.localeCompare(b.code));

// The shapes travel once, as a picture the browser keeps; a page only says which province has which colour.
const dots = islets.map(place).map(([x, y]) => `M${round(x - 1)} ${round(y)}a1 1 0 1 0 2 0a1 1 0 1 0 -2 0z`).join("");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}">
<!-- ${source_note} -->
<defs>
${placed.map((p) => `<path id="p${p.code}" d="${p.path}${p.code === "710000" ? dots : ""}"/>`).join("\n")}
<path id="line" d="M${eastOfTaiwan.map(place).map((p) => p.map(round).join(" ")).join("L")}"/>
<path id="inset-land" d="${inset.slice(0, 2).join("")}"/>
<path id="inset-lines" d="${inset.slice(2, -1).join("")}"/>
</defs>
</svg>
`;
writeFileSync(new URL("../../../apps/portal/public/china-map.svg", import.meta.url), svg);
writeFileSync(
  new URL("../src/china-map-places.json", import.meta.url),
  `${JSON.stringify({ source: source_note, width: WIDTH, height, inset: { width: 64, height: 93.1 }, provinces: placed.map(({ path: _, ...p }) => p) }, null, 1)}\n`,
);
console.log(`${placed.length} provinces, ${WIDTH} × ${height}, ${svg.length} bytes`);
