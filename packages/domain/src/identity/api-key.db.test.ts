import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type ActingOrganisation, type Actor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { actorOfKey, createApiKey, listApiKeys, readOrganisation, revokeApiKey } from "./index.ts";

describe("X1 API keys", () => {
  let db: TestDatabase;
  let university: ActingOrganisation;
  let head: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    university = await anOrganisation(db, { kind: "UNIVERSITY" });
    head = await aPerson(db, university, ["ORG_ADMIN"]);
  });
  afterAll(() => db.drop());

  const make = (scopes: string[], actor: Actor = head) => execute(db, createApiKey, actor, { name: "科研系统对接", scopes, validDays: 30 }, anOrigin());
  const codeOf = (act: Promise<unknown>) => act.then(() => "done", (error: { code: string; fields: { code: string }[] }) => error.fields[0]?.code ?? error.code);

  it("acts for the organisation within its scopes, and is shown once", async () => {
    const { key, apiKeyId } = await make(["organisation.read", "result.draft", "result.draft"]);
    expect(key).toMatch(/^ttx_[a-z0-9]{10}_[\w-]{43}$/);
    const actor = await actorOfKey(db, key);
    expect(actor).toMatchObject({ kind: "key", apiKeyId, organisation: { id: university.id }, roles: ["SELLER", "BUYER", "TECHNOLOGY_MANAGER"], scopes: ["organisation.read", "result.draft"] });
    expect(await read(db, readOrganisation, actor, { organisationId: university.id })).toMatchObject({ id: university.id });
    const kept = JSON.stringify([await read(db, listApiKeys, head, {}), await db.db.auditEntry.findMany({ where: { subjectId: apiKeyId }, select: { after: true } })]);
    expect(kept).not.toContain(key.slice(15));
    expect((await read(db, listApiKeys, head, {})).items[0]).toMatchObject({ id: apiKeyId, state: "ACTIVE", lastUsedAt: expect.any(Date) });
  });

  it("does nothing outside its scopes, not even what its roles may", async () => {
    const actor = await actorOfKey(db, (await make(["result.search"])).key);
    expect(await codeOf(read(db, readOrganisation, actor, { organisationId: university.id }))).toBe("KEY_SCOPE_MISSING");
    expect(await codeOf(make(["result.search"], actor))).toBe("NOT_PERMITTED");
  });

  it("never gets scopes of people, officials or other kinds of organisation", async () => {
    for (const scope of ["api-key.create", "person.edit-self", "recognition.register", "listing.accept", "no.such-act"]) expect(await codeOf(make([scope]))).toBe("SCOPE_NOT_FOR_KEYS");
    expect(await codeOf(make([]))).toMatch(/^zod:/);
  });

  it("ends at once when revoked or expired, and a wrong secret is nobody", async () => {
    const [one, two] = [await make(["result.search"]), await make(["result.search"])];
    const revoke = (actor: Actor) => codeOf(execute(db, revokeApiKey, actor, { apiKeyId: one.apiKeyId }, anOrigin()));
    expect(await revoke(await aPerson(db, await anOrganisation(db), ["ORG_ADMIN"]))).toBe("NOT_PERMITTED");
    expect(await revoke(head)).toBe("done");
    expect(await revoke(head)).toBe("done");
    expect(await actorOfKey(db, one.key)).toEqual(ANONYMOUS);
    expect(await actorOfKey(db, `${two.key.slice(0, -4)}0000`)).toEqual(ANONYMOUS);
    await db.db.apiKey.update({ where: { id: two.apiKeyId }, data: { expiresAt: new Date("2025-01-01T00:00:00Z") } });
    expect(await actorOfKey(db, two.key)).toEqual(ANONYMOUS);
    expect((await read(db, listApiKeys, head, {})).items.map(({ state }) => state)).toEqual(expect.arrayContaining(["REVOKED", "EXPIRED"]));
  });

  it("belongs to administrators of the organisation alone", async () => {
    const colleague = await aPerson(db, university, ["SELLER"]);
    expect(await codeOf(make(["result.search"], colleague))).toBe("NOT_PERMITTED");
    expect(await codeOf(read(db, listApiKeys, colleague, {}))).toBe("NOT_PERMITTED");
    expect(await codeOf(read(db, listApiKeys, ANONYMOUS, {}))).toBe("NOT_SIGNED_IN");
  });
});
