import type { Duplex } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PoolClient } from "pg";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { INT, TEXT } from "./binary-value.ts";
import { column, copyInto } from "./copy-rows.ts";
import { together, type Statements } from "./together.ts";

type Row = { readonly id: number; readonly words: string };

const copy = copyInto<Row>("gathered", [column("id", INT, ({ id }) => id), column("words", TEXT, ({ words }) => words)]);
const count = { name: "gathered-count", text: "select count(*)::int as n from gathered" };
const insert = (id: number) => ({ name: "gathered-insert", text: "insert into gathered (id, words) values ($1, 'inserted')", values: [id] });

describe("statements that leave together", () => {
  let db: TestDatabase;
  let client: PoolClient;
  beforeAll(async () => {
    db = await testDatabase();
    client = await db.lookUps.connect();
    await client.query("create temporary table gathered (id int primary key, words text)");
  });
  afterAll(async () => {
    client.release(true);
    await db.drop();
  });
  beforeEach(() => client.query("truncate gathered"));

  const counted = async (statements: Statements): Promise<number> => (await statements.query<{ n: number }>(count)).rows[0]!.n;

  it("are answered each with its own, in order, those with data and without rows among them, and again when they are prepared", async () => {
    for (const [before, from] of [[0, 1], [4, 5]] as const) {
      const answers = await together(client, (all) =>
        Promise.all([all.query("begin"), counted(all), copy(all, [{ id: from, words: "一" }, { id: from + 1, words: "二" }]), copy(all, []), all.query(insert(from + 2)), all.query(insert(from + 3)), counted(all), all.query("commit")]),
      );
      expect(answers.map((answer) => (typeof answer === "object" ? [answer.command, answer.rowCount] : answer))).toEqual([["BEGIN", null], before, undefined, undefined, ["INSERT", 1], ["INSERT", 1], before + 4, ["COMMIT", null]]);
    }
  });

  it("see what the ones before have locked and changed", async () => {
    await copy(client, [{ id: 1, words: "before" }]);
    const [, { rows }] = await together(client, (all) => Promise.all([all.query({ name: "gathered-change", text: "update gathered set words = 'after'" }), all.query({ name: "gathered-read", text: "select words from gathered" })]));
    expect(rows).toEqual([{ words: "after" }]);
  });

  it.each([
    ["a row that is there already", (all: Statements) => copy(all, [{ id: 2, words: "new" }, { id: 1, words: "again" }]), "23505"],
    ["a statement that cannot be prepared", (all: Statements) => all.query({ name: "gathered-wrong", text: "select nothing_like_it from gathered" }), "42703"],
    ["a value of another kind", (all: Statements) => all.query({ name: "gathered-value", text: "select $1::int", values: ["word"] }), "22P02"],
  ])("all fail with %s, and the connection goes on with each of them", async (_what, wrong, code) => {
    await copy(client, [{ id: 1, words: "first" }]);
    const never = { name: `gathered-never-${code}`, text: "select 7 as n" };
    const all = await together(client, (some) => Promise.allSettled([some.query("begin"), wrong(some), some.query(insert(3)), some.query(never)]));
    expect(all.map((one) => (one.status === "rejected" ? (one.reason as { code: string }).code : "done"))).toEqual([code, code, code, code]);
    expect((await client.query("rollback")).command).toBe("ROLLBACK");
    expect((await client.query(never)).rows).toEqual([{ n: 7 }]);
    await expect(together(client, (some) => Promise.all([wrong(some)]))).rejects.toMatchObject({ code });
    expect(await together(client, (some) => Promise.all([some.query(insert(3)), counted(some)]))).toEqual([expect.anything(), 2]);
  });

  it("that are put later are sent by themselves", async () => {
    const [first, later] = await together(client, async (all) => {
      const before = await counted(all);
      await all.query(insert(1));
      return [before, await counted(all)];
    });
    expect([first, later]).toEqual([0, 1]);
    expect(together(client, () => "nothing")).toBe("nothing");
  });

  it("all fail when the connection is cut", async () => {
    const other = await db.lookUps.connect();
    const cut = together(other, (all) => Promise.allSettled([all.query("begin"), all.query({ name: "gathered-sleep", text: "select pg_sleep(1)" }), all.query("commit")]));
    (other as unknown as { readonly connection: { readonly stream: Duplex } }).connection.stream.destroy();
    expect((await cut).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    other.release(true);
  });
});
