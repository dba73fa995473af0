import { writeFileSync } from "node:fs";
import path from "node:path";
import { median, ROUNDS } from "../rounds.ts";
import { httpBids, type HttpLoad } from "./http-bids.ts";
import { assertInvariants } from "./invariants.ts";
import { latencyPlot, latencyTable, type LatencyRow } from "./latency-plot.ts";
import { startProgram } from "./live-process.ts";
import type { Stage } from "./stage.ts";
import { openLots } from "./world.ts";

const CROWDS = [10, 100, 1_000];
const SECONDS = 3;

/** How long a bid waits for its receipt, over HTTP, when 10, 100 and 1,000 bid as fast as they are answered. Leaves a table and a plot. */
export async function measureLatency({ run, deps, bidders, live }: Stage): Promise<void> {
  const started = await startProgram(run, await live());
  const lots = await openLots(deps.pool, CROWDS.length, bidders);
  const once = (crowd: number) => httpBids({ url: started.url, clients: CROWDS[crowd]!, seconds: SECONDS }, lots[crowd]!, bidders);
  await once(1); // warms up the code, not the figure
  const rows: LatencyRow[] = [];
  for (const [crowd, count] of CROWDS.entries()) {
    const runs: HttpLoad[] = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await once(crowd));
    const of = (pick: (one: HttpLoad) => number): number => median(runs.map(pick));
    const latency = { p50: of((one) => one.latency.p50), p99: of((one) => one.latency.p99), most: of((one) => one.latency.most), count: of((one) => one.latency.count) };
    rows.push({ bidders: count, perSecond: of(({ perSecond }) => perSecond), latency });
    run.figure({ metric: `latency of a bid over HTTP, ${count} bidders, p50`, value: latency.p50, unit: "ms" });
    run.figure({ metric: `latency of a bid over HTTP, ${count} bidders, p99`, value: latency.p99, unit: "ms" });
  }
  await started.process.stop();
  writeFileSync(path.join(run.folder, "bid-latency.svg"), latencyPlot(rows));
  writeFileSync(path.join(run.folder, "bid-latency.md"), latencyTable(rows));
  run.say(`table and plot: ${run.folder}/bid-latency.md, .svg`);
  await assertInvariants(deps, lots, CROWDS.length);
}
