import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
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
import { oneCheck, playwrightCounts, sum, type Counts } from "./counts.ts";
import type { TestDatabase } from "./database.ts";
import { undocumentedAnswers } from "./documented-answers.ts";
import type { Stage } from "./stages.ts";

/** `npm test -- --only e2e axe` looks at everybody's view of every page and makes no journey; any other name makes that journey only. */
const ACCESS = "axe";
const CONFIG = "packages/launcher/playwright.config.ts";
export const RESULTS = path.join(DATA, "e2e");
const LOGS = path.join(RESULTS, "logs");

/** What is looked at as it was loaded, and what moves the clock and leaves rows behind: each has a demo country of its own. */
const PARTS = ["access", "journeys"] as const;
type Part = (typeof PARTS)[number];

/** A database with the demo country, and what the processes on it have to know. */
interface DemoCountry {
  readonly database: string;
  /** Its files and secrets. */
  readonly home: string;
}

const countryOf = (part: Part): DemoCountry => ({ database: `ttx_e2e_${part}`, home: path.join(DATA, `e2e-home-${part}`) });

const logsOf = (part: Part): string => path.join(LOGS, part);

function partsOf(filters: readonly string[]): readonly Part[] {
  if (filters.length === 0) return PARTS;
  return [filters.includes(ACCESS) ? "access" : "journeys"];
}

function environmentOf({ home }: DemoCountry, databaseUrl: string, port: number): NodeJS.ProcessEnv {
  const asked = { ...process.env, TTX_MODE: "test", PORT: String(port), DATABASE_URL: undefined, TTX_PUBLIC_URL: undefined, TTX_STORAGE_DIR: undefined, REDIS_URL: undefined };
  return processEnvironment(asked, readSettings(asked), databaseUrl, home);
}

/** Loads the demo country once and copies it for every further part. */
async function loadDemoCountries(server: TestDatabase, parts: readonly Part[]): Promise<void> {
  const [first, ...others] = parts.map(countryOf);
  if (!first) return;
  for (const { home } of [first, ...others]) rmSync(home, { recursive: true, force: true }); // what a run that was killed left behind
  mkdirSync(first.home);
  await ensureDatabase(server.maintenanceUrl, first.database, server.template);
  const url = server.url(first.database);
  await seedOnce(url, "test", environmentOf(first, url, await anyFreePort()));
  for (const { database, home } of others) {
    await ensureDatabase(server.maintenanceUrl, database, first.database);
    cpSync(first.home, home, { recursive: true });
  }
}

function removeHomes(parts: readonly Part[]): void {
  for (const part of parts) rmSync(countryOf(part).home, { recursive: true, force: true });
}

/** Both parts at once: journeys wait for pages and workers, and leave the processors time to look at the others' pages. */
async function endToEnd(server: TestDatabase, filters: readonly string[], stopped: AbortSignal): Promise<Counts> {
  if (!existsSync(path.join(PROJECT, "apps/portal/e2e"))) throw new Fault("There is no folder apps/portal/e2e.");
  const chromium = await ensureChromium();
  const parts = partsOf(filters);
  const counts = await Promise.all(parts.map((part) => runPart(part, { server, chromium, filters, workers: part === "access" && parts.length === 1 ? 2 : 1, stopped })));
  const wrong = [...new Set(parts.flatMap((part) => undocumentedAnswers(logsOf(part))))];
  return sum([...counts, ofFaults(wrong.length === 0 ? [] : [`Answers that are not as documented (npm run openapi:answers):\n    ${wrong.join("\n    ")}`])]);
}

function ofFaults(faults: readonly string[]): Counts {
  for (const fault of faults) console.log(`  ${fault}`);
  return { passed: 0, failed: faults.length, faults };
}

interface PartRun {
  readonly server: TestDatabase;
  readonly chromium: string;
  readonly filters: readonly string[];
  /** How many tests at once. */
  readonly workers: number;
  readonly stopped: AbortSignal;
}

/** Two portals and two workers on one database, as a real installation has them, with the demo country and a clock that can be moved. */
async function runPart(part: Part, { server, chromium, filters, workers, stopped }: PartRun): Promise<Counts> {
  const country = countryOf(part);
  const databaseUrl = server.url(country.database);
  const ports = [await anyFreePort(), await anyFreePort()] as const;
  let died: string | undefined;
  const stack = startStack({ env: environmentOf(country, databaseUrl, ports[0]), ports, workers: 2, development: false, logFolder: logsOf(part) }, (reason) => (died = reason));
  try {
    await stack.untilReady(stopped);
    const counts = await playwright(part, workers, filters, {
      TTX_CHROMIUM: chromium,
      TTX_E2E_URL: `http://localhost:${ports[0]}`,
      TTX_E2E_OTHER_URL: `http://localhost:${ports[1]}`,
      TTX_E2E_DATABASE_URL: databaseUrl,
      TTX_E2E_ACCESS: filters.includes(ACCESS) ? "whole" : "brief",
    });
    return sum([counts, ofFaults(died === undefined ? [] : [died])]);
  } finally {
    await stack.stop();
  }
}

async function playwright(part: Part, workers: number, filters: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts> {
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
  const parts = partsOf(filters);
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
        await loadDemoCountries(await database(), parts);
        return oneCheck(true);
      },
    },
    {
      name: "end-to-end tests",
      groups: ["e2e"],
      needs: ["build", "demo country"],
      run: async () => endToEnd(await database(), filters, stopped).finally(() => removeHomes(parts)),
    },
  ];
}
