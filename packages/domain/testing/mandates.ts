import { answerMandate, requestMandate } from "../src/technology-manager/index.ts";
import type { PersonActor } from "../src/shared/actor.ts";
import { addDays } from "../src/shared/clock.ts";
import type { Deps } from "../src/shared/database.ts";
import { execute } from "../src/shared/execute.ts";
import { today } from "./deals.ts";
import { anOrigin } from "./origin.ts";
import { anOrganisation, aPerson } from "./people.ts";

export async function aManager(deps: Deps): Promise<PersonActor> {
  return aPerson(deps, await anOrganisation(deps, { kind: "SERVICE_AGENCY" }), ["TECHNOLOGY_MANAGER"]);
}

export type MandateChanges = Partial<{ resultId: string | null; demandId: string | null; side: "SELLER" | "BUYER"; services: string[]; exclusive: boolean; rateBp: number; cap: string; tailMonths: number; validTo: string }>;

/** What a client types to ask an agency. */
export async function mandateTerms(deps: Deps, otherId: string, changes: MandateChanges = {}) {
  const on = await today(deps);
  return { as: "CLIENT", otherId, side: "SELLER", services: ["INTRODUCE", "NEGOTIATE"], rateBp: 300, validFrom: on, validTo: addDays(on, 365), ...changes };
}

/** A mandate that the client asked for and the manager has taken on. */
export async function aMandate(deps: Deps, client: PersonActor, manager: PersonActor, changes: MandateChanges = {}): Promise<string> {
  const { mandateId } = await execute(deps, requestMandate, client, await mandateTerms(deps, manager.organisation!.id, changes), anOrigin());
  await execute(deps, answerMandate, manager, { mandateId, accept: true }, anOrigin());
  return mandateId;
}
