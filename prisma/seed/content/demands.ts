import { chanceOf, fill } from "./chance.ts";
import { addDays, type Day } from "./days.ts";
import { DEMAND_TOPICS, type DemandTopic } from "./demand-topics.ts";
import { fitting } from "./focus.ts";
import { organisationsOfKind } from "./organisations.ts";
import { roundWan } from "./results.ts";
import { FIELD_CODES, type FieldCode } from "./topics/index.ts";

export type CooperationMode = "DEVELOPMENT" | "LICENCE" | "ASSIGNMENT" | "SERVICE" | "CONSULTING";

export interface DemoDemand {
  readonly key: string;
  readonly title: string;
  readonly titleEn: string;
  readonly problem: string;
  /** Figures to be reached, one each. */
  readonly targets: readonly string[];
  readonly field: FieldCode;
  readonly budgetFen: bigint;
  readonly postedOn: Day;
  readonly deadlineOn: Day;
  readonly owner: string;
  readonly divisionCode: string;
  readonly mode: CooperationMode;
}

export const DEMAND_COUNT = 150;

export function demoDemands(seed: number): DemoDemand[] {
  const demands: DemoDemand[] = [];
  FIELD_CODES.forEach((field, f) => {
    const chance = chanceOf(seed, `demands-${field}`);
    const topics = DEMAND_TOPICS[field];
    const wanted = Math.floor(DEMAND_COUNT / FIELD_CODES.length) + (f < DEMAND_COUNT % FIELD_CODES.length ? 1 : 0);
    const owners = organisationsOfKind("ENTERPRISE", "STATE_ENTERPRISE").filter((o) => o.fields.includes(field));
    for (let i = 0; i < wanted; i++) {
      const [t, e, variants, problem, targets, low, high] = topics[i % topics.length] as DemandTopic;
      const [x, xEn] = variants[Math.floor(i / topics.length) % variants.length] as readonly [string, string];
      const owner = chance.pick(fitting(owners, fill(t, chance, { x })));
      // Most are recent; about a quarter ran out before the demo country's today.
      const postedOn = addDays("2025-09-01", chance.int(0, 430));
      demands.push({
        key: `demand-${field}-${String(i + 1).padStart(2, "0")}`,
        title: fill(t, chance, { x }),
        titleEn: fill(e, chance, { x: xEn }),
        problem: fill(problem, chance, { x }),
        targets: fill(targets, chance, { x }).split("；"),
        field,
        budgetFen: roundWan(low + chance.next() * (high - low)),
        postedOn,
        deadlineOn: addDays(postedOn, chance.int(4, 14) * 30),
        owner: owner.key,
        divisionCode: owner.divisionCode,
        mode: chance.weighted<CooperationMode>([["DEVELOPMENT", 62], ["LICENCE", 14], ["ASSIGNMENT", 9], ["SERVICE", 11], ["CONSULTING", 4]]),
      });
    }
  });
  return demands;
}
