import { DEMAND_DEADLINE, demandContentOf, getDemand, putDemandEntry } from "@ttx/domain/demand";
import { day, dayOf, endOfDay } from "@ttx/domain/shared/clock";
import type { Deps } from "@ttx/domain/shared/database";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { makeDue } from "@ttx/domain/shared/due-act";
import { demoDemands } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { dateOf, morningOf } from "./days.ts";
import { idOf } from "./ids.ts";
import { PATIENCE } from "./patience.ts";
import { inParallel } from "./in-parallel.ts";

/** Demands of firms; those whose day has passed are closed, the others end with theirs. */
export async function loadDemands({ db, config }: Deps): Promise<void> {
  const today = dayOf(await readDomainTime(db, config.mode));
  await inParallel(demoDemands(SEED).entries(), async ([i, demand]) => {
    const id = idOf("demand", demand.key);
    const at = morningOf(demand.postedOn, i % 400);
    await db.$transaction(async (tx) => {
      const { count } = await tx.demand.createMany({
        skipDuplicates: true,
        data: [
          {
            id,
            ownerId: idOf("organisation", demand.owner),
            state: demand.deadlineOn < today ? "CLOSED" : "PUBLISHED",
            title: demand.title,
            problem: demand.problem,
            targets: demand.targets.join("\n"),
            field: demand.field,
            budgetFen: demand.budgetFen,
            deadlineOn: dateOf(demand.deadlineOn),
            divisionCode: demand.divisionCode,
            contactName: "技术合作部",
            contactPhone: `0571-8900${String(1000 + (i % 9000))}`,
            createdAt: at,
            updatedAt: at,
            publishedAt: at,
          },
        ],
      });
      if (count === 0) return;
      const row = await getDemand(tx, id);
      if (row.state !== "PUBLISHED") return;
      await putDemandEntry(tx, row, demandContentOf(row), at);
      await makeDue(tx, DEMAND_DEADLINE, id, endOfDay(day(demand.deadlineOn)));
    }, PATIENCE);
  });
}
