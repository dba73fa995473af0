import { findChromium } from "@ttx/launcher/chromium";
import { chromium } from "playwright-core";
import type { BenchRun } from "../bench.ts";
import { serveDemoPortal } from "../demo-portal.ts";
import { requestsPerSecond } from "../load.ts";
import { serveBareNext } from "../pages/bare-next.ts";
import { firstLoadBytes } from "../pages/first-load.ts";
import { LIST, listedRows } from "../pages/rows.ts";
import { DEVICES, vitalsOf, type Device, type Vitals } from "../pages/vitals.ts";
import { inTurn, median, ROUNDS } from "../rounds.ts";

const SECONDS = 4;
const CONNECTIONS = 20;

/** Public pages against a bare Next app with the same rows: requests, scripts, and what a visitor sees of it. */
export default async function pages(run: BenchRun): Promise<void> {
  const portal = await serveDemoPortal(run);
  const rows = await listedRows(portal.url);
  const bare = await serveBareNext(run, rows);
  const paths = { home: "/", list: LIST, detail: `/results/${rows[0]?.id}` };
  await measureThroughput(run, portal.url, bare.url, paths);
  await measureFirstLoad(run, portal.url, bare.url, paths);
  await measureVitals(run, portal.url, paths);
}

type Paths = Readonly<Record<"home" | "list" | "detail", string>>;

async function measureThroughput(run: BenchRun, portalUrl: string, bareUrl: string, paths: Paths): Promise<void> {
  let asked = 0;
  const load = (url: string, nextPath?: () => string) => () => requestsPerSecond({ url, seconds: SECONDS, connections: CONNECTIONS, nextPath });
  const sides = {
    "bare list": load(`${bareUrl}/list`),
    list: load(portalUrl + paths.list),
    "list never kept": load(portalUrl + paths.list, () => `${paths.list}&nth=${(asked += 1)}`), // an address nobody asked for before
    "bare prerendered": load(`${bareUrl}/prerendered`),
    home: load(portalUrl + paths.home),
    detail: load(portalUrl + paths.detail),
  };
  run.say(`requests a second: ${CONNECTIONS} connections, ${SECONDS} s each, nothing compressed on either side`);
  for (const url of [`${bareUrl}/list`, portalUrl + paths.list, `${bareUrl}/prerendered`, portalUrl + paths.home, portalUrl + paths.detail]) {
    await requestsPerSecond({ url, seconds: 2, connections: CONNECTIONS }); // warms up the code, not the figure
  }
  const rates = await inTurn(sides, run.say);
  const figure = (metric: string, value: number, baseline: number, bound?: number): void =>
    run.figure({ metric, value, unit: "requests/s", baseline, ...(bound === undefined ? {} : { goal: { of: "ratio", is: "at least", bound } }) });
  figure("list of 50 rows, against a bare dynamic page", rates.list, rates["bare list"], 0.7);
  figure("list of 50 rows never kept, rendered from the database each time", rates["list never kept"], rates["bare list"]);
  for (const name of ["home", "list", "detail"] as const) figure(`${name} from the cache, against a prerendered page`, rates[name], rates["bare prerendered"], 0.8);
}

async function measureFirstLoad(run: BenchRun, portalUrl: string, bareUrl: string, paths: Paths): Promise<void> {
  const baseline = await firstLoadBytes(`${bareUrl}/`);
  for (const [name, path] of Object.entries(paths)) {
    run.figure({ metric: `first-load JavaScript of ${name}, against an empty app`, value: await firstLoadBytes(portalUrl + path), unit: "bytes gzipped", baseline, goal: { of: "ratio", is: "at most", bound: 1.3 } });
  }
}

async function measureVitals(run: BenchRun, portalUrl: string, paths: Paths): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("No Chromium was found: install it, or name the program in TTX_CHROMIUM.");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  run.atEnd(() => browser.close());
  await vitalsOf(browser, portalUrl + paths.home, DEVICES[0] as Device); // the browser's own first steps
  for (const device of DEVICES) {
    run.say(`${device.name}: ${device.width} px, ${device.megabitsDown} Mbit/s down, ${device.roundTripMs} ms round trip, processor slowed down ${device.cpuSlowdown} ×`);
    const seen: Record<string, Vitals[]> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, path] of Object.entries(paths)) (seen[name] ??= []).push(await vitalsOf(browser, portalUrl + path, device));
    }
    for (const [name, all] of Object.entries(seen)) {
      run.figure({ metric: `largest contentful paint of ${name}, ${device.name}`, value: median(all.map(({ lcpMs }) => lcpMs)), unit: "ms", goal: { of: "value", is: "at most", bound: 1500 } });
      run.figure({ metric: `cumulative layout shift of ${name}, ${device.name}`, value: Math.max(...all.map(({ cls }) => cls)), unit: "score", goal: { of: "value", is: "at most", bound: 0.05 } });
    }
  }
}
