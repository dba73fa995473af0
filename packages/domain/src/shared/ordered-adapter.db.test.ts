import { afterAll, beforeAll, expect, it } from "vitest";
import { aListedListing, anAdmittedIntent } from "../../testing/listings.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";

let db: TestDatabase;
beforeAll(async () => void (db = await testDatabase()));
afterAll(() => db.drop());

it("X6 database: several relations loaded in one transaction are asked for one after the other", async () => {
  const warnings: string[] = [];
  const hear = (warning: Error): void => void warnings.push(warning.message);
  process.on("warning", hear);
  const listing = await aListedListing(db);
  await anAdmittedIntent(db, listing);
  const read = await db.db.$transaction((tx) =>
    tx.listing.findUniqueOrThrow({ where: { id: listing.id }, include: { steps: true, intents: { include: { buyer: true } }, result: { include: { rights: true, completers: true, owner: true } }, seller: true, venue: true } }),
  );
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", hear);
  expect(read.intents).toHaveLength(1);
  expect(read.result.owner.id).toBe(read.sellerId);
  expect(warnings.filter((warning) => warning.includes("client.query()"))).toEqual([]);
});

it("X6 database: a statement that fails lets the next one of its transaction run, and the transaction end", async () => {
  const failing = db.db.$transaction(async (tx) => {
    await tx.$executeRaw`savepoint here`;
    await expect(tx.$queryRaw`select 1 / 0`).rejects.toThrow();
    await tx.$executeRaw`rollback to savepoint here`;
    return tx.$queryRaw`select 2 as two`;
  });
  expect(await failing).toEqual([{ two: 2 }]);
});
