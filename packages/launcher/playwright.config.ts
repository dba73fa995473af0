import path from "node:path";
import { defineConfig } from "@playwright/test";

const project = path.resolve(import.meta.dirname, "../..");
const results = path.join(project, ".data/e2e");
const executablePath = process.env["TTX_CHROMIUM"];
/** Looking at every page in both languages, both sizes and every role takes longer than all journeys together; it runs when it is asked for by name. */
const wantsAccess = process.argv.includes("axe");

/** `npm test` starts the stack and says in TTX_E2E_URL where it listens; the journeys stand with the portal. */
export default defineConfig({
  testDir: path.join(project, "apps/portal/e2e"),
  testMatch: "**/*.spec.ts",
  testIgnore: wantsAccess ? [] : ["**/axe.spec.ts"],
  outputDir: path.join(results, "results"),
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env["TTX_E2E_REPORT"] ?? path.join(results, "report.json") }]],
  use: {
    baseURL: process.env["TTX_E2E_URL"] ?? "http://localhost:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
