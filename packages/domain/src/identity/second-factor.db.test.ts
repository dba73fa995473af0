import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, codeOf, PASSWORD, signedIn } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type ActingOrganisation, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { seal } from "../shared/secret-box.ts";
import { actorOfToken, confirmSecondFactor, enrolSecondFactor, readSelf, renewRecoveryCodes, signIn } from "./index.ts";

const HALF_A_MINUTE = 30_000;

describe("X1 second factor", () => {
  let db: TestDatabase;
  let venue: ActingOrganisation;
  beforeAll(async () => {
    db = await testDatabase();
    venue = await anOrganisation(db, { kind: "VENUE" });
  });
  afterAll(() => db.drop());

  const enrol = (actor: PersonActor, password = PASSWORD) => execute(db, enrolSecondFactor, actor, { password }, anOrigin());
  const confirm = (actor: PersonActor, ticket: string, code: string) => execute(db, confirmSecondFactor, actor, { ticket, code }, anOrigin());
  const newcomer = async (options = {}) => {
    const account = await anAccount(db, venue, ["VENUE_OPERATOR"], options);
    return { account, ...(await signedIn(db, account)) };
  };

  it("is set up by the first code: this session counts, others end, ten recovery codes are shown once", async () => {
    const { account, actor, token } = await newcomer();
    const other = await signedIn(db, account);
    const offer = await enrol(actor);
    expect(offer.address).toContain("otpauth://totp/");
    expect(offer.address).toContain(offer.secret);
    expect(await read(db, readSelf, actor, {})).toMatchObject({ secondFactorEnrolled: false, secondFactorRequired: true });

    const { recoveryCodes } = await confirm(actor, offer.ticket, codeOf(offer.secret));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await actorOfToken(db, token)).toMatchObject({ secondFactor: true });
    expect(await actorOfToken(db, other.token)).toEqual(ANONYMOUS);
    expect(await read(db, readSelf, actor, {})).toMatchObject({ secondFactorEnrolled: true, recoveryCodesLeft: 10 });
    const outcome = await execute(db, signIn, ANONYMOUS, { identifier: account.email, password: PASSWORD, code: recoveryCodes[0] }, anOrigin());
    expect(outcome).toMatchObject({ outcome: "SIGNED_IN", secondFactor: true, mustEnrolSecondFactor: false });
  });

  it("keeps neither the secret nor the codes readable", async () => {
    const { account, actor } = await newcomer();
    const offer = await enrol(actor);
    const { recoveryCodes } = await confirm(actor, offer.ticket, codeOf(offer.secret));
    const person = await db.db.person.findUniqueOrThrow({ where: { id: account.personId } });
    const trail = JSON.stringify(await db.db.auditEntry.findMany({ where: { personId: account.personId }, select: { before: true, after: true } }));
    expect(person.totpSecret).not.toContain(offer.secret);
    for (const secret of [offer.secret, ...recoveryCodes]) expect(trail).not.toContain(secret);
  });

  it("needs the password to begin and the right code to end", async () => {
    const { actor } = await newcomer();
    await expect(enrol(actor, "wrong")).rejects.toMatchObject({ fields: [{ path: "password", code: "PASSWORD_WRONG" }] });
    const { ticket, secret } = await enrol(actor);
    await expect(confirm(actor, ticket, "000000")).rejects.toMatchObject({ fields: [{ path: "code", code: "SECOND_FACTOR_CODE_WRONG" }] });
    await confirm(actor, ticket, codeOf(secret));
  });

  it("lets one of two confirmations at once through, and no later one with the same code", async () => {
    const { actor } = await newcomer();
    const { ticket, secret } = await enrol(actor);
    const code = codeOf(secret);
    const outcomes = await Promise.allSettled([confirm(actor, ticket, code), confirm(actor, ticket, code)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(confirm({ ...actor, secondFactor: true }, ticket, code)).rejects.toMatchObject({ fields: [{ code: "SECOND_FACTOR_CODE_WRONG" }] });
  });

  it("refuses a ticket that is somebody else's, forged, too old or sealed for something else", async () => {
    const [one, other] = [await newcomer(), await newcomer()];
    const { ticket, secret } = await enrol(other.actor);
    const key = db.config.secretKey;
    const old = seal(key, JSON.stringify({ purpose: "enrol-second-factor", personId: one.actor.personId, secret, expiresAt: "2025-01-01T00:00:00Z" }));
    const strange = seal(key, JSON.stringify({ purpose: "reserve", personId: one.actor.personId, secret, expiresAt: "2099-01-01T00:00:00Z" }));
    for (const bad of [ticket, "bm8gdGlja2V0IGF0IGFsbCwganVzdCB0ZXh0", old, strange]) {
      await expect(confirm(one.actor, bad, codeOf(secret))).rejects.toMatchObject({ code: "ENROLMENT_EXPIRED" });
    }
  });

  it("is replaced only from a session opened with it", async () => {
    const { actor } = await newcomer({ secondFactor: true });
    await expect(enrol({ ...actor, secondFactor: false })).rejects.toMatchObject({ code: "SECOND_FACTOR_IN_PLACE" });
    const { ticket, secret } = await enrol(actor);
    await expect(confirm({ ...actor, secondFactor: false }, ticket, codeOf(secret, HALF_A_MINUTE))).rejects.toMatchObject({ code: "SECOND_FACTOR_IN_PLACE" });
    expect((await confirm(actor, ticket, codeOf(secret, HALF_A_MINUTE))).recoveryCodes).toHaveLength(10);
  });

  it("gives new recovery codes against a code, which void the old ones", async () => {
    const { account, actor } = await newcomer({ secondFactor: true });
    const renew = (who: PersonActor, code: string) => execute(db, renewRecoveryCodes, who, { code }, anOrigin());
    await expect(renew(actor, "000000")).rejects.toMatchObject({ fields: [{ code: "SECOND_FACTOR_CODE_WRONG" }] });
    const { recoveryCodes } = await renew(actor, codeOf(account.totpSecret!, HALF_A_MINUTE));
    expect(recoveryCodes).toHaveLength(10);
    expect(await db.db.recoveryCode.count({ where: { personId: account.personId } })).toBe(10);
    await expect(renew((await newcomer()).actor, "123456")).rejects.toMatchObject({ code: "SECOND_FACTOR_NOT_SET" });
  });
});
