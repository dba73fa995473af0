import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aDraftResult, anEditedResult, aPublishedResult, aResultDraft, type TestResult } from "../../testing/results.ts";
import type { PersonActor } from "../shared/actor.ts";
import type { DomainError } from "../shared/errors.ts";
import { execute, read } from "../shared/execute.ts";
import { draftResult, editResult, publishResult, readOwnResult, readPublishedResult, withdrawResult } from "./index.ts";

let db: TestDatabase;
let seller: PersonActor;
let stranger: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY", name: "演示理工大学" }), ["SELLER"]);
  stranger = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
});
afterAll(() => db.drop());

const publish = ({ resultId, version }: TestResult, actor = seller, key?: string) => execute(db, publishResult, actor, { resultId, version }, anOrigin(key));
const withdraw = ({ resultId, version }: TestResult, actor = seller) => execute(db, withdrawResult, actor, { resultId, version, reason: "改为自行实施" }, anOrigin());
const refusal = (act: Promise<unknown>): Promise<DomainError> => act.then(() => Promise.reject(new Error("not refused")), (error: unknown) => error as DomainError);

describe("R1 result: writing", () => {
  it.each(["YES", "UNSURE"] as const)("R1 result: the secrecy answer %s ends the form and keeps nothing", async (secrecy) => {
    const before = await db.db.result.count();
    const act = execute(db, draftResult, seller, aResultDraft({ secrecy, title: "不得留存的名称" }), anOrigin("secret-key-" + secrecy));
    await expect(act).rejects.toMatchObject({ code: "SECRECY_NOT_CLEARED", kind: "refused" });
    expect(await db.db.result.count()).toBe(before);
    const kept = await db.db.$queryRaw<{ found: bigint }[]>`
      select (select count(*) from audit_entry where after::text like '%不得留存%') + (select count(*) from idempotency_record where answer::text like '%不得留存%') as found`;
    expect(kept[0]!.found).toBe(0n);
  });

  it("R1 result: a draft may be as incomplete as it is, and nothing typed is lost", async () => {
    const { resultId, version } = await execute(db, draftResult, seller, { secrecy: "NO" }, anOrigin());
    const draft = { resultId, version, seller };
    const first = await anEditedResult(db, draft, { title: "半", askedPrice: "一百万左右", completers: [{ name: "钱研", unit: "", shareBp: 3300 }] });
    await anEditedResult(db, first, { summary: "写到一半" });
    const own = await read(db, readOwnResult, seller, { resultId });
    expect(own.draft).toMatchObject({ title: "半", askedPrice: "一百万左右", summary: "写到一半", completers: [{ name: "钱研", shareBp: 3300 }] });
    expect(own.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(["title", "summary", "field", "askedPrice", "completers", "contactPhone"]));
  });

  it("R1 result: of two who write the same version, the second is told", async () => {
    const draft = await aDraftResult(db, { seller });
    const outcomes = await Promise.allSettled([anEditedResult(db, draft, { title: "甲的改动甲的改动" }), anEditedResult(db, draft, { title: "乙的改动乙的改动" })]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "CHANGED_MEANWHILE", kind: "conflict" } });
  });

  it("R1 result: somebody else's result cannot be read, written, published or withdrawn", async () => {
    const draft = await aDraftResult(db, { seller });
    const { resultId, version } = draft;
    await expect(read(db, readOwnResult, stranger, { resultId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(execute(db, editResult, stranger, { resultId, version, title: "改" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(publish(draft, stranger)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(withdraw(draft, stranger)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(publish(draft, { ...seller, roles: ["BUYER"] })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});

describe("R1 result: publication", () => {
  it("R1 result: what was checked is public, searchable and kept as version 1", async () => {
    const { resultId } = await aPublishedResult(db, { seller });
    const result = await read(db, readPublishedResult, { kind: "anonymous" }, { resultId });
    expect(result).toMatchObject({ title: "高强韧钛合金粉末近净成形技术", askedPriceFen: 120_000_000n, versionNo: 1, owner: { name: "演示理工大学" } });
    expect(result.rights[0]).toMatchObject({ kind: "21", status: "GRANTED", expiresOn: "2041-03-01" });
    expect(result.completers[0]).toEqual({ name: "钱研", unit: "材料学院" });
    const [found] = await db.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from search_entry where subject_id = ${resultId}::uuid and search @@ ${"'钛合' & '合金'"}::tsquery`;
    expect(found!.n).toBe(1n);
    expect(await db.db.outboxEvent.count({ where: { subjectId: resultId, type: "ResultPublished" } })).toBe(1);
    expect(await db.db.auditEntry.count({ where: { subjectId: resultId, act: "result.publish" } })).toBe(1);
  });

  it("R1 result: an incomplete draft is refused with every gap named, and stays a draft", async () => {
    const draft = await aDraftResult(db, { seller, summary: "太短", completers: [{ name: "钱研", unit: "", shareBp: 9999 }], tradeModes: [] });
    const error = await refusal(publish(draft));
    expect(error).toMatchObject({ code: "RESULT_NOT_COMPLETE", kind: "invalid", details: { count: 3 } });
    expect(error.fields.map(({ path, code }) => `${path} ${code}`)).toEqual(["summary RESULT_SUMMARY_LENGTH", "tradeModes RESULT_TRADE_MODE_NEEDED", "completers RESULT_SHARES_NOT_WHOLE"]);
    expect(await db.db.result.findUniqueOrThrow({ where: { id: draft.resultId } })).toMatchObject({ state: "DRAFT", version: 0 });
  });

  it("R1 result: an organisation that is not verified cannot publish", async () => {
    const pending = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY", state: "PENDING" }), ["SELLER"]);
    const draft = await aDraftResult(db, { seller: pending });
    await expect(publish(draft, pending)).rejects.toMatchObject({ code: "ORGANISATION_NOT_VERIFIED" });
  });

  it("R1 result: what is edited after publication shows only when it is published again", async () => {
    const published = await aPublishedResult(db, { seller });
    const edited = await anEditedResult(db, published, { title: "高强韧钛合金粉末近净成形技术（第二版）" });
    expect(await read(db, readPublishedResult, { kind: "anonymous" }, edited)).toMatchObject({ title: "高强韧钛合金粉末近净成形技术", versionNo: 1 });
    await publish(edited);
    const after = await read(db, readPublishedResult, { kind: "anonymous" }, edited);
    expect(after).toMatchObject({ title: "高强韧钛合金粉末近净成形技术（第二版）", versionNo: 2 });
    expect(after.versions.map(({ no, changed }) => [no, changed])).toEqual([[2, ["title"]], [1, []]]);
  });

  it("R1 result: publishing without a change is refused; the same request twice is one version; two at once leave one", async () => {
    const published = await aPublishedResult(db, { seller });
    await expect(publish(published)).rejects.toMatchObject({ code: "RESULT_NOTHING_TO_PUBLISH" });
    const edited = await anEditedResult(db, published, { readinessLevel: 7 });
    const first = await publish(edited, seller, "publish-once");
    expect(await publish(edited, seller, "publish-once")).toEqual(first);
    const again = await anEditedResult(db, { ...edited, version: first.version }, { readinessLevel: 8 });
    const outcomes = await Promise.allSettled([publish(again), publish(again)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.db.resultVersion.count({ where: { resultId: edited.resultId } })).toBe(3);
  });
});

describe("R1 result: withdrawal", () => {
  it("R1 result: a withdrawn result is found no more, and may come back as a new version", async () => {
    const published = await aPublishedResult(db, { seller });
    const { version } = await withdraw(published);
    await expect(read(db, readPublishedResult, { kind: "anonymous" }, { resultId: published.resultId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(withdraw({ ...published, version })).rejects.toMatchObject({ code: "STATE_FORBIDS_EVENT" });
    expect(await publish({ ...published, version })).toMatchObject({ state: "PUBLISHED", versionNo: 2 });
  });

  it("R1 result: nothing is withdrawn while it is on sale", async () => {
    const published = await aPublishedResult(db, { seller });
    const venue = await anOrganisation(db, { kind: "VENUE" });
    const at = new Date("2026-01-05T00:00:00Z");
    await db.db.listing.create({
      data: {
        no: "L-TEST-1", resultId: published.resultId, sellerId: seller.organisation!.id, venueId: venue.id, state: "REVIEW", tradeMode: "ASSIGNMENT", priceFen: 100n, workingDays: 20,
        bidding: {}, materials: {}, divisionCode: "330106", createdAt: at, updatedAt: at,
      },
    });
    await expect(withdraw(published)).rejects.toMatchObject({ code: "RESULT_ON_SALE" });
  });
});
