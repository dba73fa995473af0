import { availableParallelism } from "node:os";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { DATA } from "../project.ts";
import { workspaceCommand } from "../workspace-command.ts";
import { NONE, oneCheck, vitestCounts, type Counts } from "./counts.ts";
import type { TestDatabase } from "./database.ts";
import { withRedis } from "./redis.ts";
import type { Stage } from "./stages.ts";

/** Tests of the queue carry this in their names and run once on each backend. */
export const QUEUE_TESTS = ".queue.db.test";

async function vitest(database: TestDatabase, filters: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  const folder = mkdtempSync(path.join(DATA, "vitest-"));
  const report = path.join(folder, "report.json");
  try {
    const { ok } = await workspaceCommand(
      [process.execPath, "node_modules/vitest/vitest.mjs", "run", "--passWithNoTests", `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...filters],
      { DATABASE_URL: undefined, REDIS_URL: undefined, TTX_TEST_DATABASE_URL: database.maintenanceUrl, TTX_TEST_TEMPLATE: database.template, ...env },
      true,
    );
    return readReport(report, ok);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(report: string, ok: boolean): Counts {
  try {
    const counts = vitestCounts(JSON.parse(readFileSync(report, "utf8")));
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1, faults: ["an error outside of every test"] };
  } catch {
    return oneCheck(false); // it ended before it could write a report
  }
}

export function unitStages(database: () => Promise<TestDatabase>, filters: readonly string[]): Stage[] {
  return [
    { name: "unit and integration tests", groups: ["unit"], needs: ["generate"], run: async () => vitest(await database(), filters, {}) },
    {
      name: "queue tests on Redis",
      groups: ["unit"],
      needs: ["generate"],
      run: async () => {
        // Asked for something else by name, nobody waits for the queue's tests.
        if (filters.length > 0 && !filters.some((filter) => QUEUE_TESTS.includes(filter) || filter.includes("queue"))) return NONE;
        const ready = await database();
        return withRedis((redisUrl) => vitest(ready, [QUEUE_TESTS], { REDIS_URL: redisUrl, TTX_TEST_REDIS_URL: redisUrl }));
      },
    },
  ];
}
