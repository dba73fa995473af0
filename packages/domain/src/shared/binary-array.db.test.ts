import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { arrayOf } from "./binary-array.ts";
import { BIGINT, BOOLEAN, BYTEA, INSTANT, INT, JSONB, TEXT, UUID } from "./binary-value.ts";

describe("arrays in binary", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const text = fc.string({ unit: "grapheme" }).map((value) => value.replaceAll("\0", ""));
  const types: readonly (readonly [type: string, values: fc.Arbitrary<unknown>, encode: (values: never) => Buffer, expected?: (value: never) => unknown])[] = [
    ["uuid", fc.uuid(), arrayOf(UUID)],
    ["int", fc.integer(), arrayOf(INT)],
    ["bigint", fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), arrayOf(BIGINT), String],
    ["boolean", fc.boolean(), arrayOf(BOOLEAN)],
    ["text", text, arrayOf(TEXT)],
    ["jsonb", fc.record({ a: text, b: fc.integer() }), (values: never) => arrayOf(JSONB)((values as unknown[]).map((value) => (value === null ? null : JSON.stringify(value))))],
    ["bytea", fc.uint8Array(), arrayOf(BYTEA), (value: Uint8Array) => Buffer.from(value)],
    ["timestamptz", fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2200-01-01T00:00:00Z"), noInvalidDate: true }), arrayOf(INSTANT)],
  ];

  for (const [type, values, encode, expected = (value: never): unknown => value] of types) {
    it(`of ${type} are read by PostgreSQL as they were meant, NULL and none included`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.option(values), { maxLength: 20 }), async (given) => {
          const { rows } = await db.pool.query<{ value: unknown }>(`select value from unnest($1::${type}[]) with ordinality t(value, place) order by place`, [encode(given as never)]);
          expect(rows.map(({ value }) => value)).toEqual(given.map((value) => (value === null ? null : expected(value as never))));
        }),
        { numRuns: 60 },
      );
    });
  }
});
