import type { Browser } from "playwright-core";

export interface Device {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** How much slower than this machine's its processor is. */
  readonly cpuSlowdown: number;
  readonly roundTripMs: number;
  readonly megabitsDown: number;
  readonly megabitsUp: number;
}

/** A desk in an office, and a middling phone on a middling mobile network: its processor four times slower than ours. */
export const DEVICES: readonly Device[] = [
  { name: "desktop", width: 1440, height: 900, cpuSlowdown: 1, roundTripMs: 40, megabitsDown: 10, megabitsUp: 5 },
  { name: "phone", width: 390, height: 844, cpuSlowdown: 4, roundTripMs: 70, megabitsDown: 9, megabitsUp: 1.5 },
];

export interface Vitals {
  readonly lcpMs: number;
  readonly cls: number;
}

declare global {
  interface Window {
    benchVitals: { lcpMs: number; cls: number };
  }
}

/** Loads a page once with an empty cache, and reads what the browser says of its largest paint and of everything that jumped. */
export async function vitalsOf(browser: Browser, url: string, device: Device): Promise<Vitals> {
  const context = await browser.newContext({ viewport: { width: device.width, height: device.height }, locale: "zh-CN" });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: device.roundTripMs,
      downloadThroughput: (device.megabitsDown * 1_000_000) / 8,
      uploadThroughput: (device.megabitsUp * 1_000_000) / 8,
    });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: device.cpuSlowdown });
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(1_000); // what comes late and jumps counts as well
    const vitals = await page.evaluate(() => window.benchVitals);
    if (!(vitals.lcpMs > 0)) throw new Error(`${url} painted nothing.`);
    return vitals;
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of its own. */
function observe(): void {
  const seen = (window.benchVitals = { lcpMs: 0, cls: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcpMs = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) seen.cls += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}
