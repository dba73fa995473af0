import { describe, expect, test } from "vitest";
import { addWorkingDays, isWorkingDay } from "../shared/calendar.ts";
import { day } from "../shared/clock.ts";
import {
  CODE_TABLE_NAMES, CONTRACT_TYPES, HOLIDAY_YEARS, INDUSTRIES, MACRO_REGIONS, PUBLISHED_FIGURES, PUBLISHED_SOURCES, REGIONS,
  amountBandOf, calendarFor, calendarStatusOn, citiesOf, codeLookup, codesOf, countiesOf, formRegionOf, fullDivisionName, isDivision,
  macroRegionOf, nationalSeries, provinceLabel, provinces, publishedFen, regionOf, searchDivisions,
} from "./index.ts";

describe("C1 reference: code tables", () => {
  test.each(CODE_TABLE_NAMES)("C1 reference: %s has unique codes, both languages and known parents", (name) => {
    const table = codesOf(name);
    expect(new Set(table.rows.map(({ code }) => code)).size).toBe(table.rows.length);
    for (const row of table.rows) {
      expect(row.zh).not.toBe("");
      expect(row.en).not.toBe("");
      if (row.parent) expect(table.has(row.parent), `${row.code} → ${row.parent}`).toBe(true);
    }
  });

  test("C1 reference: leaves, ancestors and search", () => {
    expect(CONTRACT_TYPES.isLeaf("1")).toBe(false);
    expect(CONTRACT_TYPES.isLeaf("4")).toBe(true);
    expect(CONTRACT_TYPES.isLeaf("99")).toBe(false);
    expect(CONTRACT_TYPES.leaves("5").map(({ code }) => code)).toEqual(["51", "52", "53"]);
    expect(CONTRACT_TYPES.ancestors("21").map(({ code }) => code)).toEqual(["2"]);
    expect(CONTRACT_TYPES.search("培训").map(({ code }) => code)).toEqual(["52"]);
    expect(CONTRACT_TYPES.label("nonsense")).toEqual({ zh: "nonsense", en: "nonsense" });
    expect(INDUSTRIES.leaves("A")).toHaveLength(5);
    expect(codeLookup.isLeaf("contract-types", "11")).toBe(true);
    expect(codeLookup.has("constructor", "11")).toBe(false);
  });

  test("S1 reference: macro-regions hold 10 + 6 + 12 + 3 provinces", () => {
    expect(MACRO_REGIONS.rows.map(({ members }) => members.length)).toEqual([10, 6, 12, 3]);
    for (const { members } of MACRO_REGIONS.rows) for (const member of members) expect(REGIONS.has(member)).toBe(true);
  });

  test("S1 reference: amount bands include the lower and exclude the upper bound", () => {
    expect(amountBandOf(0n).code).toBe("B1");
    expect(amountBandOf(999_999_999n).code).toBe("B4");
    expect(amountBandOf(1_000_000_000n).code).toBe("B5");
    expect(amountBandOf(10_000_000_000n).code).toBe("B6");
  });
});

describe("C1 reference: divisions", () => {
  test("C1 reference: 34 provinces, and county names in full", () => {
    expect(provinces()).toHaveLength(34);
    expect(fullDivisionName("330106")).toBe("浙江省杭州市西湖区");
    expect(fullDivisionName("110108")).toBe("北京市海淀区");
    expect(fullDivisionName("429004")).toBe("湖北省仙桃市");
    expect(isDivision("990000")).toBe(false);
  });

  test("C1 reference: cities of a province and counties of a city", () => {
    expect(citiesOf("330000").map(({ name }) => name)).toContain("宁波市");
    expect(countiesOf("330100").map(({ name }) => name)).toContain("余杭区");
  });

  test("C1 reference: search puts the city before its counties", () => {
    expect(searchDivisions("杭州")[0]).toMatchObject({ code: "330100" });
    expect(searchDivisions("3301")[0]!.code).toBe("330100");
    expect(searchDivisions(" ")).toEqual([]);
  });

  test("S1 reference: every province has its row in the official tables; the outside rows take the rest", () => {
    expect(regionOf("330106")).toMatchObject({ code: "3300", zh: "浙江省" });
    expect(regionOf("810000").code).toBe("7100");
    expect(regionOf(undefined).code).toBe("8000");
    expect(provinceLabel("330106")).toEqual({ zh: "浙江省", en: "Zhejiang" });
    expect(provinceLabel("810001")).toEqual({ zh: "香港特别行政区", en: "Hong Kong" });
    expect(provinceLabel("990000")).toEqual({ zh: "990000", en: "990000" });
    expect(formRegionOf("440305").code).toBe("4403");
    expect(formRegionOf("330106").code).toBe("3300");
    expect(macroRegionOf("610100")?.code).toBe("west");
    expect(macroRegionOf("820000")).toBeUndefined();
  });
});

describe("C2 reference: holiday calendars", () => {
  const calendar = calendarFor();

  test("C2 reference: every made-up working day falls on a weekend and is no holiday", () => {
    for (const on of calendar.workdays) {
      expect([0, 6], on).toContain(new Date(`${on}T00:00:00Z`).getUTCDay());
      expect(calendar.holidays.has(on), on).toBe(false);
    }
  });

  // Totals as commonly reported for the four notices; counted here day by day.
  test.each([[2023, 249], [2024, 251], [2025, 248], [2026, 248]])("C2 reference: %i has %i working days", (year, expected) => {
    let count = 0;
    for (let on = Date.UTC(year, 0, 1); on <= Date.UTC(year, 11, 31); on += 86_400_000) {
      if (isWorkingDay(calendar, day(new Date(on).toISOString().slice(0, 10)))) count += 1;
    }
    expect(count).toBe(expected);
  });

  test("C2 reference: a year known only from the law says so", () => {
    expect(calendarStatusOn(day("2027-03-01"))).toBe("provisional");
    expect(calendarStatusOn(day("2025-03-01"))).toBe("official");
    expect(calendarStatusOn(day("2031-03-01"))).toBeUndefined();
    expect(HOLIDAY_YEARS.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027]);
  });

  test("C2 reference: working days run over the turn of the year", () => {
    expect(addWorkingDays(calendar, day("2025-12-31"), 2)).toBe("2026-01-05"); // 4 January is worked
  });
});

describe("S1 reference: published figures", () => {
  test("S1 reference: every figure names a known source", () => {
    for (const { source } of PUBLISHED_FIGURES) expect(PUBLISHED_SOURCES[source], source).toBeDefined();
  });

  test("S1 reference: the national series is one figure a year, and money converts to fen exactly", () => {
    const series = nationalSeries("turnover");
    expect(new Set(series.map(({ year }) => year)).size).toBe(series.length);
    expect(publishedFen(series.find(({ year }) => year === 2015)!)).toBe(98_357_896_370_719n);
    expect(publishedFen({ value: 9835.79, unit: "亿元" })).toBe(98_357_900_000_000n);
  });
});
