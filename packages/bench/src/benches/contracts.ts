import { readConfig } from "@ttx/domain/shared/config";
import { createDeps } from "@ttx/domain/shared/database";
import type { BenchRun } from "../bench.ts";
import { measureCountry } from "../contracts/country-bench.ts";
import { measureDecisions } from "../contracts/decision-bench.ts";
import { measureImport } from "../contracts/import-bench.ts";

/** Contracts by the hundred thousand: bulk import, the desks of a whole country, decisions with their numbers. */
export default async function contracts(run: BenchRun): Promise<void> {
  const deps = createDeps(readConfig(run.env));
  run.atEnd(() => deps.close());
  await measureDecisions(run, deps);
  await measureImport(run, deps);
  await measureCountry(run, deps);
}
