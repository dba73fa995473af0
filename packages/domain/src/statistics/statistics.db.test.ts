import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anOffice, aContractSeller, aRegisteredContract, type Office } from "../../testing/contracts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aParty, aRegistration, counted, deliverToStatistics } from "../../testing/statistics.ts";
import { cancelOfOwnMotion } from "../recognition/index.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import { addToStatistics, mergeStatistics, readAreaStatistics, readStatistics, reconcileStatistics, type StatisticsTableCode } from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

async function emptied(): Promise<void> {
  const owner = new (await import("pg")).default.Client({ connectionString: db.url });
  await owner.connect();
  await owner.query("truncate statistics_difference, statistics_cell");
  await owner.end();
}
const merge = () => execute(db, mergeStatistics, SYSTEM, {}, anOrigin());
const statistics = (input: Record<string, unknown> = {}) => read(db, readStatistics, ANONYMOUS, { year: 2026, ...input });

async function linesOf(table: StatisticsTableCode, input: Record<string, unknown> = {}) {
  const answer = await statistics({ table, ...input });
  if (answer.hidden) throw new Error("not published");
  return answer.tables[0]!.lines;
}
const lineOf = async (table: StatisticsTableCode, code: string, input: Record<string, unknown> = {}) => (await linesOf(table, input)).find((one) => one.code === code);

/** Enough sellers, alike in size, that nothing has to be hidden. */
const crowd = (size: number, change: Parameters<typeof aRegistration>[0] = {}, from = "330106", to = "440305") =>
  Array.from({ length: size }, () => aRegistration({ ...change, sellers: [aParty({ division: from })], buyers: [aParty({ division: to, type: "170" })] }));

describe("S1 statistics: counting", () => {
  beforeEach(emptied);

  test("S1 statistics: a registration changes every table by exactly itself, before and after it is merged", async () => {
    await counted(db, ...crowd(3));
    await merge();
    const before = await statistics();
    await counted(db, aRegistration({ sellers: [aParty({ division: "330106" })], turnoverFen: "120000000", technicalFen: "110000000" }));
    for (const step of ["unmerged", "merged"] as const) {
      if (step === "merged") await merge();
      const after = await statistics();
      if (before.hidden || after.hidden) throw new Error("hidden");
      expect([after.total.contracts - before.total.contracts, after.total.turnoverFen - before.total.turnoverFen, after.total.technicalFen - before.total.technicalFen], step).toEqual([1, 120_000_000n, 110_000_000n]);
      for (const table of after.tables) {
        const sum = (view: typeof before.tables) => (view.find(({ code }) => code === table.code)!.lines).reduce((all, one) => all + (one.turnoverFen ?? 0n), 0n);
        expect(sum(after.tables) - sum(before.tables), `${step} ${table.code}`).toBe(120_000_000n);
      }
    }
  });

  test("S1 statistics: the same event told twice, also at once, counts once", async () => {
    const facts = aRegistration();
    await Promise.all([counted(db, facts), counted(db, facts), counted(db, facts)]);
    await counted(db, facts);
    expect((await lineOf("months", "03"))?.contracts ?? null).toBe(null); // one seller: not published
    expect(await db.db.statisticsDifference.count({ where: { contractId: facts.contractId } })).toBe(1);
  });

  test("S1 statistics: what is cancelled counts out of the month in which it was registered", async () => {
    const [first, ...others] = crowd(4);
    await counted(db, first!, ...others);
    await execute(db, addToStatistics, SYSTEM, { countOut: first }, anOrigin());
    expect((await lineOf("months", "03"))?.contracts).toBe(3);
    await merge();
    expect((await lineOf("months", "03"))?.contracts).toBe(3);
  });

  test("S1 statistics: a change takes the old edition out and the new one in", async () => {
    const [first, ...others] = crowd(4);
    await counted(db, first!, ...others);
    await execute(db, addToStatistics, SYSTEM, { countOut: first, countIn: { ...first!, edition: 2, turnoverFen: "150000000" } }, anOrigin());
    expect(await lineOf("months", "03")).toMatchObject({ contracts: 4, turnoverFen: 450_000_000n });
  });

  test("S1 statistics: mergers that run at once merge each difference once", async () => {
    await counted(db, ...crowd(12));
    await Promise.all([merge(), merge(), merge()]);
    await merge();
    const cells = await db.db.statisticsCell.aggregate({ _sum: { contracts: true, turnoverFen: true } });
    expect(cells._sum).toEqual({ contracts: 12, turnoverFen: 1_200_000_000n });
    expect((await lineOf("months", "03"))?.contracts).toBe(12);
  });

  test("S1 statistics: readers see each contract once while it is being merged", async () => {
    await counted(db, ...crowd(30));
    const reading = Promise.all(Array.from({ length: 8 }, () => lineOf("months", "03")));
    await Promise.all([merge(), merge()]);
    for (const one of await reading) expect(one?.contracts).toBe(30);
  });

  test("S1 statistics: the application's role cannot rewrite what was counted", async () => {
    await counted(db, aRegistration());
    await expect(db.db.$executeRaw`update statistics_difference set contracts = 2`).rejects.toThrow(/permission denied/);
    await expect(db.db.$executeRaw`delete from statistics_difference`).rejects.toThrow(/permission denied/);
  });

  test("S1 statistics: only the system counts", async () => {
    const seller = await aContractSeller(db);
    await expect(execute(db, addToStatistics, seller, { countIn: aRegistration() }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(execute(db, mergeStatistics, seller, {}, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});

describe("S2 statistics: regions and flows", () => {
  beforeEach(emptied);

  test("S2 statistics: Σ output = Σ absorbed = total; 港澳台 and abroad are lines of their own", async () => {
    await counted(db, ...crowd(3), ...crowd(3, {}, "110108", "330106"), ...Array.from({ length: 3 }, () => aRegistration({ buyers: [aParty({ country: "DEU", division: "" })] })),
      ...Array.from({ length: 3 }, () => aRegistration({ buyers: [aParty({ country: "HKG", division: "" })] })));
    const answer = await statistics();
    if (answer.hidden) throw new Error("hidden");
    const sum = (code: string) => answer.tables.find((one) => one.code === code)!.lines.reduce((all, one) => all + one.turnoverFen!, 0n);
    expect([sum("regions-output"), sum("regions-absorbed"), sum("flows")]).toEqual([1_200_000_000n, 1_200_000_000n, 1_200_000_000n]);
    expect(await lineOf("regions-absorbed", "8000")).toMatchObject({ contracts: 3, label: { zh: "其他" } });
    expect(await lineOf("regions-absorbed", "7100")).toMatchObject({ contracts: 3 });
    expect((await linesOf("flows")).map(({ code, toCode }) => `${code}>${toCode}`).toSorted()).toEqual(["1100>3300", "3300>4400", "3300>7100", "3300>8000"]);
  });

  test("S2 statistics: an area's output, absorbed, local, in and out", async () => {
    await counted(db, ...crowd(4), ...crowd(5, {}, "330106", "330203"), ...crowd(3, {}, "110108", "330106"));
    const answer = await statistics({ division: "330000" });
    if (answer.hidden) throw new Error("hidden");
    expect(answer.balance).toMatchObject({ output: { contracts: 9 }, absorbed: { contracts: 8 }, local: { contracts: 5 }, outflow: { contracts: 4 }, inflow: { contracts: 3 }, net: { contracts: 1 } });
    expect(answer.tables.find(({ code }) => code === "places-output")!.lines.map(({ code, contracts }) => [code, contracts])).toEqual([["330100", 9]]);
    expect(answer.tables.find(({ code }) => code === "places-absorbed")!.lines.map(({ code, contracts }) => [code, contracts])).toEqual([["330200", 5], ["330100", 3]]);
    expect(answer.tables.find(({ code }) => code === "to-regions")!.lines.map(({ code, contracts }) => [code, contracts])).toEqual([["3300", 5], ["4400", 4]]);
    expect(answer.parts.map(({ code }) => code)).toContain("330200");
  });

  test("S2 statistics: a county of a municipality stands directly below it", async () => {
    await counted(db, ...crowd(3, {}, "110108"), ...crowd(3, {}, "110105"));
    const lines = await linesOf("places-output", { division: "110000" });
    expect(lines.map(({ code, contracts }) => [code, contracts]).toSorted()).toEqual([["110105", 3], ["110108", 3]]);
    expect((await statistics({ division: "110108" })).above.map(({ code }) => code)).toEqual(["110000"]);
  });

  test("S1 statistics: growth is against the same months of the year before", async () => {
    await counted(db, ...crowd(4, { turnoverFen: "100000000" }), ...crowd(4, { year: 2025, month: 2, turnoverFen: "80000000" }), ...crowd(4, { year: 2025, month: 12, turnoverFen: "80000000" }));
    expect(await lineOf("years", "2026")).toMatchObject({ contracts: 4, growthPercent: "-37.50" });
    const year2025 = await statistics({ year: 2025 });
    if (year2025.hidden) throw new Error("hidden");
    expect(year2025).toMatchObject({ toMonth: 12, total: { contracts: 8, growthPercent: "–" } });
    expect(await lineOf("contract-types", "1")).toMatchObject({ sharePercent: "100.00", averageWan: "100.00" });
  });

  test("S1 statistics: an unknown division is not found", async () => {
    await expect(statistics({ division: "339999" })).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("S1 statistics: what is not published (统计法)", () => {
  beforeEach(emptied);

  test("S1 statistics: fewer than three sellers, or one with 85 %, hide the figure and its growth", async () => {
    await counted(db, ...crowd(3, {}, "110108"), ...crowd(3, {}, "310104"), ...crowd(2, {}, "330106"), ...crowd(1, {}, "320102"));
    expect(await lineOf("regions-output", "3300")).toMatchObject({ hidden: true, contracts: null, turnoverFen: null, growthPercent: "–" });
    expect(await lineOf("regions-output", "3200")).toMatchObject({ hidden: true });
    expect(await lineOf("regions-output", "1100")).toMatchObject({ hidden: false, contracts: 3 });
    expect(await lineOf("regions-output", "4400")).toMatchObject({ hidden: false, contracts: 0 });
  });

  test("S1 statistics: a single hidden line takes the smallest other with it, and its own page too", async () => {
    await counted(db, ...crowd(3, {}, "110108"), ...crowd(4, {}, "310104"), ...crowd(1, {}, "330106"));
    expect(await lineOf("regions-output", "1100")).toMatchObject({ hidden: true });
    expect(await statistics({ division: "110000" })).toMatchObject({ hidden: true });
    expect(await statistics({ division: "110108" })).toMatchObject({ hidden: true });
    expect(await statistics({ division: "310000" })).toMatchObject({ hidden: false });
    expect(JSON.stringify(await statistics({ division: "330000" }), (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))).not.toContain("turnoverFen");
  });

  test("S1 statistics: officials see their own area whole, by seller, buyer or office, and no other", async () => {
    await counted(db, ...crowd(1, { officeDivision: "330100" }), ...crowd(1, { officeDivision: "330100" }, "110108", "330106"));
    const of = async (jurisdiction: string, role: "ADMINISTRATOR" | "AUDITOR" | "REGISTRAR" = "ADMINISTRATOR") =>
      aPerson(db, await anOrganisation(db, { kind: role === "REGISTRAR" ? "REGISTRATION_OFFICE" : "GOVERNMENT", jurisdiction }), [role]);
    const province = await of("33");
    const own = await read(db, readAreaStatistics, province, { year: 2026 });
    expect(own).toMatchObject({ division: { code: "330000" }, total: { contracts: 1 }, balance: { output: { contracts: 1 }, absorbed: { contracts: 1 } } });
    expect(await read(db, readAreaStatistics, province, { year: 2026, basis: "registered" })).toMatchObject({ total: { contracts: 2 } });
    expect(await read(db, readAreaStatistics, province, { year: 2026, division: "330106" })).toMatchObject({ total: { contracts: 1 } });
    expect(await read(db, readAreaStatistics, await of("330106", "REGISTRAR"), { year: 2026 })).toMatchObject({ division: { code: "330106" }, total: { contracts: 1 } });
    expect(await read(db, readAreaStatistics, await of("", "ADMINISTRATOR"), { year: 2026 })).toMatchObject({ division: null, total: { contracts: 2 } });
    for (const [who, division] of [[await of("3301"), "330000"], [await of("330106"), "330100"], [province, "110000"], [await of("33", "AUDITOR"), "320000"]] as const) {
      await expect(read(db, readAreaStatistics, who, { year: 2026, division })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    }
    await expect(read(db, readAreaStatistics, await aContractSeller(db), { year: 2026 })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(read(db, readAreaStatistics, ANONYMOUS, { year: 2026 })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});

describe("S1 statistics: proven by counting anew", () => {
  let office: Office;
  beforeAll(async () => {
    await emptied();
    office = await anOffice(db);
  });

  test("S1 statistics: registered, cancelled and merged contracts agree with the contracts themselves", async () => {
    const [one] = [await aRegisteredContract(db, office), await aRegisteredContract(db, office), await aRegisteredContract(db, office)];
    const registeredOn = dayOf((await db.db.contract.findUniqueOrThrow({ where: { id: one.contractId } })).registeredAt!);
    const [year, month] = registeredOn.split("-").map(Number) as [number, number];
    const check = () => read(db, reconcileStatistics, SYSTEM, { year, month });
    expect((await check()).faultCount).toBeGreaterThan(0); // nobody has told the statistics yet
    await deliverToStatistics(db);
    expect(await check()).toMatchObject({ contracts: 3, faultCount: 0, faults: [] });
    const { version } = await db.db.contract.findUniqueOrThrow({ where: { id: one.contractId } });
    await merge();
    await execute(db, cancelOfOwnMotion, office.registrar, { contractId: one.contractId, version, ground: "VOID", facts: "合同经生效判决确认无效，当事人未申请注销。" }, anOrigin());
    expect((await check()).faultCount).toBe(1);
    await deliverToStatistics(db);
    expect(await check()).toMatchObject({ contracts: 2, faultCount: 0 });
    await merge();
    expect(await check()).toMatchObject({ contracts: 2, faultCount: 0 });
  });

  test("S1 statistics: only operations and the system run the check", async () => {
    await expect(read(db, reconcileStatistics, office.registrar, { year: 2026, month: 1 })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});
