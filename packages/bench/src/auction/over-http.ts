import { alternate } from "./alternate.ts";
import { httpBids } from "./http-bids.ts";
import { assertInvariants } from "./invariants.ts";
import { startProgram } from "./live-process.ts";
import { rawUpdate } from "./raw-update.ts";
import type { Stage } from "./stage.ts";
import { openLots } from "./world.ts";

const SECONDS = 3;

/** One lot over HTTP with a session for every bidder: a crowd of 64, and whether 512 bring it down. */
export async function measureOverHttp({ run, deps, owner, bidders, live }: Stage): Promise<void> {
  const program = await live();
  const raw = await rawUpdate(run, owner, deps.config.databaseUrl);
  const lots = await openLots(deps.pool, 1, bidders);
  const started = await startProgram(run, program);
  const http = (clients: number, seconds = SECONDS) => async () => (await httpBids({ url: started.url, clients, seconds }, lots[0]!, bidders)).perSecond;
  run.say("accepted bids a second on one lot over HTTP");
  await http(64, 2)(); // warms up the code, not the figure
  const rates = await alternate({ R: raw, "64 clients": http(64), "512 clients": http(512) }, run.say);
  await started.process.stop();
  const at64 = rates["64 clients"].median;
  run.figure({ metric: "accepted bids on one lot over HTTP, 64 clients, against R", value: at64, unit: "bids/s", baseline: rates.R.median, goal: { of: "ratio", is: "at least", bound: 2 } });
  run.figure({ metric: "accepted bids on one lot over HTTP, 512 clients, against 64", value: rates["512 clients"].median, unit: "bids/s", baseline: at64, goal: { of: "ratio", is: "at least", bound: 0.9 } });
  await assertInvariants(deps, lots);
}
