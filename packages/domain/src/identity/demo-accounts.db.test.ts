import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { DEMO_DOMAIN, DEMO_PASSWORD, hashPassword, readDemoAccounts, signIn } from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  const venue = await anOrganisation(db, { kind: "VENUE", name: "演示交易所" });
  const { personId } = await anAccount(db, venue, ["AUCTIONEER"], { email: `auctioneer@${DEMO_DOMAIN}`, demo: true, secondFactor: true, name: "演示主持人" });
  await db.db.person.update({ where: { id: personId }, data: { passwordHash: await hashPassword(DEMO_PASSWORD) } });
  await anAccount(db, venue, ["AUCTIONEER"], { email: "real@exchange.example", secondFactor: true });
  await anAccount(db, venue, ["AUCTIONEER"], { email: "invented@exchange.example", demo: true, secondFactor: true });
  await anAccount(db, venue, ["AUCTIONEER"], { email: `pretender@${DEMO_DOMAIN}`, secondFactor: true });
});
afterAll(() => db.drop());

test("X1 demo accounts: only those of the demonstration, each with a code that works, twice in a row", async () => {
  for (const _time of [1, 2]) {
    const { items } = await read(db, readDemoAccounts, ANONYMOUS, {});
    expect(items).toMatchObject([{ name: "演示主持人", email: `auctioneer@${DEMO_DOMAIN}`, organisation: "演示交易所", roles: ["AUCTIONEER"] }]);
    const [{ email, password, code }] = items as [(typeof items)[number]];
    expect(await execute(db, signIn, ANONYMOUS, { identifier: email, password, code }, anOrigin())).toMatchObject({ outcome: "SIGNED_IN", secondFactor: true });
  }
});

test("X1 demo accounts: none in production", async () => {
  const production = { ...db, config: { ...db.config, mode: "production" as const } };
  expect(await read(production, readDemoAccounts, ANONYMOUS, {})).toEqual({ items: [] });
});
