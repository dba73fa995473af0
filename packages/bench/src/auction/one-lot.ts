import { alternate } from "./alternate.ts";
import { deskLoad, openBidDesk } from "./desk-load.ts";
import { assertInvariants } from "./invariants.ts";
import { rawUpdate } from "./raw-update.ts";
import type { Stage } from "./stage.ts";
import { openLots } from "./world.ts";

const SECONDS = 3;
const BIDDERS = 256;

/** One lot through the use case: session, policy, deposit, rules, idempotency, chain, audit and outbox. */
export async function measureOneLot({ run, deps, owner, bidders }: Stage): Promise<void> {
  const raw = await rawUpdate(run, owner, deps.config.databaseUrl);
  const lots = await openLots(deps.pool, 1, bidders);
  const desk = openBidDesk(deps);
  const useCase = async (seconds: number) => (await deskLoad(deps, desk, lots, bidders.slice(0, BIDDERS), { concurrent: BIDDERS, seconds })).perSecond;
  run.say(`accepted bids a second on one lot, ${BIDDERS} bidders`);
  await useCase(1); // warms up the code, not the figure
  const rates = await alternate({ R: raw, "use case": () => useCase(SECONDS) }, run.say);
  run.figure({ metric: `accepted bids on one lot through the use case, ${BIDDERS} bidders, against R`, value: rates["use case"].median, unit: "bids/s", baseline: rates.R.median, goal: { of: "ratio", is: "at least", bound: 4 } });
  await assertInvariants(deps, lots);
}
