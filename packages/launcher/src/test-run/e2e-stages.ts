import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { bring, BUILD } from "../build.ts";
import { ensureChromium } from "../chromium.ts";
import { ensureDatabase } from "../ensure-database.ts";
import { Fault } from "../fault.ts";
import { anyFreePort } from "../postgres/ports.ts";
import { DATA, PROJECT } from "../project.ts";
import { seedOnce } from "../seed.ts";
import { processEnvironment, readSettings } from "../settings.ts";
import { startStack } from "../stack.ts";
import { workspaceCommand } from "../workspace-command.ts";
import { NONE, oneCheck, playwrightCounts, sum, type Counts } from "./counts.ts";
import type { TestDatabase } from "./database.ts";
import { undocumentedAnswers } from "./documented-answers.ts";
import type { Stage } from "./stages.ts";

const DATABASE = "ttx_e2e";
/** `npm test -- --only e2e axe` looks at everybody's view of every page and makes no journey; any other name makes that journey only. */
const ACCESS = "axe";
const CONFIG = "packages/launcher/playwright.config.ts";
export const RESULTS = path.join(DATA, "e2e");
const LOGS = path.join(RESULTS, "logs");
/** Files and secrets of the demo country. */
const HOME = path.join(DATA, "e2e-home");

/** A database with the demo country, and what the processes on it have to know. */
interface DemoCountry {
  readonly databaseUrl: string;
  readonly ports: readonly [number, number];
  readonly env: NodeJS.ProcessEnv;
}

async function loadDemoCountry(database: TestDatabase): Promise<DemoCountry> {
  await ensureDatabase(database.maintenanceUrl, DATABASE, database.template);
  const databaseUrl = database.url(DATABASE);
  const ports = [await anyFreePort(), await anyFreePort()] as const;
  rmSync(HOME, { recursive: true, force: true }); // what a run that was killed left behind
  mkdirSync(HOME);
  const asked = { ...process.env, TTX_MODE: "test", PORT: String(ports[0]), DATABASE_URL: undefined, TTX_PUBLIC_URL: undefined, TTX_STORAGE_DIR: undefined, REDIS_URL: undefined };
  const env = processEnvironment(asked, readSettings(asked), databaseUrl, HOME);
  await seedOnce(databaseUrl, "test", env);
  return { databaseUrl, ports, env };
}

/** Two portals and two workers on one database, as a real installation has them, with the demo country and a clock that can be moved. */
async function endToEnd({ databaseUrl, ports, env }: DemoCountry, filters: readonly string[], stopped: AbortSignal): Promise<Counts> {
  if (!existsSync(path.join(PROJECT, "apps/portal/e2e"))) throw new Fault("There is no folder apps/portal/e2e.");
  const chromium = await ensureChromium();
  let died: string | undefined;
  const stack = startStack({ env, ports, workers: 2, development: false, logFolder: LOGS }, (reason) => (died = reason));
  try {
    await stack.untilReady(stopped);
    const where = {
      TTX_CHROMIUM: chromium,
      TTX_E2E_URL: `http://localhost:${ports[0]}`,
      TTX_E2E_OTHER_URL: `http://localhost:${ports[1]}`,
      TTX_E2E_DATABASE_URL: databaseUrl,
      TTX_E2E_ACCESS: filters.includes(ACCESS) ? "whole" : "brief",
    };
    // The pages first: journeys move the clock and leave rows behind.
    const access = filters.length === 0 || filters.includes(ACCESS) ? await playwright("access", 2, filters, where) : NONE;
    const journeys = filters.includes(ACCESS) ? NONE : await playwright("journeys", 1, filters, where);
    const counts = sum([access, journeys]);
    const wrong = undocumentedAnswers(LOGS);
    const faults = [...(died === undefined ? [] : [died]), ...(wrong.length === 0 ? [] : [`Answers that are not as documented (npm run openapi:answers):\n    ${wrong.join("\n    ")}`])];
    for (const fault of faults) console.log(`  ${fault}`);
    return sum([counts, { passed: 0, failed: faults.length, faults }]);
  } finally {
    await stack.stop();
  }
}

async function playwright(part: "access" | "journeys", workers: number, filters: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  const report = path.join(RESULTS, `${part}.json`);
  rmSync(report, { force: true });
  const chosen = ["--project", part, "--workers", String(workers), "--pass-with-no-tests", ...filters];
  await workspaceCommand([process.execPath, "node_modules/@playwright/test/cli.js", "test", "--config", CONFIG, ...chosen], { ...env, TTX_E2E_REPORT: report }, true);
  try {
    return playwrightCounts(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return oneCheck(false); // it ended before it could write a report
  }
}

export function endToEndStages(database: () => Promise<TestDatabase>, filters: readonly string[], stopped: AbortSignal): Stage[] {
  let country: DemoCountry | undefined;
  return [
    {
      name: "build",
      groups: ["e2e"],
      needs: ["generate"],
      run: async () => {
        await bring(BUILD);
        return oneCheck(true);
      },
    },
    {
      name: "demo country",
      groups: ["e2e"],
      needs: ["generate"],
      alongside: true,
      run: async () => {
        country = await loadDemoCountry(await database());
        return oneCheck(true);
      },
    },
    {
      name: "end-to-end tests",
      groups: ["e2e"],
      needs: ["build", "demo country"],
      run: async () => {
        if (!country) throw new Fault("There is no demo country.");
        return endToEnd(country, filters, stopped).finally(() => rmSync(HOME, { recursive: true, force: true }));
      },
    },
  ];
}
