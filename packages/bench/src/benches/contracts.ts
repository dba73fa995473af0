import { readConfig } from "@ttx/domain/shared/config";
import { createDeps } from "@ttx/domain/shared/database";
import type { BenchRun } from "../bench.ts";
import { measureCountry } from "../contracts/country-bench.ts";
import { measureDecisions } from "../contracts/decision-bench.ts";
import { measureImport } from "../contracts/import-bench.ts";
import { measureKill } from "../contracts/kill-bench.ts";

const PARTS = { decisions: measureDecisions, import: measureImport, kill: measureKill, country: measureCountry } as const;

/** Contracts by the hundred thousand: decisions with their numbers, bulk import and its end by force, the desks of a whole country. */
export default async function contracts(run: BenchRun): Promise<void> {
  const parts = Object.entries(PARTS).filter(([name]) => run.part === undefined || run.part === name);
  if (parts.length === 0) throw new Error(`The parts of this benchmark are ${Object.keys(PARTS).join(", ")}.`);
  const deps = createDeps(readConfig(run.env));
  run.atEnd(() => deps.close());
  for (const [, measure] of parts) await measure(run, deps);
}
