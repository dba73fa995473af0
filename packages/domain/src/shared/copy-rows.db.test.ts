import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PoolClient } from "pg";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { BIGINT, BOOLEAN, BYTEA, INSTANT, INT, JSONB, TEXT, UUID } from "./binary-value.ts";
import { column, copyInto, sameFor } from "./copy-rows.ts";
import { inOnePacket } from "./one-packet.ts";

type Row = { readonly id: number; readonly uuid: string | null; readonly number: bigint | null; readonly flag: boolean | null; readonly words: string | null; readonly json: { readonly a: string } | null; readonly bytes: Uint8Array | null; readonly at: Date | null };

const copy = copyInto<Row>("copied", [
  column("id", INT, ({ id }) => id),
  column("uuid", UUID, ({ uuid }) => uuid),
  column("number", BIGINT, ({ number }) => number),
  column("flag", BOOLEAN, ({ flag }) => flag),
  column("words", TEXT, ({ words }) => words),
  column("json", JSONB, ({ json }) => (json === null ? null : JSON.stringify(json))),
  column("bytes", BYTEA, ({ bytes }) => bytes),
  column("at", INSTANT, ({ at }) => at),
]);

const EMPTY: Omit<Row, "id"> = { uuid: null, number: null, flag: null, words: null, json: null, bytes: null, at: null };

describe("rows by COPY", () => {
  let db: TestDatabase;
  let client: PoolClient;
  beforeAll(async () => {
    db = await testDatabase();
    client = await db.lookUps.connect(); // statements go out without waiting for each other
    await client.query("create temporary table copied (id int primary key, uuid uuid, number bigint, flag boolean, words text check (words <> 'forbidden'), json jsonb, bytes bytea, at timestamptz, made text default 'by itself')");
  });
  afterAll(async () => {
    client.release(true);
    await db.drop();
  });
  beforeEach(() => client.query("truncate copied"));

  const count = async (): Promise<number> => (await client.query<{ n: number }>("select count(*)::int as n from copied")).rows[0]!.n;

  it("are read by PostgreSQL as they were meant, NULL and none included", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 2_000 }).map((value) => value.replaceAll("\0", ""));
    const values = fc.record({
      uuid: fc.option(fc.uuid()),
      number: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      flag: fc.option(fc.boolean()),
      words: fc.option(text),
      json: fc.option(fc.record({ a: text })),
      bytes: fc.option(fc.uint8Array()),
      at: fc.option(fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2200-01-01T00:00:00Z"), noInvalidDate: true })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 30 }), async (given) => {
        await client.query("truncate copied");
        await copy(client, given.map((value, id) => ({ id, ...value })));
        const { rows } = await client.query<Record<string, unknown>>("select * from copied order by id");
        expect(rows).toEqual(given.map((value, id) => ({ ...value, id, number: value.number === null ? null : String(value.number), bytes: value.bytes === null ? null : Buffer.from(value.bytes), made: "by itself" })));
      }),
      { numRuns: 60 },
    );
  });

  it("share what is the same for all with one key, however long it is", async () => {
    type Keyed = { readonly id: number; readonly of: { readonly uuid: string | null; readonly words: string }; readonly at: Date };
    const keys = [{ uuid: "018f3b1a-0000-7000-8000-000000000001", words: "短" }, { uuid: null, words: "长".repeat(1_000) }];
    const keyed = copyInto<Keyed>("copied", [sameFor(({ of }) => of, [column("uuid", UUID, ({ of }) => of.uuid), column("words", TEXT, ({ of }) => of.words)]), column("id", INT, ({ id }) => id), sameFor(({ at }) => at, [column("at", INSTANT, ({ at }) => at)])]);
    const times = [new Date("2026-01-01T00:00:00Z"), new Date("2026-01-02T00:00:00Z")];
    const given = Array.from({ length: 9 }, (_, id): Keyed => ({ id, of: keys[id % 2]!, at: times[id % 3 === 0 ? 0 : 1]! }));
    await keyed(client, given.slice(0, 4));
    await keyed(client, given.slice(4));
    const { rows } = await client.query("select id, uuid, words, at from copied order by id");
    expect(rows).toEqual(given.map(({ id, of, at }) => ({ id, ...of, at })));
  });

  it("of any size go out in one piece with what is before and behind them", async () => {
    const rows = Array.from({ length: 3_000 }, (_, id): Row => ({ id, ...EMPTY, words: "词".repeat(40) }));
    const [, , { rows: counted }] = await inOnePacket(client, () => Promise.all([client.query("begin"), copy(client, rows), client.query<{ n: number }>("select count(*)::int as n from copied"), client.query("commit")]));
    expect(counted).toEqual([{ n: 3_000 }]);
    expect(await count()).toBe(3_000);
  });

  it.each<[string, Row, string]>([
    ["taken twice", { id: 1, ...EMPTY }, "23505"],
    ["against a rule of the table", { id: 2, ...EMPTY, words: "forbidden" }, "23514"],
  ])("that are %s are refused as a whole, what follows in the transaction fails, and the connection goes on", async (_what, wrong, code) => {
    await copy(client, [{ id: 1, ...EMPTY }]);
    const [begun, refused, after, ended] = await inOnePacket(client, () => Promise.allSettled([client.query("begin"), copy(client, [{ id: 7, ...EMPTY }, wrong]), copy(client, [{ id: 8, ...EMPTY }]), client.query("commit")]));
    expect(begun.status).toBe("fulfilled");
    expect(refused).toMatchObject({ status: "rejected", reason: { code } });
    expect(after).toMatchObject({ status: "rejected", reason: { code: "25P02" } });
    expect(ended).toMatchObject({ status: "fulfilled", value: { command: "ROLLBACK" } });
    expect(await count()).toBe(1);
    await copy(client, [{ id: 9, ...EMPTY }]);
    expect(await count()).toBe(2);
  });

  it("for a table that is not there are passed over with the word of the server", async () => {
    await expect(copyInto<Row>("nowhere", [column("id", INT, ({ id }) => id)])(client, [{ id: 1, ...EMPTY }])).rejects.toMatchObject({ code: "42P01" });
    expect(await count()).toBe(0);
  });
});
