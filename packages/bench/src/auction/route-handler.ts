import { serveBareNext } from "../pages/bare-next.ts";
import { alternate } from "./alternate.ts";
import { httpBids } from "./http-bids.ts";
import { assertInvariants } from "./invariants.ts";
import { startProgram } from "./live-process.ts";
import type { Stage } from "./stage.ts";
import { openLots } from "./world.ts";

const SECONDS = 3;
const CLIENTS = 64;

/** The small process with all that a bid takes, against a route handler of Next that does nothing at all: decision 0011. */
export async function measureRouteHandler({ run, deps, bidders, live }: Stage): Promise<void> {
  const started = await startProgram(run, await live());
  const next = await serveBareNext(run, []);
  const lots = await openLots(deps.pool, 1, bidders);
  const load = (url: string, path?: string) => async () => (await httpBids({ url, path, clients: CLIENTS, seconds: SECONDS }, lots[0]!, bidders)).perSecond;
  const sides = { "empty route handler": load(next.url, "/bids"), "small process, whole bids": load(started.url) };
  for (const side of Object.values(sides)) await side(); // warms up the code, not the figure
  const rates = await alternate(sides, run.say);
  await started.process.stop();
  run.figure({ metric: `accepted bids of the small process, against answers of an empty route handler, ${CLIENTS} clients`, value: rates["small process, whole bids"].median, unit: "bids/s", baseline: rates["empty route handler"].median });
  await assertInvariants(deps, lots);
}
