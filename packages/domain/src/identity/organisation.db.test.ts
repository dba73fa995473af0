import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisationDetails } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation, aPerson, type OrganisationOptions } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type Actor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { editOrganisation, listOrganisations, readOrganisation, reinstateOrganisation, rejectOrganisation, suspendOrganisation, verifyOrganisation } from "./index.ts";

const REASON = "营业执照与登记名称不一致";

describe("X1 verification of organisations", () => {
  let db: TestDatabase;
  let province: PersonActor;
  let county: PersonActor;
  let elsewhere: PersonActor;
  let nation: PersonActor;

  const anOfficial = async (jurisdiction: string, role: "ADMINISTRATOR" | "NATIONAL_ADMINISTRATOR" = "ADMINISTRATOR") =>
    aPerson(db, await anOrganisation(db, { kind: "GOVERNMENT", jurisdiction, divisionCode: jurisdiction.padEnd(6, "0") || "110000" }), [role]);
  const waiting = (options: OrganisationOptions = {}) => anOrganisation(db, { state: "PENDING", ...options });
  const verify = (actor: Actor, organisationId: string, powers = {}) => execute(db, verifyOrganisation, actor, { organisationId, ...powers }, anOrigin());
  const withReason = (useCase: typeof rejectOrganisation, actor: Actor, organisationId: string) => execute(db, useCase, actor, { organisationId, reason: REASON }, anOrigin());
  const codeOf = (act: Promise<unknown>) => act.then(() => "done", (error: { code: string; fields: { code: string }[] }) => error.fields[0]?.code ?? error.code);

  beforeAll(async () => {
    db = await testDatabase();
    [province, county, elsewhere, nation] = [await anOfficial("33"), await anOfficial("330106"), await anOfficial("32"), await anOfficial("", "NATIONAL_ADMINISTRATOR")];
  });
  afterAll(() => db.drop());

  it("is done by an administrator of the place, at any level above it, and the organisation is told", async () => {
    for (const official of [province, county, nation]) {
      const firm = await waiting();
      const head = await aPerson(db, firm, ["ORG_ADMIN"]);
      expect(await verify(official, firm.id)).toEqual({ organisationId: firm.id, state: "VERIFIED" });
      expect(await db.db.organisation.findUnique({ where: { id: firm.id } })).toMatchObject({ state: "VERIFIED", verifiedById: official.personId });
      expect(await db.db.notification.count({ where: { personId: head.personId, kind: "organisation.verified" } })).toBe(1);
      expect(await db.db.mailMessage.count({ where: { body: { contains: firm.name } } })).toBe(1);
    }
  });

  it("is refused to other provinces, other roles, sessions without a second factor and anonymous callers", async () => {
    const firm = await waiting();
    const own = await aPerson(db, firm, ["ORG_ADMIN"]);
    expect(await codeOf(verify(elsewhere, firm.id))).toBe("NOT_PERMITTED");
    expect(await codeOf(verify(own, firm.id))).toBe("NOT_PERMITTED");
    expect(await codeOf(verify({ ...province, roles: ["AUDITOR"] }, firm.id))).toBe("NOT_PERMITTED");
    expect(await codeOf(verify({ ...province, secondFactor: false }, firm.id))).toBe("SECOND_FACTOR_REQUIRED");
    expect(await codeOf(verify(ANONYMOUS, firm.id))).toBe("NOT_SIGNED_IN");
    expect(await codeOf(verify(province, "018f0000-0000-7000-8000-000000000000"))).toBe("NOT_FOUND");
    expect(await db.db.organisation.findUnique({ where: { id: firm.id } })).toMatchObject({ state: "PENDING" });
  });

  it("gives offices and authorities an area within, and below, the administrator's own", async () => {
    const office = await waiting({ kind: "REGISTRATION_OFFICE" });
    expect(await codeOf(verify(province, office.id, { jurisdiction: "3301" }))).toBe("OFFICE_NO_NEEDED");
    expect(await codeOf(verify(province, office.id, { jurisdiction: "32", officeNo: "03" }))).toBe("JURISDICTION_TOO_WIDE");
    await verify(province, office.id, { jurisdiction: "3301", officeNo: "03" });
    expect(await db.db.organisation.findUnique({ where: { id: office.id } })).toMatchObject({ jurisdiction: "3301", officeNo: "03" });
    const equal = await waiting({ kind: "GOVERNMENT", divisionCode: "330000" });
    expect(await codeOf(verify(province, equal.id, { jurisdiction: "33" }))).toBe("JURISDICTION_TOO_WIDE");
    expect(await codeOf(verify(nation, equal.id, { jurisdiction: "33" }))).toBe("done");
    expect(await codeOf(verify(province, (await waiting()).id, { jurisdiction: "33" }))).toBe("POWERS_NOT_FOR_KIND");
  });

  it("happens once: the second of two at once, and any later one, hears that it is done", async () => {
    const firm = await waiting();
    const outcomes = await Promise.all([codeOf(verify(province, firm.id)), codeOf(withReason(rejectOrganisation, county, firm.id))]);
    expect(outcomes.filter((code) => code === "done")).toHaveLength(1);
    expect(["CHANGED_MEANWHILE", "STATE_FORBIDS_EVENT"]).toContain(outcomes.find((code) => code !== "done"));
    expect(await codeOf(verify(province, firm.id))).toBe("STATE_FORBIDS_EVENT");
  });

  it("rejected details come back corrected and wait again; verified ones are closed to their owner", async () => {
    const firm = await waiting();
    const head = await aPerson(db, firm, ["ORG_ADMIN"]);
    await withReason(rejectOrganisation, province, firm.id);
    expect(await read(db, readOrganisation, head, { organisationId: firm.id })).toMatchObject({ state: "REJECTED", stateReason: REASON, may: { edit: true, verify: false } });
    const details = organisationDetails({ name: "更名后的公司" });
    expect(await execute(db, editOrganisation, head, details, anOrigin())).toEqual({ organisationId: firm.id, state: "PENDING" });
    expect(await db.db.organisation.findUnique({ where: { id: firm.id } })).toMatchObject({ name: "更名后的公司", stateReason: null });
    await verify(county, firm.id);
    expect(await codeOf(execute(db, editOrganisation, head, details, anOrigin()))).toBe("ORGANISATION_EDIT_CLOSED");
    expect(await codeOf(execute(db, editOrganisation, { ...head, roles: ["BUYER"] }, details, anOrigin()))).toBe("NOT_PERMITTED");
  });

  it("no correction takes the credit code of another organisation", async () => {
    const other = await db.db.organisation.findFirstOrThrow();
    await db.db.organisation.update({ where: { id: other.id }, data: { creditCode: "91350100M000100Y43" } });
    const head = await aPerson(db, await waiting(), ["ORG_ADMIN"]);
    expect(await codeOf(execute(db, editOrganisation, head, organisationDetails({ creditCode: "91350100M000100Y43" }), anOrigin()))).toBe("CREDIT_CODE_TAKEN");
  });

  it("suspends and reinstates, and a suspended venue's people have no powers", async () => {
    const venue = await anOrganisation(db, { kind: "VENUE" });
    await withReason(suspendOrganisation, province, venue.id);
    expect(await codeOf(withReason(suspendOrganisation, province, venue.id))).toBe("STATE_FORBIDS_EVENT");
    expect(await codeOf(withReason(suspendOrganisation, elsewhere, venue.id))).toBe("NOT_PERMITTED");
    const again = () => execute(db, reinstateOrganisation, county, { organisationId: venue.id }, anOrigin());
    expect(await codeOf(execute(db, reinstateOrganisation, elsewhere, { organisationId: venue.id }, anOrigin()))).toBe("NOT_PERMITTED");
    expect(await again()).toEqual({ organisationId: venue.id, state: "VERIFIED" });
    expect(await codeOf(again())).toBe("STATE_FORBIDS_EVENT");
  });

  it("an administrator does not verify the own body", async () => {
    const body = province.organisation!;
    await db.db.organisation.update({ where: { id: body.id }, data: { state: "PENDING" } });
    expect(await codeOf(verify(province, body.id, { jurisdiction: "3301" }))).toBe("NOT_PERMITTED");
    await db.db.organisation.update({ where: { id: body.id }, data: { state: "VERIFIED" } });
  });

  it("records who did it, where, and what changed", async () => {
    const firm = await waiting();
    await withReason(rejectOrganisation, county, firm.id);
    expect(await db.db.auditEntry.findFirst({ where: { subjectId: firm.id } })).toMatchObject({
      act: "organisation.reject", personId: county.personId, divisionCode: "330106", before: { state: "PENDING" }, after: { state: "REJECTED", reason: REASON },
    });
  });

  it("lists the organisations of one's area, filtered, in pages that never repeat", async () => {
    const suzhou = await waiting({ divisionCode: "320500", name: "苏州试验公司" });
    const list = (actor: Actor, input = {}) => read(db, listOrganisations, actor, input);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list(province, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await db.db.organisation.count({ where: { divisionCode: { startsWith: "33" } } }));
    expect(seen).not.toContain(suzhou.id);
    expect((await list(nation, { text: "苏州", state: "PENDING" })).items).toMatchObject([{ id: suzhou.id, state: "PENDING" }]);
    expect((await list(nation, { within: "3205" })).items).toHaveLength(1);
    expect((await list(province, { kind: "VENUE" })).items.every(({ kind }) => kind === "VENUE")).toBe(true);
    expect(await codeOf(list(province, { within: "32" }))).toBe("NOT_PERMITTED");
    expect(await codeOf(list(county, { within: "33" }))).toBe("NOT_PERMITTED");
    expect(await codeOf(list(await aPerson(db, suzhou, ["ORG_ADMIN"])))).toBe("NOT_PERMITTED");
    expect(await codeOf(list(province, { cursor: "W10=" }))).toBe("CURSOR_INVALID");
  });

  it("shows a natural person's number in part to officials, in full to the person", async () => {
    const person = await waiting({ kind: "INDIVIDUAL" });
    await db.db.organisation.update({ where: { id: person.id }, data: { partyType: "600", creditCode: "11010519491231002X" } });
    const self = await aPerson(db, person, ["ORG_ADMIN"]);
    expect(await read(db, readOrganisation, county, { organisationId: person.id })).toMatchObject({ creditCode: "110105***********X", verifier: expect.any(String) });
    expect(await read(db, readOrganisation, self, { organisationId: person.id })).toMatchObject({ creditCode: "11010519491231002X", rolesToGive: ["ORG_ADMIN", "SELLER", "BUYER"] });
    expect(await codeOf(read(db, readOrganisation, elsewhere, { organisationId: person.id }))).toBe("NOT_PERMITTED");
  });
});
