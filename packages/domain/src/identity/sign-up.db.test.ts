import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisationDetails, PASSWORD, signedIn, tokenInMail } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS } from "../shared/actor.ts";
import { DomainError } from "../shared/errors.ts";
import { execute, read } from "../shared/execute.ts";
import { actorOfToken, confirmEmail, listColleagues, readSelf, resendConfirmation, signIn, signUp } from "./index.ts";
import { CONFIRMATIONS_AN_HOUR } from "./session.rules.ts";

let serial = 0;
const aPersonInput = (changes = {}) => ({ name: "周晓岚", email: `zhou${(serial += 1)}@xinxing.example`, password: PASSWORD, ...changes });

describe("X1 sign-up", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = (input: unknown) => execute(db, signUp, ANONYMOUS, input, anOrigin());
  const refusalOf = async (input: unknown) => {
    const error = await run(input).then(() => undefined, (thrown: unknown) => thrown);
    return error instanceof DomainError ? error.fields.map(({ path, code }) => `${path} ${code}`) : error;
  };

  it("makes a waiting organisation whose first person administers it and can sign in", async () => {
    const province = await anOrganisation(db, { kind: "GOVERNMENT", divisionCode: "330000", jurisdiction: "33", name: "浙江省科学技术厅" });
    const county = await anOrganisation(db, { kind: "GOVERNMENT", divisionCode: "330106", jurisdiction: "330106", name: "西湖区科学技术局" });
    const official = await aPerson(db, county, ["ADMINISTRATOR"]);
    await aPerson(db, province, ["ADMINISTRATOR"]);
    const person = aPersonInput({ phone: "138 1234 5678" });
    const { organisationId, personId, state, verifier } = await run({ person, organisation: organisationDetails() });
    expect({ state, verifier }).toEqual({ state: "PENDING", verifier: "西湖区科学技术局" });
    expect(await db.db.membership.findFirst({ where: { organisationId } })).toMatchObject({ personId, roles: ["ORG_ADMIN"] });
    expect(await db.db.notification.findMany({ where: { kind: "organisation.signed-up" } })).toMatchObject([{ personId: official.personId, link: `/desk/organisations/${organisationId}` }]);
    for (const identifier of [person.email, person.email.toUpperCase(), "13812345678", "+86 138-1234-5678"]) {
      expect(await execute(db, signIn, ANONYMOUS, { identifier, password: PASSWORD }, anOrigin()), identifier).toMatchObject({ outcome: "SIGNED_IN", personId });
    }
  });

  it("acts for nobody until the link in the mail was opened; opened twice, it says the same", async () => {
    const person = aPersonInput();
    const { organisationId, personId } = await run({ person, organisation: organisationDetails() });
    const account = { personId, membershipId: "", email: person.email, totpSecret: null };
    const before = await signedIn(db, account);
    expect(before.actor).toMatchObject({ organisation: null, roles: [] });
    expect(await read(db, readSelf, before.actor, {})).toMatchObject({ emailConfirmed: false });
    await expect(read(db, listColleagues, before.actor, {})).rejects.toMatchObject({ kind: "forbidden" });
    const token = await tokenInMail(db, person.email);
    for (let i = 0; i < 2; i += 1) expect(await execute(db, confirmEmail, ANONYMOUS, { token }, anOrigin())).toEqual({ confirmed: true });
    const after = await actorOfToken(db, before.token);
    expect(after).toMatchObject({ organisation: { id: organisationId }, roles: ["ORG_ADMIN"] });
    await expect(execute(db, resendConfirmation, before.actor, {}, anOrigin())).rejects.toMatchObject({ code: "EMAIL_CONFIRMED_ALREADY" });
  });

  it("mails the link again, but not without end; an old or forged link confirms nothing", async () => {
    const person = aPersonInput();
    const { personId } = await run({ person, organisation: organisationDetails() });
    const { actor } = await signedIn(db, { personId, membershipId: "", email: person.email, totpSecret: null });
    for (let i = 1; i < CONFIRMATIONS_AN_HOUR; i += 1) await execute(db, resendConfirmation, actor, {}, anOrigin());
    await expect(execute(db, resendConfirmation, actor, {}, anOrigin())).rejects.toMatchObject({ code: "CONFIRMATIONS_TOO_MANY" });
    const token = await tokenInMail(db, person.email);
    await db.db.emailConfirmation.updateMany({ where: { personId }, data: { expiresAt: new Date("2025-01-01T00:00:00Z") } });
    for (const wrong of [token, "x".repeat(43)]) await expect(execute(db, confirmEmail, ANONYMOUS, { token: wrong }, anOrigin())).rejects.toMatchObject({ code: "CONFIRMATION_LINK_INVALID" });
    expect(await db.db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ unconfirmedSince: expect.any(Date) as Date });
  });

  it("keeps no password and no identity number in the record", async () => {
    const organisation = organisationDetails({ kind: "INDIVIDUAL", partyType: "600", creditCode: "11010519491231002X", name: "独立发明人李" });
    const { organisationId } = await run({ person: aPersonInput(), organisation });
    const trail = JSON.stringify(await db.db.auditEntry.findMany({ where: { act: "person.sign-up" }, select: { before: true, after: true } }));
    expect(trail).toContain("110105***********X");
    expect(trail).not.toContain("11010519491231002X");
    expect(trail).not.toContain(PASSWORD);
    expect((await db.db.organisation.findUniqueOrThrow({ where: { id: organisationId } })).creditCode).toBe("11010519491231002X");
  });

  it.each([
    ["a credit code with a wrong check character", {}, { creditCode: "91350100M000100Y44" }, ["organisation.creditCode CREDIT_CODE_CHECK"]],
    ["a party type of another kind", {}, { partyType: "0221" }, ["organisation.partyType PARTY_TYPE_NOT_OF_KIND"]],
    ["an unknown division", {}, { divisionCode: "339999" }, ["organisation.divisionCode DIVISION_UNKNOWN"]],
    ["a natural person with a credit code", {}, { kind: "INDIVIDUAL", partyType: "600", creditCode: "91350100M000100Y43" }, ["organisation.creditCode IDENTITY_NUMBER_WRONG"]],
    ["an address that is none", { email: "zhou" }, {}, ["person.email EMAIL_FORM"]],
    ["a short password", { password: "ab3-xyz" }, {}, ["person.password PASSWORD_TOO_SHORT"]],
    ["a password with the own name", { password: "周晓岚的密码是十二个字以上" }, {}, ["person.password PASSWORD_CONTAINS_OWN_DATA"]],
  ])("refuses %s", async (_what, person, organisation, expected) => {
    const people = await db.db.person.count();
    expect(await refusalOf({ person: aPersonInput(person), organisation: organisationDetails(organisation) })).toEqual(expected);
    expect(await db.db.person.count()).toBe(people);
  });

  it("refuses an address, a number and an organisation that are there already, all at once", async () => {
    const [person, organisation] = [aPersonInput({ phone: "13900000001" }), organisationDetails()];
    await run({ person, organisation });
    expect(await refusalOf({ person, organisation })).toEqual(["person.email EMAIL_TAKEN", "person.phone MOBILE_TAKEN", "organisation.creditCode CREDIT_CODE_TAKEN"]);
  });

  it("lets one of two sign-ups of the same organisation through", async () => {
    const organisation = organisationDetails();
    const outcomes = await Promise.allSettled([run({ person: aPersonInput(), organisation }), run({ person: aPersonInput(), organisation })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.db.organisation.count({ where: { creditCode: String(organisation["creditCode"]) } })).toBe(1);
  });
});
