import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aDraftResult, anEditedResult, aPublishedResult, aWithdrawnResult } from "../../testing/results.ts";
import { ANONYMOUS, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { publishResult, searchResults } from "./index.ts";

let db: TestDatabase;
let zhejiang: PersonActor;
const SUMMARY = "面向工程应用开展系统研究，完成了多轮试验验证，关键指标经第三方检测全部达标，已形成成套工艺文件和装备方案，可直接推广。";

beforeAll(async () => {
  db = await testDatabase();
  zhejiang = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY", name: "演示浙江大学" }), ["SELLER"]);
  const sichuan = await aPerson(db, await anOrganisation(db, { kind: "INSTITUTE", name: "演示钒钛研究院", divisionCode: "510402" }), ["SELLER"]);
  const results = [
    { title: "钒钛磁铁矿高效选冶联合工艺", field: "05", divisionCode: "510402", stage: "INDUSTRIAL", askedPrice: "8000000", seller: sichuan },
    { title: "全钒液流储能电池电堆", field: "06", divisionCode: "510402", stage: "PILOT", askedPrice: "3000000", tradeModes: ["LICENCE"] as ("LICENCE")[], seller: sichuan },
    { title: "锂离子电池快充控制芯片", field: "01", stage: "RESEARCH", askedPrice: "90000", seller: zhejiang },
    { title: "石墨烯导热膜连续制备装备", field: "05", askedPrice: "", priceNegotiable: true, summary: `${SUMMARY}也可用于动力电池包散热。`, seller: zhejiang },
    { title: "Graphene heat spreader 装备升级", field: "05", askedPrice: "600000", seller: zhejiang },
  ];
  for (const { seller, ...typed } of results) await aPublishedResult(db, { summary: SUMMARY, rights: [], ...typed, seller });
  await aDraftResult(db, { title: "钒钛草稿不得被检索到", seller: zhejiang });
  await aWithdrawnResult(db, { title: "钒钛撤下不得被检索到", rights: [], seller: zhejiang });
  const published = await aPublishedResult(db, { title: "已发布成果的原有名称", summary: SUMMARY, rights: [], seller: zhejiang });
  await anEditedResult(db, published, { title: "尚未再次发布的钒钛名称" });
});
afterAll(() => db.drop());

const search = (input: object) => read(db, searchResults, ANONYMOUS, input);
const titles = async (input: object) => (await search(input)).items.map(({ title }) => title);

describe("R1 search", () => {
  it.each([
    ["钒", ["全钒液流储能电池电堆", "钒钛磁铁矿高效选冶联合工艺"]],
    ["钒钛", ["全钒液流储能电池电堆", "钒钛磁铁矿高效选冶联合工艺"]], // the first by its owner's name
    ["液流储能电池", ["全钒液流储能电池电堆"]],
    ["演示浙江大学 芯片", ["锂离子电池快充控制芯片"]],
    ["heat spr", ["Graphene heat spreader 装备升级"]],
  ])("R1 search: “%s” finds %j, and never a draft, a withdrawn result or an edit not yet published", async (q, expected) => {
    expect(new Set(await titles({ q }))).toEqual(new Set(expected));
  });

  it("R1 search: a title counts more than the summary", async () => {
    expect((await titles({ q: "电池" })).at(-1)).toBe("石墨烯导热膜连续制备装备");
    expect(await titles({ q: "电池" })).toHaveLength(3);
  });

  it("R1 search: other words for the same thing are found", async () => {
    expect(await titles({ q: "集成电路" })).toEqual(["锂离子电池快充控制芯片"]);
    expect(new Set(await titles({ q: "石墨烯" }))).toEqual(new Set(["石墨烯导热膜连续制备装备", "Graphene heat spreader 装备升级"]));
  });

  it("R1 search: words that are there, but not under a filter, are not taken for slips; the facets lead back to them", async () => {
    expect(await search({ q: "电池电椎", stage: "RESEARCH" })).toMatchObject({ forgiven: true, items: [{ title: "锂离子电池快充控制芯片" }] });
    const found = await search({ q: "电池电堆", stage: "RESEARCH" });
    expect(found).toMatchObject({ items: [], forgiven: false, total: { count: 0, more: false } });
    expect(found.facets.stage).toEqual([{ value: "PILOT", count: 1, more: false }]);
  });

  it("R1 search: one wrong character is forgiven, and the answer says so", async () => {
    expect(await search({ q: "磁铁矿高较选冶" })).toMatchObject({ forgiven: true, items: [{ title: "钒钛磁铁矿高效选冶联合工艺" }] });
    expect(await search({ q: "磁铁矿" })).toMatchObject({ forgiven: false });
  });

  it("R1 search: filters narrow, and a facet's own filter does not narrow its counts", async () => {
    expect(await titles({ region: "51" })).toHaveLength(2);
    expect(await titles({ field: ["05", "06"], region: "51", mode: "ASSIGNMENT" })).toEqual(["钒钛磁铁矿高效选冶联合工艺"]);
    expect(await titles({ price: "NEGOTIABLE" })).toEqual(["石墨烯导热膜连续制备装备"]);
    expect(await titles({ price: "UNDER-10,50-100" })).toHaveLength(2);
    const { facets, total } = await search({ field: "05" });
    expect(total).toEqual({ count: 4, more: false });
    expect(facets.field).toEqual(expect.arrayContaining([{ value: "05", count: 4, more: false }, { value: "06", count: 1, more: false }]));
    expect(facets.stage).toEqual([{ value: "PILOT", count: 3, more: false }, { value: "INDUSTRIAL", count: 1, more: false }]);
    expect(facets.region).toEqual([{ value: "33", count: 3, more: false }, { value: "51", count: 1, more: false }]);
  });

  it.each(["newest", "price-asc", "price-desc", "relevance"])("R1 search: sorted by %s, pages follow each other without gap or double", async (sort) => {
    const q = sort === "relevance" ? "工艺" : undefined;
    const whole = await titles({ sort, q, limit: 50 });
    const walked: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await search({ sort, q, limit: 2, ...(cursor ? { cursor } : {}) });
      walked.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(whole);
    expect(whole).toHaveLength(6);
  });

  it("R1 search: prices stand in order, those to be negotiated last", async () => {
    expect((await titles({ sort: "price-asc" }))[0]).toBe("锂离子电池快充控制芯片");
    expect((await titles({ sort: "price-desc" }))[0]).toBe("钒钛磁铁矿高效选冶联合工艺");
    for (const sort of ["price-asc", "price-desc"]) expect((await titles({ sort })).at(-1)).toBe("石墨烯导热膜连续制备装备");
  });

  it("R1 search: what was looked for is marked in title and excerpt", async () => {
    const { items } = await search({ q: "散热" });
    expect(items[0]!.excerptParts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["散热"]);
  });

  it("R1 search: nonsense, quotes and operators are harmless", async () => {
    for (const q of ["'", "a'b & !c | (", "\\", ":*", "，。！", "x".repeat(3000).slice(0, 2000), "钒".repeat(500)]) await expect(search({ q })).resolves.toBeDefined();
    await expect(search({ field: "'; drop table result", price: "NOPE", owner: "x", sort: "y" })).resolves.toBeDefined();
    await expect(search({ cursor: "garbage" })).rejects.toMatchObject({ code: "CURSOR_INVALID" });
  });

  it("R1 search: a published edit is found by its new words and no more by its old ones", async () => {
    const first = await aPublishedResult(db, { title: "旧称谓热障涂层制备方法", summary: SUMMARY, rights: [], seller: zhejiang });
    const edited = await anEditedResult(db, first, { title: "新称谓热障镀膜制备方法" });
    await execute(db, publishResult, zhejiang, { resultId: edited.resultId, version: edited.version }, anOrigin());
    expect(await titles({ q: "热障涂层" })).not.toContain("旧称谓热障涂层制备方法");
    expect(await titles({ q: "热障镀膜" })).toEqual(["新称谓热障镀膜制备方法"]);
  });
});
