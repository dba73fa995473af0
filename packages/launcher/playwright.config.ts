import path from "node:path";
import { defineConfig } from "@playwright/test";

const project = path.resolve(import.meta.dirname, "../..");
const results = path.join(project, ".data/e2e");
const executablePath = process.env["TTX_CHROMIUM"];
const ACCESS = "**/x6-axe.spec.ts";

/**
 * `npm test` starts the stack and says in TTX_E2E_URL where it listens; the tests stand with the portal. Access is looked at in the demo country
 * as it was loaded, by two at once; then the journeys run one after the other, and move its clock.
 */
export default defineConfig({
  testDir: path.join(project, "apps/portal/e2e"),
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env["TTX_E2E_REPORT"] ?? path.join(results, "report.json") }]],
  projects: [
    { name: "tour", testMatch: "**/tour.setup.ts", outputDir: path.join(results, "tour"), timeout: 240_000 },
    { name: "access", testMatch: ACCESS, outputDir: path.join(results, "access"), dependencies: ["tour"], use: { trace: "off", screenshot: "off" } },
    { name: "journeys", testMatch: "**/*.spec.ts", testIgnore: ACCESS, outputDir: path.join(results, "results") },
  ],
  use: {
    baseURL: process.env["TTX_E2E_URL"] ?? "http://localhost:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // A trace of every test costs a seventh of their time; the picture and the page of a failed one are kept in any case.
    trace: process.env["TTX_E2E_TRACE"] ? "retain-on-failure" : "off",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Without a locale Chromium names no file in Chinese: everything that is downloaded is called "download".
      env: { ...process.env, LC_ALL: "C.UTF-8" } as Record<string, string>,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
