import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { aDraftDemand, aPublishedDemand, type TestDemand } from "../../testing/demands.ts";
import { aListedListing, anAcceptedListing, aVenue, type PublishedListing, type TestVenue } from "../../testing/listings.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aDraftResult, anEditedResult, aPublishedResult, aWithdrawnResult, type TestResult } from "../../testing/results.ts";
import { closeDemand } from "../demand/index.ts";
import { foundListing, searchListings, suspendListing } from "../listing/index.ts";
import { findSimilarResults, publishResult } from "../result/index.ts";
import { ANONYMOUS, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { findInMarket, suggest } from "./index.ts";
import { pageInOrder } from "./page-in-order.ts";

let db: TestDatabase;
let seller: PersonActor;
let venue: TestVenue;
let result: TestResult;
let demand: TestDemand;
let listing: PublishedListing;

beforeAll(async () => {
  db = await testDatabase();
  seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY", name: "演示钒钛大学" }), ["SELLER"]);
  venue = await aVenue(db);
  result = await aPublishedResult(db, { seller, title: "钒钛磁铁矿高效选冶联合工艺", rights: [] });
  demand = await aPublishedDemand(db, { title: "钒钛渣资源化利用技术需求", budget: "300000" });
  listing = await aListedListing(db, { seller, venue, resultId: (await aPublishedResult(db, { seller, title: "钒钛合金轻量化部件制备", rights: [] })).resultId });
  await aDraftResult(db, { seller, title: "钒钛草稿不得被检索到" });
  await aWithdrawnResult(db, { seller, title: "钒钛撤下不得被检索到", rights: [] });
  await anEditedResult(db, await aPublishedResult(db, { seller, title: "公开的原有名称之冶金技术", rights: [] }), { title: "钒钛修改不得被检索到" });
  await aDraftDemand(db, { title: "钒钛需求草稿不得被检索到" });
  const closed = await aPublishedDemand(db, { title: "钒钛需求已结束不得被检索到" });
  await execute(db, closeDemand, closed.buyer, { demandId: closed.demandId, version: closed.version, reason: "已解决" }, anOrigin());
  const unlisted = await aPublishedResult(db, { seller, title: "尚未挂牌的铌钽提取工艺", rights: [] });
  await anAcceptedListing(db, { seller, venue, resultId: unlisted.resultId });
});
afterAll(() => db.drop());

const find = (input: object) => read(db, findInMarket, ANONYMOUS, input);
const keys = async (input: object) => (await find(input)).items.map(({ kind, subjectId }) => `${kind} ${subjectId}`);

describe("R1 search over everything", () => {
  it.each(["钒", "钒钛", "钒钛大学", "不得", "不得被检索到", "检索"])("R1 search: “%s” never shows what is not public, to anyone", async (q) => {
    for (const actor of [ANONYMOUS, seller, venue.operator]) {
      const [found, suggested] = [await read(db, findInMarket, actor, { q, limit: 100 }), await read(db, suggest, actor, { q })];
      expect([...found.items, ...suggested.items].filter(({ title }) => title.includes("不得被检索到"))).toEqual([]);
    }
  });

  it("R1 search: what an owner with an English name publishes is found by that name, and the lists show it", async () => {
    const named = await anOrganisation(db, { kind: "UNIVERSITY", name: "演示丹霞大学" });
    await db.db.organisation.update({ where: { id: named.id }, data: { nameEn: "Danxia Demonstration University" } });
    const owner = await aPerson(db, named, ["SELLER", "BUYER"]);
    const offered = await aPublishedResult(db, { seller: owner, title: "红层地貌加固工艺", rights: [] });
    await aListedListing(db, { seller: owner, venue, resultId: offered.resultId });
    await aPublishedDemand(db, { buyer: owner, title: "红层地貌监测需求" });
    const { items } = await find({ q: "danxia" });
    expect(items.map(({ kind, ownerName, ownerNameEn }) => [kind, ownerName, ownerNameEn]).sort()).toEqual(["DEMAND", "LISTING", "RESULT"].map((kind) => [kind, named.name, "Danxia Demonstration University"]));
    expect(foundListing(items.find(({ kind }) => kind === "LISTING")!)).toMatchObject({ sellerName: named.name, sellerNameEn: "Danxia Demonstration University" });
    expect((await find({ q: "钒钛磁铁矿" })).items[0]).toMatchObject({ ownerName: "演示钒钛大学", ownerNameEn: null });
  });

  it("R1 search: results, demands and listings are found in one go, and counted by kind", async () => {
    const found = await find({ q: "钒钛", limit: 50 });
    const all = found.items.map(({ kind, subjectId }) => `${kind} ${subjectId}`);
    expect(all).toEqual(expect.arrayContaining([`RESULT ${result.resultId}`, `DEMAND ${demand.demandId}`, `LISTING ${listing.id}`]));
    expect(Object.fromEntries(found.facets.kind.map(({ value, count }) => [value, count]))).toEqual({ RESULT: all.filter((one) => one.startsWith("RESULT")).length, DEMAND: 1, LISTING: 1 });
    expect(await keys({ q: "钒钛", kind: "DEMAND" })).toEqual([`DEMAND ${demand.demandId}`]);
    expect((await find({ q: "钒钛", kind: "DEMAND" })).facets.kind).toEqual(found.facets.kind);
    expect(await keys({ q: "铌钽", kind: "LISTING" })).toEqual([]); // accepted, but not yet on the market
  });

  it("R1 search: words and filters hold together, whatever their order", async () => {
    expect(await keys({ q: "钒钛", kind: "RESULT,LISTING", price: "100-500", mode: "ASSIGNMENT", region: "33", owner: seller.organisation!.id, sort: "newest" })).toContain(`LISTING ${listing.id}`);
    expect(await keys({ q: "钒钛", price: "UNDER-10" })).toEqual([]);
    expect(await keys({ price: "10-50" })).toEqual([`DEMAND ${demand.demandId}`]);
  });

  it("R1 search: a listing is found by its number and by its result's present name, and shows its present state", async () => {
    expect(await keys({ q: listing.no })).toEqual([`LISTING ${listing.id}`]);
    expect((await read(db, searchListings, ANONYMOUS, { q: listing.no })).items).toMatchObject([{ listingId: listing.id }]);
    const row = await db.db.result.findUniqueOrThrow({ where: { id: listing.resultId } });
    const edited = await anEditedResult(db, { resultId: listing.resultId, version: row.version, seller }, { title: "稀土铁基轻量化部件制备" });
    await execute(db, publishResult, seller, { resultId: edited.resultId, version: edited.version }, anOrigin());
    expect(await keys({ q: "稀土铁基", kind: "LISTING" })).toEqual([`LISTING ${listing.id}`]);
    expect(await keys({ q: listing.no })).toEqual([`LISTING ${listing.id}`]);
    await execute(db, suspendListing, venue.operator, { listingId: listing.id, reason: "权属争议待核" }, anOrigin());
    expect(foundListing((await find({ q: listing.no })).items[0]!)).toMatchObject({ no: listing.no, state: "SUSPENDED", priceFen: 120_000_000n });
  });

  it("R1 search: suggestions come with the first character and name each thing once", async () => {
    const { items } = await read(db, suggest, ANONYMOUS, { q: "钒" });
    expect(items.map(({ title }) => title)).toContain("钒钛磁铁矿高效选冶联合工艺");
    expect(new Set(items.map(({ title }) => title)).size).toBe(items.length);
    expect(await read(db, suggest, ANONYMOUS, { q: "  " })).toEqual({ items: [] });
  });
});

describe("R1 result: hints at doubles while typing", () => {
  it("R1 result: a like title, a copied text and the same right are named across the country, drafts of one's own as well", async () => {
    const number = "2021SR0123456";
    const summary = "本成果围绕深部软岩巷道围岩大变形控制难题，提出高预应力协同支护与实时监测反馈方法，已在多座矿井完成工业试验并取得显著效果。";
    const other = await aPublishedResult(db, { title: "深部软岩巷道围岩控制成套技术", summary, rights: [{ kind: "3", number, title: "巷道监测软件", status: "REGISTERED" }] });
    const own = await aDraftResult(db, { seller, title: "深部软岩巷道围岩控制成套装备" });
    const ask = async (typed: object) => (await read(db, findSimilarResults, seller, typed)).items;
    expect(await ask({ title: "深部软岩巷道围岩控制成套方法" })).toMatchObject([
      { resultId: expect.stringMatching(`${other.resultId}|${own.resultId}`), because: "TITLE" },
      { resultId: expect.stringMatching(`${other.resultId}|${own.resultId}`), because: "TITLE" },
    ]);
    expect(await ask({ title: "完全两样的名称", summary })).toMatchObject([{ resultId: other.resultId, because: "SUMMARY", isOwn: false }]);
    expect(await ask({ title: "完全两样的名称", numbers: [number] })).toMatchObject([{ resultId: other.resultId, because: "NUMBER", number }]);
    expect(await ask({ title: "深部软岩巷道围岩控制成套装备", resultId: own.resultId })).toMatchObject([{ resultId: other.resultId }]);
    expect(await ask({ title: "水稻抗倒伏育种方法" })).toEqual([]);
  });

  it("R1 result: of what others keep to themselves nothing is told, by title, text or right", async () => {
    const number = "2022SR0765432";
    const secret = { title: "他人草稿之超导线材连续镀膜方法", summary: "他人尚未公开的超导线材镀膜工艺，采用多通道反应溅射与卷对卷张力闭环控制，临界电流均匀性显著提高，正在申请专利。", rights: [{ kind: "3" as const, number, title: "控制软件", status: "REGISTERED" as const }] };
    const stranger = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
    await aDraftResult(db, { seller: stranger, ...secret });
    await aWithdrawnResult(db, { seller: stranger, ...secret });
    expect(await read(db, findSimilarResults, seller, { ...secret, rights: undefined, numbers: [number] })).toEqual({ items: [] });
    expect((await read(db, findSimilarResults, stranger, { ...secret, rights: undefined, numbers: [number] })).items).toHaveLength(2);
    await expect(read(db, findSimilarResults, ANONYMOUS, { title: "x" })).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});

describe("R1 search: of thousands", () => {
  const OLDEST = "11111111-1111-4111-8111-111111111111";
  const marked = { q: "", kind: "RESULT", field: "99" };

  beforeAll(async () => {
    // Five thousand new entries from 1,000 yuan on, and one that is old, cheapest and dearest at once in its two bands.
    await db.pool.query(
      `insert into search_entry (kind, subject_id, title, text, owner_id, owner_name, field, region, division_code, modes, price_fen, price_band, at, marks, card, search)
       select 'RESULT', t.id, '批量样本', '', gen_random_uuid(), '演示', '99', '33', '330106', '{}', t.price, 'UNDER-10', t.at, '{}', '{}', array_to_tsvector(array['~kRESULT', '~f99', '~pUNDER-10'] || array(select format('~t%s-%s', level, floor(extract(epoch from t.at) / 172800 / 4 ^ level)) from generate_series(0, 4) as level))
       from (select gen_random_uuid(), 100000 + n, date_trunc('milliseconds', now()) - interval '2 days' from generate_series(1, 5000) n union all select $1::uuid, 5, timestamptz '2012-03-04T00:00:00Z') as t(id, price, at)`,
      [OLDEST],
    );
    await db.pool.query("analyze search_entry");
  });

  it("R1 search: the cheapest comes first however old it is, and the next page goes on after it", async () => {
    const first = await read({ ...db, pool: freshPool() }, findInMarket, ANONYMOUS, { ...marked, sort: "price-asc", limit: 3 });
    expect(first.items.map(({ priceFen }) => priceFen)).toEqual([5n, 100_001n, 100_002n]);
    expect(first.total).toEqual({ count: 500, more: true });
    const next = await find({ ...marked, sort: "price-asc", limit: 3, cursor: first.nextCursor! });
    expect(next.items.map(({ priceFen }) => priceFen)).toEqual([100_003n, 100_004n, 100_005n]);
  });

  it("R1 search: the newest go on page after page to the oldest, however many came at the same moment", async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const { items, nextCursor } = await find({ ...marked, sort: "newest", limit: 100, cursor });
      seen.push(...items.map(({ subjectId }) => subjectId));
      cursor = nextCursor ?? undefined;
    }
    expect(new Set(seen).size).toBe(5_001);
    expect(seen).toHaveLength(5_001);
    expect(seen.at(-1)).toBe(OLDEST);
  });

  it("R1 search: of more searches than there are connections for them each is answered in its turn", async () => {
    const found = await Promise.all(Array.from({ length: 5 * db.config.searchesAtOnce }, () => find({ ...marked, region: "33", stage: "PILOT", sort: "newest", limit: 3 })));
    for (const { facets } of found) expect(facets.stage).toEqual(found[0]!.facets.stage);
  });

  it.each(["price-asc", "price-desc", "due"] as const)("R1 search: by %s every way leads to the same page, and to the same next one", async (sort) => {
    for (const [marks, bands] of [[[], []], [["('~f99')", "('~pUNDER-10')"], ["UNDER-10"]]] as const) {
      const ask = { words: [], marks, bands, sort, limit: 7 };
      for (const after of [null, sort === "due" ? ["-", OLDEST] : ["100005", OLDEST]]) {
        const pages = await Promise.all((["whole", "bands", "index"] as const).map((way) => pageInOrder({ db: db.searches }, { ...ask, after }, way)));
        const ids = pages.map((page) => page.map(({ subjectId }) => subjectId));
        expect(ids[1]).toEqual(ids[0]);
        expect(ids[2]).toEqual(ids[0]);
        expect(ids[0]!.length).toBeGreaterThan(3);
      }
    }
  });
});

/** What there is by time is counted once in five minutes for a pool; another one has them counted anew. */
function freshPool(): TestDatabase["pool"] {
  return new Proxy(db.pool, { get: (pool, key) => (typeof pool[key as "query"] === "function" ? pool[key as "query"].bind(pool) : pool[key as "query"]) });
}
