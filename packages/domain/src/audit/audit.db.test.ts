import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { SYSTEM } from "../shared/actor.ts";
import { auditContent, auditHash, writeAudit } from "../shared/audit.ts";
import type { Tx } from "../shared/database.ts";
import { sealAudit } from "./seal-audit.ts";
import { hex, leafOf } from "./seal.chain.ts";
import { verifyAudit } from "./verify-audit.ts";

const AT = new Date("2026-03-02T01:00:00.123Z");

describe("X4 audit seals", () => {
  let db: TestDatabase;
  let superuser: pg.Client;

  beforeEach(async () => {
    db = await testDatabase();
    superuser = new pg.Client({ connectionString: db.url });
    await superuser.connect();
  });
  afterEach(async () => {
    await superuser.end();
    await db.drop();
  });

  const write = (tx: Tx, subject: string) =>
    writeAudit(tx, [auditContent("result.draft", SYSTEM, anOrigin(), AT, { type: "result", id: subject, divisionCode: "330106", before: { n: 1.5, 名: "旧" }, after: { n: 1e21, list: [null, "新\n"] } })]);
  const act = (subject: string) => db.db.$transaction((tx) => write(tx, subject));

  /** Other test files share the server, and their open transactions hold the horizon back for a moment. */
  async function sealAll(): Promise<void> {
    await expect.poll(async () => sealAudit(db).then(() => verifyAudit(db)).then(({ unsealed }) => unsealed), { timeout: 20_000, interval: 20 }).toBe(0);
  }

  /** What somebody with every right on the database can do: triggers off, then any statement. */
  async function tamper(statement: string, values: unknown[] = []): Promise<void> {
    await superuser.query("set session_replication_role = replica");
    const { rowCount } = await superuser.query(statement, values);
    await superuser.query("set session_replication_role = origin");
    expect(rowCount).toBeGreaterThan(0);
  }

  async function threeSeals(): Promise<bigint[]> {
    for (const subject of ["a", "b", "c"]) {
      await act(`${subject}1`);
      await act(`${subject}2`);
      await sealAll();
    }
    const rows = await db.db.auditEntry.findMany({ orderBy: { id: "asc" }, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  it("seals what is written and finds the record whole", async () => {
    await threeSeals();
    expect(await verifyAudit(db)).toMatchObject({ fault: null, entries: 6, unsealed: 0 });
    expect(await sealAudit(db), "nothing new: no new seal").toBeNull();
  });

  it("neither skips nor misplaces a transaction that commits late, and makes nobody wait for it", async () => {
    let finish!: () => void;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let written!: () => void;
    const hasWritten = new Promise<void>((resolve) => (written = resolve));
    const late = db.db.$transaction(async (tx) => {
      await write(tx, "late");
      written();
      await held;
    }, { timeout: 30_000 });
    await hasWritten;
    await act("early 1");
    await act("early 2");
    expect(await sealAudit(db)).toBeNull();
    expect((await verifyAudit(db)).fault).toBeNull();
    finish();
    await late;
    await act("after");
    await sealAll();
    const verdict = await verifyAudit(db);
    expect(verdict).toMatchObject({ fault: null, entries: 4, unsealed: 0 });
    const seals = await db.db.$queryRaw<{ entry_ids: bigint[] }[]>`select entry_ids from audit_seal order by no`;
    const subjects = await db.db.$queryRaw<{ subject_id: string }[]>`select subject_id from audit_entry order by xid, id`;
    expect(seals.flatMap(({ entry_ids }) => entry_ids)).toHaveLength(4);
    expect(subjects[0]!.subject_id).toBe("late");
  });

  it("two sealers at once make one chain", async () => {
    for (let round = 0; round < 5; round += 1) {
      await act(`round ${round}`);
      await Promise.all([sealAudit(db), sealAudit(db), sealAudit(db)]);
    }
    await sealAll();
    expect(await verifyAudit(db)).toMatchObject({ fault: null, entries: 5 });
  });

  it("adds an empty seal when nothing happened for an hour", async () => {
    await threeSeals();
    await tamper("update audit_seal set sealed_at = sealed_at - interval '2 hours'");
    await db.db.outboxEvent.create({ data: { type: "T", subjectType: "t", subjectId: "1", payload: {}, requestId: "r", occurredAt: AT } });
    await expect.poll(() => sealAudit(db), { timeout: 20_000 }).toMatchObject({ entries: 0 });
  });

  it("stops and says so when the database's counter is behind the seals", async () => {
    await threeSeals();
    await tamper("update audit_seal set to_xid = '999999999999'::xid8 where no = (select max(no) from audit_seal)");
    await expect(sealAudit(db)).rejects.toThrow(/restored without its counter/);
  });

  describe("names the first thing that was tampered with", () => {
    it("a changed row", async () => {
      const ids = await threeSeals();
      await tamper("update audit_entry set after = '{\"n\": 2}' where id = $1", [ids[2]]);
      expect((await verifyAudit(db)).fault).toMatchObject({ kind: "ENTRY_CHANGED", entryId: ids[2] });
    });

    it("a row rewritten together with its hash", async () => {
      const ids = await threeSeals();
      const row = await db.db.auditEntry.findUniqueOrThrow({ where: { id: ids[3]! } });
      const content = auditContent("result.publish", SYSTEM, { requestId: row.requestId, ip: row.ip ?? undefined, userAgent: row.userAgent ?? undefined }, AT, { type: row.subjectType, id: row.subjectId, divisionCode: row.divisionCode });
      await tamper("update audit_entry set act = 'result.publish', before = null, after = null, hash = $2 where id = $1", [ids[3], auditHash(content)]);
      expect((await verifyAudit(db)).fault).toMatchObject({ kind: "ENTRY_CHANGED", entryId: ids[3] });
    });

    it("a row whose recorded time was moved", async () => {
      const ids = await threeSeals();
      await tamper("update audit_entry set recorded_at = recorded_at - interval '1 day' where id = $1", [ids[5]]);
      expect((await verifyAudit(db)).fault).toMatchObject({ kind: "ENTRY_CHANGED", entryId: ids[5] });
    });

    it("a deleted row, also the last of a seal", async () => {
      const ids = await threeSeals();
      await tamper("delete from audit_entry where id = $1", [ids[3]]);
      expect((await verifyAudit(db)).fault).toMatchObject({ kind: "ENTRY_MISSING", entryId: ids[3] });
    });

    it("a row slipped in later", async () => {
      const ids = await threeSeals();
      await superuser.query("create temp table slipped as select * from audit_entry where id = $1", [ids[2]]);
      await superuser.query("update slipped set id = 100000");
      await tamper("insert into audit_entry select * from slipped");
      expect((await verifyAudit(db)).fault).toMatchObject({ kind: "ENTRY_ADDED", entryId: 100000n });
    });

    it("a deleted seal", async () => {
      await threeSeals();
      await tamper("delete from audit_seal where no = 2");
      expect((await verifyAudit(db)).fault).toEqual({ kind: "SEAL_MISSING", sealNo: 2 });
    });

    it("a seal made anew after the fact, although it fits its entries", async () => {
      const ids = await threeSeals();
      await tamper("delete from audit_entry where id = $1", [ids[2]]);
      const [seal] = await db.db.$queryRaw<{ no: number }[]>`select no from audit_seal where ${ids[2]} = any(entry_ids)`;
      await tamper("update audit_seal set entry_ids = array_remove(entry_ids, $1) where no = $2", [ids[2], seal!.no]);
      expect((await verifyAudit(db)).fault).toEqual({ kind: "SEAL_CHANGED", sealNo: seal!.no });
    });

    it("a chain whose end was cut off, by the hash that was published", async () => {
      await threeSeals();
      const { last } = await verifyAudit(db);
      const published = new Map([[last!.no, last!.hash]]);
      expect((await verifyAudit(db, { published })).fault).toBeNull();
      await tamper("delete from audit_seal where no = $1", [last!.no]);
      expect((await verifyAudit(db, { published })).fault).toMatchObject({ kind: "SEAL_NOT_AS_PUBLISHED", sealNo: last!.no });
      await sealAll();
      expect((await verifyAudit(db, { published })).fault, "sealed again at another time, so with another hash").toMatchObject({ kind: "SEAL_NOT_AS_PUBLISHED", sealNo: last!.no });
    });

    it("a row that was changed before it was sealed", async () => {
      await threeSeals();
      await act("fresh");
      const fresh = await db.db.auditEntry.findFirstOrThrow({ where: { subjectId: "fresh" } });
      await tamper("update audit_entry set request_id = 'other' where id = $1", [fresh.id]);
      expect((await verifyAudit(db)).fault).toEqual({ kind: "ENTRY_CHANGED", entryId: fresh.id, sealNo: null });
    });
  });

  it("the application's role can neither change nor remove a seal", async () => {
    await threeSeals();
    await expect(db.db.$executeRaw`update audit_seal set no = no + 1`).rejects.toThrow(/permission denied/);
    await expect(db.db.$executeRaw`delete from audit_seal`).rejects.toThrow(/permission denied/);
  });

  it("a leaf depends on every part of what it holds", () => {
    const entry = { id: 1n, xid: "2", recordedAt: "2026-03-02T01:00:00.000000Z", hash: new Uint8Array(32) };
    const others = [{ ...entry, id: 2n }, { ...entry, xid: "3" }, { ...entry, recordedAt: "2026-03-02T01:00:00.000001Z" }, { ...entry, hash: new Uint8Array(32).fill(1) }];
    expect(new Set([entry, ...others].map((one) => hex(leafOf(one)))).size).toBe(5);
  });
});
