import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, signedIn } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation } from "../../testing/people.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { forgetRememberedChanges } from "../shared/remembered-change.ts";
import { actorOfToken } from "./index.ts";

describe("X1 remembered callers", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const somebody = async () => {
    const organisation = await anOrganisation(db);
    const account = await anAccount(db, organisation, ["BUYER"]);
    const { token, actor } = await signedIn(db, account);
    return { ...account, organisation, token, actor };
  };
  const asks = ({ token }: { readonly token: string }) => actorOfToken(db, token);

  const changes: readonly (readonly [what: string, sql: string, of: "personId" | "membershipId" | "organisationId" | "sessionId", then: object])[] = [
    ["an ended session", "update session set revoked_at = clock_timestamp() where id = $1", "sessionId", ANONYMOUS],
    ["a session that has run out", "update session set expires_at = clock_timestamp() - interval '1 second' where id = $1", "sessionId", ANONYMOUS],
    ["a deleted session", "delete from session where id = $1", "sessionId", ANONYMOUS],
    ["a locked person", "update person set state = 'DISABLED' where id = $1", "personId", ANONYMOUS],
    ["an address that waits for its confirmation", "update person set unconfirmed_since = clock_timestamp() where id = $1", "personId", { organisation: null, roles: [] }],
    ["an ended membership", "update membership set state = 'ENDED' where id = $1", "membershipId", { organisation: null, roles: [] }],
    ["roles", "update membership set roles = '{SELLER}' where id = $1", "membershipId", { roles: ["SELLER"] }],
    ["a suspended organisation", "update organisation set state = 'SUSPENDED' where id = $1", "organisationId", { organisation: { state: "SUSPENDED" } }],
    ["a second factor", "update session set second_factor_at = clock_timestamp() where id = $1", "sessionId", { secondFactor: true }],
  ];
  it.each(changes)("%s counts at the next request", async (_what, sql, of, then) => {
    const one = await somebody();
    expect(await asks(one)).toMatchObject({ kind: "person", roles: ["BUYER"], organisation: { state: "VERIFIED" }, secondFactor: false });
    const ids = { personId: one.personId, membershipId: one.membershipId, organisationId: one.organisation.id, sessionId: one.actor.sessionId };
    await db.pool.query(sql, [ids[of]]);
    expect(await asks(one)).toMatchObject(then);
  });

  it("a change that is committed long after it was made, with other changes and requests in between, counts from its commit", async () => {
    const [one, other] = [await somebody(), await somebody()];
    const client = await db.pool.connect();
    try {
      await client.query("begin");
      await client.query("update membership set roles = '{SELLER}' where id = $1", [one.membershipId]);
      for (let round = 0; round < 3; round += 1) {
        await db.pool.query("update person set name = $2 where id = $1", [other.personId, `name ${round}`]);
        expect(await asks(other)).toMatchObject({ name: `name ${round}` });
        expect(await asks(one)).toMatchObject({ roles: ["BUYER"] });
      }
      await client.query("commit");
    } finally {
      client.release();
    }
    expect(await asks(one)).toMatchObject({ roles: ["SELLER"] });
  });

  it("a change that was taken back never counted", async () => {
    const one = await somebody();
    const client = await db.pool.connect();
    await client.query("begin");
    await client.query("update session set revoked_at = clock_timestamp() where id = $1", [one.actor.sessionId]);
    expect(await asks(one)).toMatchObject({ kind: "person" });
    await client.query("rollback");
    client.release();
    expect(await asks(one)).toMatchObject({ kind: "person" });
  });

  it("many requests at once while roles change: nobody who asks after a change is told what was before", async () => {
    const one = await somebody();
    let committed = 0;
    const isOver = () => committed >= 20;
    const readers = Array.from({ length: 8 }, async () => {
      while (!isOver()) {
        const atLeast = committed;
        const { roles } = (await asks(one)) as { readonly roles: readonly string[] };
        expect(Number(roles[0]!.slice("ROLE_".length))).toBeGreaterThanOrEqual(atLeast);
      }
    });
    await db.pool.query("update membership set roles = '{ROLE_0}' where id = $1", [one.membershipId]);
    for (let next = 1; next <= 20; next += 1) {
      await db.pool.query("update membership set roles = array['ROLE_' || $2::text] where id = $1", [one.membershipId, next]);
      committed = next;
    }
    await Promise.all(readers);
  });

  it("what is not of a caller is not noted, and old notes are removed when the audit is sealed beyond them", async () => {
    const account = await somebody();
    const noted = async () => (await db.pool.query<{ n: number }>("select count(*)::int as n from remembered_change where about = $1", [account.personId])).rows[0]!.n;
    await db.pool.query("update person set failed_sign_ins = 1 where id = $1", [account.personId]);
    expect(await noted()).toBe(0);
    await db.pool.query("update person set name = '改名' where id = $1", [account.personId]);
    expect(await noted()).toBe(1);
    await forgetRememberedChanges(db);
    expect(await noted()).toBe(1);
    const seal = (age: string, no: number) =>
      db.pool.query(
        `insert into audit_seal (no, from_xid, to_xid, entry_ids, leaves, digest, previous_hash, hash, sealed_at)
         values ($1, '0', pg_current_xact_id(), '{}', '', '', '', $3::text::bytea, clock_timestamp() - $2::interval)`,
        [no, age, randomUUID()],
      );
    await seal("1 minute", 1_000_001);
    await forgetRememberedChanges(db);
    expect(await noted()).toBe(1);
    await seal("11 minutes", 1_000_002);
    await forgetRememberedChanges(db);
    expect(await noted()).toBe(0);
  });
});
