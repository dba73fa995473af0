import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, PASSWORD, signedIn, tokenInMail } from "../../testing/accounts.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import { ANONYMOUS, type ActingOrganisation, type Actor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import {
  acceptInvitation, actorOfToken, endMembership, inviteColleague, listColleagues, listInvitations, readInvitation, revokeInvitation, setColleagueRoles, signIn,
} from "./index.ts";

let serial = 0;
const newAddress = () => `colleague${(serial += 1)}@test.example`;
const NEW = { name: "何新宇", password: PASSWORD };

describe("X1 colleagues", () => {
  let db: TestDatabase;
  let firm: ActingOrganisation;
  let head: PersonActor;
  let stranger: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    firm = await anOrganisation(db, { name: "甬江精密制造有限公司" });
    [head, stranger] = [await aPerson(db, firm, ["ORG_ADMIN"]), await aPerson(db, await anOrganisation(db), ["ORG_ADMIN"])];
  });
  afterAll(() => db.drop());

  const invite = (email: string, roles = ["BUYER"], actor: Actor = head) => execute(db, inviteColleague, actor, { email, roles }, anOrigin());
  const accept = (token: string, input = {}, actor: Actor = ANONYMOUS) => execute(db, acceptInvitation, actor, { token, ...input }, anOrigin());
  const lookUp = (token: string, actor: Actor = ANONYMOUS) => read(db, readInvitation, actor, { token });
  const setRoles = (membershipId: string, roles: string[], actor: Actor = head) => execute(db, setColleagueRoles, actor, { membershipId, roles }, anOrigin());
  const end = (membershipId: string, actor: Actor = head) => execute(db, endMembership, actor, { membershipId }, anOrigin());
  const codeOf = (act: Promise<unknown>) => act.then(() => "done", (error: { code: string; fields: { code: string }[] }) => error.fields[0]?.code ?? error.code);

  describe("invitations", () => {
    it("brings somebody new in with the roles that were offered", async () => {
      const email = newAddress();
      await invite(email, ["BUYER", "SELLER", "BUYER"]);
      const token = await tokenInMail(db, email);
      expect(await lookUp(token)).toMatchObject({ organisation: firm.name, inviter: head.name, email, roles: ["BUYER", "SELLER"], hasAccount: false, isYou: false });
      expect(await accept(token, NEW)).toMatchObject({ organisation: firm.name, email, isNew: true });
      expect(await execute(db, signIn, ANONYMOUS, { identifier: email, password: PASSWORD }, anOrigin())).toMatchObject({ outcome: "SIGNED_IN", name: "何新宇" });
      expect(await codeOf(accept(token, NEW))).toBe("INVITATION_INVALID");
      expect(await codeOf(lookUp(token))).toBe("INVITATION_INVALID");
    });

    it("lets one of two acceptances at once through", async () => {
      const email = newAddress();
      await invite(email);
      const token = await tokenInMail(db, email);
      const outcomes = await Promise.all([codeOf(accept(token, NEW)), codeOf(accept(token, NEW))]);
      expect(outcomes.toSorted()).toEqual(["INVITATION_INVALID", "done"]);
    });

    it("asks somebody who has an account to sign in to it, and nobody else", async () => {
      const account = await anAccount(db, await anOrganisation(db), ["BUYER"]);
      await invite(account.email);
      const token = await tokenInMail(db, account.email);
      expect(await codeOf(accept(token, NEW))).toBe("INVITATION_SIGN_IN_FIRST");
      expect(await codeOf(accept(token, {}, stranger))).toBe("INVITATION_FOR_ANOTHER");
      const { actor } = await signedIn(db, account);
      expect(await lookUp(token, actor)).toMatchObject({ hasAccount: true, isYou: true });
      expect(await accept(token, {}, actor)).toMatchObject({ isNew: false });
      expect(await db.db.membership.count({ where: { personId: account.personId, state: "ACTIVE" } })).toBe(2);
    });

    it("a refused acceptance leaves the invitation open", async () => {
      const email = newAddress();
      await invite(email);
      const token = await tokenInMail(db, email);
      expect(await codeOf(accept(token))).toBe("NAME_NEEDED");
      expect(await codeOf(accept(token, { name: "何新宇", password: "short" }))).toBe("PASSWORD_TOO_SHORT");
      expect(await codeOf(accept(token, NEW))).toBe("done");
    });

    it("a newer invitation, a revocation and seven days each close it", async () => {
      const email = newAddress();
      await invite(email);
      const first = await tokenInMail(db, email);
      const { invitationId } = await invite(email, ["SELLER"]);
      const second = await tokenInMail(db, email);
      expect(await codeOf(accept(first, NEW))).toBe("INVITATION_INVALID");
      const revoke = (actor: Actor) => codeOf(execute(db, revokeInvitation, actor, { invitationId }, anOrigin()));
      expect(await revoke(stranger)).toBe("NOT_PERMITTED");
      expect(await revoke(head)).toBe("done");
      expect(await revoke(head)).toBe("INVITATION_INVALID");
      expect(await codeOf(accept(second, NEW))).toBe("INVITATION_INVALID");
      await invite(email);
      const third = await tokenInMail(db, email);
      await db.db.invitation.updateMany({ where: { email, revokedAt: null }, data: { expiresAt: new Date("2025-01-01T00:00:00Z") } });
      expect(await codeOf(accept(third, NEW))).toBe("INVITATION_INVALID");
    });

    it("only administrators invite, only to roles their organisation has, and only whom they have not got yet", async () => {
      const colleague = await aPerson(db, firm, ["BUYER"]);
      expect(await codeOf(invite(newAddress(), ["BUYER"], colleague))).toBe("NOT_PERMITTED");
      expect(await codeOf(invite(newAddress(), ["REGISTRAR"]))).toBe("ROLE_NOT_FOR_KIND");
      const { email } = await db.db.person.findUniqueOrThrow({ where: { id: colleague.personId } });
      expect(await codeOf(invite(email!))).toBe("ALREADY_COLLEAGUE");
      const waiting = await aPerson(db, await anOrganisation(db, { kind: "VENUE", state: "PENDING" }), ["ORG_ADMIN"]);
      expect(await codeOf(invite(newAddress(), ["AUCTIONEER"], waiting))).toBe("ROLE_NEEDS_VERIFIED_ORGANISATION");
      expect(await codeOf(invite(newAddress(), ["ORG_ADMIN"], waiting))).toBe("done");
    });

    it("lists the open ones to administrators", async () => {
      const { invitationId } = await invite(newAddress());
      expect((await read(db, listInvitations, head, {})).items.map(({ id }) => id)).toContain(invitationId);
      expect((await read(db, listInvitations, stranger, {})).items).toEqual([]);
      expect(await codeOf(read(db, listInvitations, await aPerson(db, firm, ["BUYER"]), {}))).toBe("NOT_PERMITTED");
    });
  });

  describe("roles", () => {
    it("count from the colleague's next request on", async () => {
      const account = await anAccount(db, firm, ["BUYER"]);
      const { token } = await signedIn(db, account);
      expect(await setRoles(account.membershipId, ["SELLER", "TECHNOLOGY_MANAGER"])).toMatchObject({ roles: ["SELLER", "TECHNOLOGY_MANAGER"] });
      expect(await actorOfToken(db, token)).toMatchObject({ roles: ["SELLER", "TECHNOLOGY_MANAGER"] });
      await end(account.membershipId);
      expect(await actorOfToken(db, token)).toMatchObject({ organisation: null, roles: [] });
      expect(await codeOf(end(account.membershipId))).toBe("NOT_FOUND");
      expect(await codeOf(setRoles(account.membershipId, ["SELLER"]))).toBe("NOT_FOUND");
    });

    it("are given by administrators of the same organisation, within what it has", async () => {
      const colleague = await aPerson(db, firm, ["BUYER"]);
      const membership = colleague.membershipId!;
      expect(await codeOf(setRoles(membership, ["SELLER"], colleague))).toBe("NOT_PERMITTED");
      expect(await codeOf(setRoles(membership, ["SELLER"], stranger))).toBe("NOT_PERMITTED");
      expect(await codeOf(end(membership, stranger))).toBe("NOT_PERMITTED");
      expect(await codeOf(setRoles(membership, ["ADMINISTRATOR"]))).toBe("ROLE_NOT_FOR_KIND");
      expect(await codeOf(setRoles(membership, []))).toMatch(/^zod:/);
    });

    it("the last administrator stays, also when two resign at once", async () => {
      const other = await anOrganisation(db);
      const [a, b] = [await aPerson(db, other, ["ORG_ADMIN"]), await aPerson(db, other, ["ORG_ADMIN", "BUYER"])];
      const outcomes = await Promise.all([codeOf(setRoles(a.membershipId!, ["BUYER"], a)), codeOf(end(b.membershipId!, b))]);
      expect(outcomes.toSorted()).toEqual(["LAST_ADMINISTRATOR", "done"]);
    });

    it("somebody who left comes back by a new invitation", async () => {
      const account = await anAccount(db, firm, ["BUYER"]);
      await end(account.membershipId);
      await invite(account.email, ["SELLER"]);
      const { actor } = await signedIn(db, account);
      expect(await accept(await tokenInMail(db, account.email), {}, actor)).toMatchObject({ membershipId: account.membershipId });
      expect(await db.db.membership.findUnique({ where: { id: account.membershipId } })).toMatchObject({ state: "ACTIVE", roles: ["SELLER"], endedAt: null });
    });

    it("colleagues see one another; addresses are for administrators", async () => {
      const unit = await anOrganisation(db);
      const [boss, buyer] = [await aPerson(db, unit, ["ORG_ADMIN"]), await aPerson(db, unit, ["BUYER"])];
      const ofBoss = await read(db, listColleagues, boss, {});
      expect(ofBoss).toMatchObject({ manages: true, items: [{ name: boss.name, self: true, email: expect.any(String) }, { name: buyer.name, self: false, secondFactor: false }] });
      expect(await read(db, listColleagues, buyer, {})).toMatchObject({ manages: false, items: [{ email: null, secondFactor: null }, { self: true, email: null }] });
      const first = await read(db, listColleagues, boss, { limit: 1 });
      expect((await read(db, listColleagues, boss, { limit: 1, cursor: first.nextCursor })).items).toMatchObject([{ name: buyer.name }]);
    });
  });
});
