import type { Deps } from "@ttx/domain/shared/database";
import { loadContracts } from "./contracts.ts";
import { loadDemands } from "./demands.ts";
import { loadImports } from "./imports.ts";
import { loadInterest } from "./interest.ts";
import { loadOrganisations } from "./organisations.ts";
import { loadPastAuctions } from "./past-auctions.ts";
import { loadPeople } from "./people.ts";
import { loadResults } from "./results.ts";
import { SCENES } from "./scenes/index.ts";
import { playScenes } from "./stage.ts";

const STEPS: readonly (readonly [name: string, load: (deps: Deps) => Promise<void>])[] = [
  ["organisations", loadOrganisations],
  ["people", loadPeople],
  ["results", loadResults],
  ["imports", loadImports],
  ["interest", loadInterest],
  ["demands", loadDemands],
  ["past auctions", loadPastAuctions],
  ["contracts", loadContracts],
  ["the present", (deps) => playScenes(deps, SCENES)],
];

/** The demo country, step by step. Every step may be repeated: what is there stays. */
export async function loadDemoCountry(deps: Deps): Promise<void> {
  for (const [name, load] of STEPS) {
    const started = performance.now();
    await load(deps);
    console.log(`  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
}
