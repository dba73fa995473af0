import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, codeOf, PASSWORD, signedIn, type Account } from "../../testing/accounts.ts";
import { moveClockBy } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type ActingOrganisation } from "../shared/actor.ts";
import { execute } from "../shared/execute.ts";
import { actorOfToken, signIn, signOut } from "./index.ts";
import { recoveryCodeHash } from "./recovery-code.ts";

describe("X1 sign-in", () => {
  let db: TestDatabase;
  let firm: ActingOrganisation;
  beforeAll(async () => {
    db = await testDatabase();
    firm = await anOrganisation(db);
  });
  afterAll(() => db.drop());

  const tryIn = (account: Pick<Account, "email">, password = PASSWORD, code?: string) => execute(db, signIn, ANONYMOUS, { identifier: account.email, password, code }, anOrigin());
  const outcomeOf = async (...given: Parameters<typeof tryIn>) => (await tryIn(...given)).outcome;

  it("opens a session that stands for the person, its organisation and roles", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    const outcome = await tryIn(account);
    expect(outcome).toMatchObject({ outcome: "SIGNED_IN", secondFactor: false, mustEnrolSecondFactor: false });
    const { token } = outcome as { token: string };
    expect(await actorOfToken(db, token)).toMatchObject({ kind: "person", personId: account.personId, roles: ["BUYER"], organisation: { id: firm.id }, secondFactor: false });
    const row = await db.db.session.findFirstOrThrow({ where: { personId: account.personId } });
    expect(Buffer.from(row.tokenHash).toString("base64url")).not.toBe(token);
    expect(row).toMatchObject({ ip: "127.0.0.1", userAgent: "vitest" });
  });

  it("answers a wrong password, an unknown account and a disabled one alike", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    const disabled = await anAccount(db, firm, ["BUYER"]);
    await db.db.person.update({ where: { id: disabled.personId }, data: { state: "DISABLED" } });
    const answers = [await tryIn(account, "wrong"), await tryIn({ email: "nobody@test.example" }), await tryIn(disabled)];
    expect(answers).toEqual([{ outcome: "WRONG" }, { outcome: "WRONG" }, { outcome: "WRONG" }]);
  });

  it("rests an account after five wrong tries, also for the right password, and forgets them after a good one", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    for (let n = 0; n < 5; n += 1) expect(await outcomeOf(account, "wrong")).toBe("WRONG");
    expect(await outcomeOf(account)).toBe("RESTING");
    await db.db.person.update({ where: { id: account.personId }, data: { lockedUntil: new Date("2025-01-01T00:00:00Z") } });
    expect(await outcomeOf(account)).toBe("SIGNED_IN");
    expect(await db.db.person.findUnique({ where: { id: account.personId } })).toMatchObject({ failedSignIns: 0, lockedUntil: null });
  });

  it("counts every one of many tries at once", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcomeOf(account, "wrong")));
    expect(outcomes.filter((outcome) => outcome === "WRONG")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "RESTING")).toHaveLength(7);
  });

  it("asks for a code where an authenticator is set, takes each code once, and counts wrong ones", async () => {
    const account = await anAccount(db, firm, ["BUYER"], { secondFactor: true });
    expect(await outcomeOf(account)).toBe("CODE_NEEDED");
    expect(await outcomeOf(account, PASSWORD, "000000")).toBe("CODE_WRONG");
    const code = codeOf(account.totpSecret!);
    expect(await tryIn(account, PASSWORD, code)).toMatchObject({ outcome: "SIGNED_IN", secondFactor: true });
    expect(await outcomeOf(account, PASSWORD, code)).toBe("CODE_WRONG");
    expect(await db.db.person.findUnique({ where: { id: account.personId } })).toMatchObject({ failedSignIns: 1 });
  });

  it("lets one of two tries with the same code through", async () => {
    const account = await anAccount(db, firm, ["BUYER"], { secondFactor: true });
    const code = codeOf(account.totpSecret!);
    const outcomes = await Promise.all([outcomeOf(account, PASSWORD, code), outcomeOf(account, PASSWORD, code)]);
    expect(outcomes.toSorted()).toEqual(["CODE_WRONG", "SIGNED_IN"]);
  });

  it("takes a recovery code in place of the authenticator's, once", async () => {
    const account = await anAccount(db, firm, ["BUYER"], { secondFactor: true });
    await db.db.recoveryCode.create({ data: { personId: account.personId, codeHash: recoveryCodeHash("abcdef-234567") } });
    expect(await outcomeOf(account, PASSWORD, "ABCDEF 234567")).toBe("SIGNED_IN");
    expect(await outcomeOf(account, PASSWORD, "abcdef-234567")).toBe("CODE_WRONG");
  });

  it("says when an official has to set up a second factor first", async () => {
    const office = await anOrganisation(db, { kind: "REGISTRATION_OFFICE", jurisdiction: "33", officeNo: "01" });
    const registrar = await anAccount(db, office, ["REGISTRAR"]);
    expect(await tryIn(registrar)).toMatchObject({ outcome: "SIGNED_IN", secondFactor: false, mustEnrolSecondFactor: true });
  });

  it("a session ends when it is signed out, expires, or its person is disabled; a membership that ended gives nothing", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    const [out, old, left, gone] = [await signedIn(db, account), await signedIn(db, account), await signedIn(db, account), await signedIn(db, account)];
    await execute(db, signOut, out.actor, {}, anOrigin());
    expect(await actorOfToken(db, out.token)).toEqual(ANONYMOUS);
    await db.db.session.update({ where: { id: old.actor.sessionId }, data: { expiresAt: new Date("2025-01-01T00:00:00Z") } });
    expect(await actorOfToken(db, old.token)).toEqual(ANONYMOUS);
    await db.db.membership.update({ where: { id: account.membershipId }, data: { state: "ENDED" } });
    expect(await actorOfToken(db, left.token)).toMatchObject({ kind: "person", organisation: null, roles: [] });
    await db.db.person.update({ where: { id: account.personId }, data: { state: "DISABLED" } });
    expect(await actorOfToken(db, gone.token)).toEqual(ANONYMOUS);
    expect(await actorOfToken(db, "no such token")).toEqual(ANONYMOUS);
  });

  it("does not depend on the domain clock of a demonstration", async () => {
    const { token, actor } = await signedIn(db, await anAccount(db, firm, ["BUYER"]));
    await moveClockBy(db, 30 * 86_400_000);
    expect(await actorOfToken(db, token)).toMatchObject({ sessionId: actor.sessionId });
  });

  it("refuses to sign out who is not signed in", async () => {
    await expect(execute(db, signOut, ANONYMOUS, {}, anOrigin())).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });
});
