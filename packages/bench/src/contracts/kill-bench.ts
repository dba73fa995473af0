import { setTimeout as sleep } from "node:timers/promises";
import type { Deps } from "@ttx/domain/shared/database";
import type { BenchRun } from "../bench.ts";
import { allTaken, distinctOf, importer, mergedOf, ownerOf, ROWS, sheetWaits } from "./import-run.ts";

/** Killed in the middle, another process goes on: nothing is missing, nothing is there twice. */
export async function measureKill(run: BenchRun, deps: Deps): Promise<void> {
  const owner = await ownerOf(run);
  const importId = await sheetWaits(run, deps);
  const first = importer(run);
  first.ended.catch(() => undefined);
  for (let merged = 0; merged < ROWS / 4; await sleep(100)) merged = await mergedOf(owner, importId);
  first.kill();
  const before = await mergedOf(owner, importId);
  await importer(run).ended;
  await allTaken(owner, importId);
  run.figure({ metric: `rows taken after kill -9 at ${before}, nothing twice`, value: (await distinctOf(owner, importId)) / ROWS, unit: "of the rows", goal: { of: "value", is: "at least", bound: 1 } });
}
