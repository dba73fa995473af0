import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, signedIn } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type ActingOrganisation } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { actorOfToken, editSelf, listSessions, readSelf, revokeOtherSessions, revokeSession, switchMembership } from "./index.ts";

describe("X1 own sessions and memberships", () => {
  let db: TestDatabase;
  let firm: ActingOrganisation;
  beforeAll(async () => {
    db = await testDatabase();
    firm = await anOrganisation(db);
  });
  afterAll(() => db.drop());

  const newcomer = async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    return { account, here: await signedIn(db, account), there: await signedIn(db, account) };
  };

  it("lists the devices one is signed in on, page by page, and says which is this one", async () => {
    const { here, there } = await newcomer();
    const first = await read(db, listSessions, here.actor, { limit: 1 });
    expect(first.items).toMatchObject([{ id: there.actor.sessionId, current: false, ip: "127.0.0.1", userAgent: "vitest" }]);
    const second = await read(db, listSessions, here.actor, { limit: 1, cursor: first.nextCursor });
    expect(second).toMatchObject({ items: [{ id: here.actor.sessionId, current: true }], nextCursor: null });
    await expect(read(db, listSessions, here.actor, { cursor: "nonsense" })).rejects.toMatchObject({ code: "CURSOR_INVALID" });
    await expect(read(db, listSessions, ANONYMOUS, {})).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  it("ends one device at once, and again without harm", async () => {
    const { here, there } = await newcomer();
    const end = () => execute(db, revokeSession, here.actor, { sessionId: there.actor.sessionId }, anOrigin());
    await Promise.all([end(), end()]);
    expect(await actorOfToken(db, there.token)).toEqual(ANONYMOUS);
    expect(await actorOfToken(db, here.token)).toMatchObject({ kind: "person" });
    expect((await read(db, listSessions, here.actor, {})).items).toHaveLength(1);
  });

  it("does not end the session of somebody else, not even a colleague's", async () => {
    const [{ here }, other] = [await newcomer(), await newcomer()];
    await expect(execute(db, revokeSession, here.actor, { sessionId: other.here.actor.sessionId }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    expect(await actorOfToken(db, other.here.token)).toMatchObject({ kind: "person" });
  });

  it("ends all others and keeps this one", async () => {
    const { account, here, there } = await newcomer();
    await signedIn(db, account);
    expect(await execute(db, revokeOtherSessions, here.actor, {}, anOrigin())).toEqual({ revoked: 2 });
    expect(await actorOfToken(db, there.token)).toEqual(ANONYMOUS);
    expect(await actorOfToken(db, here.token)).toMatchObject({ sessionId: here.actor.sessionId });
  });

  it("acts for another of one's organisations, in this session only", async () => {
    const { account, here, there } = await newcomer();
    const agency = await anOrganisation(db, { kind: "SERVICE_AGENCY", name: "第二家单位" });
    const { id } = await db.db.membership.create({ data: { personId: account.personId, organisationId: agency.id, roles: ["TECHNOLOGY_MANAGER"], createdAt: new Date("2025-02-01T00:00:00Z") } });
    expect(await execute(db, switchMembership, here.actor, { membershipId: id }, anOrigin())).toEqual({ membershipId: id, organisation: "第二家单位" });
    expect(await actorOfToken(db, here.token)).toMatchObject({ organisation: { id: agency.id }, roles: ["TECHNOLOGY_MANAGER"] });
    expect(await actorOfToken(db, there.token)).toMatchObject({ organisation: { id: firm.id }, roles: ["BUYER"] });
    expect(await read(db, readSelf, here.actor, {})).toMatchObject({ memberships: [{ organisation: { id: firm.id } }, { organisation: { id: agency.id } }] });
  });

  it("does not act by somebody else's membership, nor by one that ended", async () => {
    const [{ here, account }, other] = [await newcomer(), await newcomer()];
    const go = (membershipId: string) => execute(db, switchMembership, here.actor, { membershipId }, anOrigin());
    await expect(go(other.account.membershipId)).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    await db.db.membership.update({ where: { id: account.membershipId }, data: { state: "ENDED" } });
    await expect(go(account.membershipId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("changes one's name, language and number, but to no number of somebody else", async () => {
    const { here } = await newcomer();
    const taken = await anAccount(db, firm, ["BUYER"], { phone: "13700000001" });
    const edit = (input: unknown) => execute(db, editSelf, here.actor, input, anOrigin());
    expect(await edit({ name: "林一舟", language: "en", phone: "137 0000 0002" })).toEqual({ name: "林一舟", language: "en", phone: "13700000002" });
    expect(await actorOfToken(db, here.token)).toMatchObject({ name: "林一舟", language: "en" });
    await expect(edit({ phone: "13700000001" })).rejects.toMatchObject({ fields: [{ path: "phone", code: "MOBILE_TAKEN" }] });
    expect(await edit({ phone: null })).toMatchObject({ phone: null });
    const both = await Promise.allSettled([edit({ phone: "13700000009" }), execute(db, editSelf, (await signedIn(db, taken)).actor, { phone: "13700000009" }, anOrigin())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
