import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, PASSWORD, signedIn, tokenInMail } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type ActingOrganisation } from "../shared/actor.ts";
import { execute } from "../shared/execute.ts";
import { actorOfToken, changePassword, requestPasswordReset, resetPassword, signIn } from "./index.ts";

const NEXT = "seven-boats-under-9-bridges";

describe("X1 password", () => {
  let db: TestDatabase;
  let firm: ActingOrganisation;
  beforeAll(async () => {
    db = await testDatabase();
    firm = await anOrganisation(db);
  });
  afterAll(() => db.drop());

  const ask = (email: string) => execute(db, requestPasswordReset, ANONYMOUS, { email }, anOrigin());
  const reset = (token: string, password = NEXT) => execute(db, resetPassword, ANONYMOUS, { token, password }, anOrigin());
  const signInWith = (email: string, password: string) => execute(db, signIn, ANONYMOUS, { identifier: email, password }, anOrigin());

  it("is set anew by the link in the mail: every session ends, a resting account wakes", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    const { token: session } = await signedIn(db, account);
    await db.db.person.update({ where: { id: account.personId }, data: { failedSignIns: 9, lockedUntil: new Date("2099-01-01T00:00:00Z") } });
    expect(await ask(account.email.toUpperCase())).toEqual({ requested: true });
    expect(await reset(await tokenInMail(db, account.email))).toEqual({ reset: true });
    expect(await actorOfToken(db, session)).toEqual(ANONYMOUS);
    expect(await signInWith(account.email, PASSWORD)).toMatchObject({ outcome: "WRONG" });
    expect(await signInWith(account.email, NEXT)).toMatchObject({ outcome: "SIGNED_IN" });
    expect(await db.db.notification.count({ where: { personId: account.personId, kind: "account.password-changed" } })).toBe(1);
  });

  it("answers for an unknown address as for a known one, and posts nothing", async () => {
    const mails = await db.db.mailMessage.count();
    expect(await ask("nobody@test.example")).toEqual({ requested: true });
    expect(await db.db.mailMessage.count()).toBe(mails);
  });

  it("sends three links an hour at most and says no word of it", async () => {
    const { email } = await anAccount(db, firm, ["BUYER"]);
    for (let n = 0; n < 5; n += 1) expect(await ask(email)).toEqual({ requested: true });
    expect(await db.db.mailMessage.count({ where: { recipient: email } })).toBe(3);
  });

  it("a link works once, also when it is used twice at once", async () => {
    const { email } = await anAccount(db, firm, ["BUYER"]);
    await ask(email);
    const token = await tokenInMail(db, email);
    const outcomes = await Promise.allSettled([reset(token), reset(token, "another-11-long-phrase")]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(reset(token)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
  });

  it("a used link takes the other open links with it; an old or invented one is refused", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    await ask(account.email);
    const first = await tokenInMail(db, account.email);
    await ask(account.email);
    await reset(await tokenInMail(db, account.email));
    await expect(reset(first)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
    await ask(account.email);
    const late = await tokenInMail(db, account.email);
    await db.db.passwordReset.updateMany({ where: { personId: account.personId, usedAt: null }, data: { expiresAt: new Date("2025-01-01T00:00:00Z") } });
    await expect(reset(late)).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
    await expect(reset("an-invented-token-of-some-length")).rejects.toMatchObject({ code: "RESET_LINK_INVALID" });
  });

  it("a bad new password leaves the link usable", async () => {
    const { email } = await anAccount(db, firm, ["BUYER"]);
    await ask(email);
    const token = await tokenInMail(db, email);
    await expect(reset(token, "short")).rejects.toMatchObject({ code: "INPUT_INVALID", fields: expect.arrayContaining([expect.objectContaining({ path: "password", code: "PASSWORD_TOO_SHORT" })]) });
    expect(await reset(token)).toEqual({ reset: true });
  });

  it("is changed by its owner against the present one; other devices are signed out, this one stays", async () => {
    const account = await anAccount(db, firm, ["BUYER"]);
    const [here, there] = [await signedIn(db, account), await signedIn(db, account)];
    const change = (current: string) => execute(db, changePassword, here.actor, { current, next: NEXT }, anOrigin());
    await expect(change("not the present one")).rejects.toMatchObject({ fields: [{ path: "current", code: "PASSWORD_WRONG" }] });
    expect(await change(PASSWORD)).toEqual({ changed: true });
    expect(await actorOfToken(db, here.token)).toMatchObject({ kind: "person" });
    expect(await actorOfToken(db, there.token)).toEqual(ANONYMOUS);
    await expect(execute(db, changePassword, ANONYMOUS, { current: PASSWORD, next: NEXT }, anOrigin())).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
  });

  it("never stands in the record or in the outbox", async () => {
    const everything = JSON.stringify([await db.db.auditEntry.findMany({ select: { before: true, after: true } }), await db.db.outboxEvent.findMany({ select: { payload: true } })]);
    expect(everything).not.toContain(PASSWORD);
    expect(everything).not.toContain(NEXT);
  });
});
