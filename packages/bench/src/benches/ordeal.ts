import type { BenchRun } from "../bench.ts";
import { ordeal } from "../ordeal/ordeal.ts";

const ROUNDS = 4;

/** The long ordeal: `npm test` runs a short one. Every round is another order of bids, kills and crashes. */
export default async function ordealBench(run: BenchRun): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const report = await ordeal({ folder: `${run.folder}/${round}`, lots: 4, bidders: 300, freeMs: 30_000, windowSeconds: 5, pauseMs: 1_500, killEveryMs: 1_200, killAfterMs: 4_000, databaseDeaths: 2, say: run.say });
    run.say(`round ${round} of ${ROUNDS}: ${JSON.stringify(report)}`);
    run.figure({ metric: `faults after ${report.kills} kills and ${report.databaseDeaths} crashes of the database, ${report.acknowledged} bids acknowledged`, value: report.faults.length, unit: "faults", goal: { of: "value", is: "at most", bound: 0 } });
  }
}
