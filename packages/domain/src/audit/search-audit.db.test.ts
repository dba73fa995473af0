import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { ANONYMOUS, type PersonActor } from "../shared/actor.ts";
import { auditContent, writeAudit } from "../shared/audit.ts";
import { dayOf } from "../shared/clock.ts";
import { read } from "../shared/execute.ts";
import { readSeals } from "./read-seals.ts";
import { sealAudit } from "./seal-audit.ts";
import { readAuditEntry, searchAudit } from "./search-audit.ts";
import { verifyAudit } from "./verify-audit.ts";

describe("X4 searching the record", () => {
  let db: TestDatabase;
  let zhejiang: PersonActor;
  let nation: PersonActor;
  let seller: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    zhejiang = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "33" }), ["AUDITOR"]);
    nation = await aPerson(db, await anOrganisation(db, { kind: "AUDIT", jurisdiction: "" }), ["AUDITOR"]);
    seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY", name: "之江测试大学" }), ["SELLER"], { name: "陈测试" });
    await entry("listing.publish", "330106", "2026-03-02T01:00:00Z", { state: "REVIEW", price: "100.00" }, { state: "LISTED", price: "100.00" });
    await entry("listing.suspend", "330203", "2026-03-03T01:00:00Z", null, { state: "SUSPENDED" });
    await entry("contract.submit", "440305", "2026-03-04T15:59:59Z", null, { no: 1 });
    await entry("clock.move", null, "2026-03-05T01:00:00Z", null, null);
  });
  afterAll(() => db.drop());

  const entry = (act: string, divisionCode: string | null, at: string, before: unknown, after: unknown) =>
    db.db.$transaction((tx) => writeAudit(tx, [auditContent(act, seller, anOrigin(), new Date(at), { type: act.split(".")[0]!, id: `${act}/1`, divisionCode, before, after })]));
  const acts = async (actor: PersonActor, input: object) => (await read(db, searchAudit, actor, input)).items.map(({ act }) => act);

  it("shows an auditor of a province that province only, and one of the nation everything", async () => {
    expect(await acts(zhejiang, {})).toEqual(["listing.suspend", "listing.publish"]);
    expect(await acts(nation, {})).toEqual(["clock.move", "contract.submit", "listing.suspend", "listing.publish"]);
    expect(await acts(zhejiang, { divisionCode: "3302" })).toEqual(["listing.suspend"]);
    await expect(read(db, searchAudit, zhejiang, { divisionCode: "44" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("is for auditors", async () => {
    await expect(read(db, searchAudit, seller, {})).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await expect(read(db, searchAudit, ANONYMOUS, {})).rejects.toMatchObject({ kind: "unauthenticated" });
    await expect(read(db, searchAudit, { ...nation, secondFactor: false }, {})).rejects.toMatchObject({ code: "SECOND_FACTOR_REQUIRED" });
  });

  it.each<[string, object, string[]]>([
    ["act", { act: "listing.publish" }, ["listing.publish"]],
    ["area of acts", { act: "listing." }, ["listing.suspend", "listing.publish"]],
    ["name of a person", { person: "陈测" }, ["clock.move", "contract.submit", "listing.suspend", "listing.publish"]],
    ["a person who is not there", { person: "无此人" }, []],
    ["name of an organisation", { organisation: "之江" }, ["clock.move", "contract.submit", "listing.suspend", "listing.publish"]],
    ["subject", { subjectType: "contract", subjectId: "contract.submit/1" }, ["contract.submit"]],
    ["days in China, both included", { from: "2026-03-03", to: "2026-03-04" }, ["contract.submit", "listing.suspend"]],
  ])("finds by %s", async (_by, input, expected) => {
    expect(await acts(nation, input)).toEqual(expected);
  });

  it("names who did it, and comes in pages", async () => {
    const first = await read(db, searchAudit, nation, { limit: 3 });
    expect(first.items[0]).toMatchObject({ person: "陈测试", organisation: "之江测试大学", personId: seller.personId });
    const second = await read(db, searchAudit, nation, { limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ act }) => act)).toEqual(["clock.move", "contract.submit", "listing.suspend", "listing.publish"]);
  });

  it("shows what an act changed, and the seal that holds it", async () => {
    const [published] = (await read(db, searchAudit, zhejiang, { act: "listing.publish" })).items;
    const input = { entryId: String(published!.id) };
    expect(await read(db, readAuditEntry, zhejiang, input)).toMatchObject({ changes: [{ path: "state", before: "REVIEW", after: "LISTED" }], seal: null, ip: "127.0.0.1" });
    await expect.poll(async () => sealAudit(db).then(() => verifyAudit(db)), { timeout: 20_000 }).toMatchObject({ unsealed: 0 });
    expect((await read(db, readAuditEntry, zhejiang, input)).seal).toMatchObject({ no: 1 });
  });

  it("opens no entry of another jurisdiction, nor one that lies in none", async () => {
    const { items } = await read(db, searchAudit, nation, {});
    for (const act of ["contract.submit", "clock.move"]) {
      const id = String(items.find((item) => item.act === act)!.id);
      await expect(read(db, readAuditEntry, zhejiang, { entryId: id })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
      expect(await read(db, readAuditEntry, nation, { entryId: id })).toMatchObject({ act });
    }
    await expect(read(db, readAuditEntry, zhejiang, { entryId: "999999" })).rejects.toMatchObject({ kind: "not-found" });
    await expect(read(db, readAuditEntry, seller, { entryId: "999999" })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });

  it("publishes the last seal of every day to anybody", async () => {
    const { last } = await verifyAudit(db);
    const insert = (no: number, sealedAt: string) => db.db.$executeRaw`
      insert into audit_seal (no, from_xid, to_xid, entry_ids, leaves, digest, previous_hash, hash, sealed_at)
      values (${no}, '1'::xid8, ${String(900_000 + no)}::xid8, '{}', '', '', '', ${Buffer.alloc(32, no)}, ${sealedAt}::timestamptz)`;
    await insert(-4, "2026-02-01T10:00:00+08:00");
    await insert(-3, "2026-02-01T23:59:59+08:00");
    await insert(-2, "2026-02-03T00:00:00+08:00");
    const page = await read(db, readSeals, ANONYMOUS, { limit: 2 });
    const rest = await read(db, readSeals, ANONYMOUS, { limit: 2, cursor: page.nextCursor! });
    const all = [...page.items, ...rest.items];
    expect(all[0]).toMatchObject({ no: last!.no, hash: last!.hash, day: dayOf(new Date(last!.sealedAt)) });
    expect(all.slice(1).map(({ day, no }) => [day, no])).toEqual([["2026-02-03", -2], ["2026-02-01", -3]]);
  });
});
