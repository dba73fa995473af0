import { demandContentOf, getDemand, putDemandEntry } from "@ttx/domain/demand";
import type { Deps } from "@ttx/domain/shared/database";
import { demoDemands } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { dateOf, morningOf } from "./days.ts";
import { idOf } from "./ids.ts";
import { PATIENCE } from "./patience.ts";
import { inParallel } from "./in-parallel.ts";

const LAST_DAY = "2026-11-20";

/** Demands of firms; those whose day has passed are closed. */
export async function loadDemands({ db }: Deps): Promise<void> {
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
            state: demand.deadlineOn < LAST_DAY ? "CLOSED" : "PUBLISHED",
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
      if (row.state === "PUBLISHED") await putDemandEntry(tx, row, demandContentOf(row), at);
    }, PATIENCE);
  });
}
