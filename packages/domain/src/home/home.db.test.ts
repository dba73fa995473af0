import { afterAll, beforeAll, expect, test } from "vitest";
import { anOffice, aRegisteredContract } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { moveClockBy } from "../../testing/clock.ts";
import { aPublishedResult } from "../../testing/results.ts";
import { deliverToStatistics } from "../../testing/statistics.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { read } from "../shared/execute.ts";
import { readHome } from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const home = () => read(db, readHome, ANONYMOUS, {});

test("S1 home: an exchange where nothing has happened yet is shown as that", async () => {
  expect(await home()).toMatchObject({ contracts: { today: 0, yesterday: 0 }, results: { published: 0 }, auctions: [], notices: [], newest: [], map: null });
});

test("S1 home: newest results by field, the last field first, three of each at most", async () => {
  for (const field of ["05", "05", "05", "05", "03"]) await aPublishedResult(db, { field });
  const { newest, results } = await home();
  expect(newest.map(({ field, results: shown }) => [field, shown.length])).toEqual([["03", 1], ["05", 3]]);
  expect(results).toEqual({ published: 5, today: 5 });
});

test("S1 home: a registration shows at once, in today's count, the year's turnover and on the map", async () => {
  const office = await anOffice(db);
  await aRegisteredContract(db, office, { turnover: "500000" });
  await deliverToStatistics(db);
  const { contracts, turnover, map } = await home();
  expect(contracts).toEqual({ today: 1, yesterday: 0 });
  expect(turnover).toMatchObject({ turnoverFen: 50_000_000n, growthPercent: "–" });
  expect(map?.regions.find(({ code }) => code === "3300")).toMatchObject({ hidden: true, turnoverFen: null }); // one seller alone is not published
  expect(map?.flows).toEqual([]);
});

test("S1 home: the next day it is yesterday's", async () => {
  await moveClockBy(db, 24 * 3_600_000);
  expect((await home()).contracts).toEqual({ today: 0, yesterday: 1 });
});
