import { alternate } from "./alternate.ts";
import { deskLoad, openBidDesk } from "./desk-load.ts";
import { assertInvariants } from "./invariants.ts";
import { pgbench } from "./pgbench.ts";
import { PLACE_BID_SCRIPT, preparePlaceBid } from "./place-bid-function.ts";
import type { Stage } from "./stage.ts";
import { openLots } from "./world.ts";

const SECONDS = 3;
const LOTS = 1_000;

/** A thousand lots at once through the use case, against pgbench calling one function for each bid. */
export async function measureManyLots({ run, deps, owner, bidders }: Stage): Promise<void> {
  const few = bidders.slice(0, 4);
  const [ours, theirs] = [await openLots(deps.pool, LOTS, few), await openLots(deps.pool, LOTS, few)];
  await preparePlaceBid(owner, theirs, few);
  const desk = openBidDesk(deps);
  const call = (clients: number) => () => pgbench({ url: deps.config.databaseUrl, script: PLACE_BID_SCRIPT(LOTS, few.length), folder: run.folder, clients, seconds: SECONDS });
  const tried = [8, 16, 32];
  const rates: number[] = [];
  for (const clients of tried) rates.push(await call(clients)());
  const best = tried[rates.indexOf(Math.max(...rates))]!;
  run.say(`bids spread over ${LOTS} lots; pgbench does best with ${best} clients`);
  const useCase = async (seconds: number) => (await deskLoad(deps, desk, ours, few, { concurrent: LOTS, seconds })).perSecond;
  await useCase(1); // warms up the code, not the figure
  const measured = await alternate({ pgbench: call(best), "use case": () => useCase(SECONDS) }, run.say);
  run.figure({ metric: `accepted bids on ${LOTS} lots at once, against pgbench calling one function for a bid`, value: measured["use case"].median, unit: "bids/s", baseline: measured.pgbench.median, goal: { of: "ratio", is: "at least", bound: 0.6 } });
  await assertInvariants(deps, ours, 10);
}
