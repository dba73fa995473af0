import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Actor, ActingOrganisation, KeyActor, PersonActor } from "../shared/actor.ts";
import { ANONYMOUS, SYSTEM } from "../shared/actor.ts";
import { ROLES, SECOND_FACTOR_ROLES, type Role } from "../shared/roles.ts";
import { decide, type Facts } from "./decide.ts";
import { matrixLines } from "../../testing/matrix-lines.ts";
import { ACTIONS, VERIFIED_ONLY, type Action } from "./table.ts";

const APPROVED = new URL("./authorisation.matrix.txt", import.meta.url);

/** The approved lines, read as a person reads them. Nothing here uses the table or the decision. */
type Line = { readonly act: string; readonly role: string; readonly relations: string; readonly where: string; readonly further: string };
const lines: readonly Line[] = readFileSync(APPROVED, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [act, role, relations, where, further] = line.split("|").map((cell) => cell.trim()) as [string, string, string, string, string];
    return { act, role, relations, where, further };
  });

const OURS: ActingOrganisation = { id: "our-organisation", name: "本单位", kind: "ENTERPRISE", state: "VERIFIED", divisionCode: "330106", jurisdiction: null };
const ME = "me";

/** How the thing stands to us, with the relations that hold: written by hand. */
const SITUATIONS: readonly { readonly facts: Facts; readonly holds: readonly string[]; readonly withoutPerson?: readonly string[] }[] = [
  { facts: {}, holds: [] },
  { facts: { ownerId: OURS.id }, holds: ["OWNER"] },
  { facts: { ownerId: "others" }, holds: ["NOT_OWNER"] },
  { facts: { ownerId: "others", counterpartyId: OURS.id }, holds: ["NOT_OWNER", "COUNTERPARTY"] },
  { facts: { ownerId: OURS.id, counterpartyId: "others" }, holds: ["OWNER"] },
  { facts: { ownerId: "others", venueId: OURS.id, authorId: "somebody" }, holds: ["NOT_OWNER", "VENUE", "NOT_AUTHOR"], withoutPerson: ["NOT_OWNER", "VENUE"] },
  { facts: { ownerId: "others", venueId: OURS.id, authorId: ME }, holds: ["NOT_OWNER", "VENUE"] },
  { facts: { ownerId: "others", venueId: "others", authorId: "somebody" }, holds: ["NOT_OWNER", "NOT_AUTHOR"], withoutPerson: ["NOT_OWNER"] },
  { facts: { ownerId: "others", officeId: OURS.id, authorId: "somebody" }, holds: ["NOT_OWNER", "OFFICE", "NOT_AUTHOR"], withoutPerson: ["NOT_OWNER", "OFFICE"] },
  { facts: { ownerId: OURS.id, authorId: "somebody" }, holds: ["OWNER", "NOT_AUTHOR"], withoutPerson: ["OWNER"] },
  { facts: { ownerId: "others", counterpartyId: "others too", mandataryIds: ["agency", OURS.id] }, holds: ["NOT_OWNER", "MANDATED"] },
  { facts: { ownerId: "others", mandataryIds: ["agency"] }, holds: ["NOT_OWNER"] },
  { facts: { personId: ME }, holds: ["SELF"], withoutPerson: [] },
  { facts: { personId: "somebody" }, holds: [] },
];

/** Where the actor is competent and where the thing lies, with the reaches that hold: written by hand. */
const PLACES: readonly { readonly jurisdiction: string | null; readonly divisionCode: string | undefined; readonly holds: readonly string[] }[] = [
  { jurisdiction: null, divisionCode: "330106", holds: [] },
  { jurisdiction: null, divisionCode: undefined, holds: [] },
  { jurisdiction: "", divisionCode: "330106", holds: ["NATION", "WITHIN"] },
  { jurisdiction: "", divisionCode: undefined, holds: ["NATION"] },
  { jurisdiction: "33", divisionCode: "330106", holds: ["PROVINCE", "WITHIN"] },
  { jurisdiction: "33", divisionCode: "330000", holds: ["PROVINCE", "WITHIN"] },
  { jurisdiction: "33", divisionCode: "320106", holds: [] },
  { jurisdiction: "33", divisionCode: undefined, holds: [] },
  { jurisdiction: "3301", divisionCode: "330106", holds: ["WITHIN"] },
  { jurisdiction: "330106", divisionCode: "330106", holds: ["WITHIN"] },
  { jurisdiction: "330106", divisionCode: "330109", holds: [] },
  { jurisdiction: "330106", divisionCode: "330000", holds: [] },
  { jurisdiction: "330106", divisionCode: "330100", holds: [] }, // a county's administrator for its city
];

type Someone = { readonly words: readonly string[]; readonly as: (organisation: ActingOrganisation) => Actor; readonly member: boolean };

const person = (roles: readonly Role[], organisation: ActingOrganisation | null, secondFactor = true): PersonActor => ({
  kind: "person", personId: ME, name: "", language: "zh", sessionId: "s", membershipId: null, organisation, roles, secondFactor,
});
const key = (roles: readonly Role[], organisation: ActingOrganisation, scopes: readonly string[] = ACTIONS): KeyActor => ({ kind: "key", apiKeyId: "k", organisation, roles, scopes });

const EVERYBODY: readonly Someone[] = [
  { words: ["ANYONE"], as: () => ANONYMOUS, member: false },
  { words: ["SYSTEM"], as: () => SYSTEM, member: false },
  { words: ["ANYONE", "SIGNED_IN"], as: () => person([], null), member: false },
  { words: ["ANYONE", "SIGNED_IN", "MEMBER"], as: (organisation) => person([], organisation), member: true },
  ...ROLES.map((role): Someone => ({ words: ["ANYONE", "SIGNED_IN", "MEMBER", role], as: (organisation) => person([role], organisation), member: true })),
  ...ROLES.map((role): Someone => ({ words: ["ANYONE", "MEMBER", role], as: (organisation) => key([role], organisation), member: true })),
];

/** The lines of each act, with the words that each asks for. */
const linesOf = new Map<string, (Line & { readonly asks: readonly string[] })[]>();
for (const line of lines) linesOf.set(line.act, [...(linesOf.get(line.act) ?? []), { ...line, asks: [...line.relations.split("+"), line.where] }]);

/** The tiny evaluator: some approved line has our word, and every word it asks for is in what holds. */
function approved(act: string, words: readonly string[], holds: ReadonlySet<string>): boolean {
  return (linesOf.get(act) ?? []).some((line) => words.includes(line.role) && line.asks.every((word) => word === "-" || holds.has(word)));
}

function holding(someone: Someone, situation: (typeof SITUATIONS)[number], place: (typeof PLACES)[number]): Set<string> {
  const actor = someone.as(OURS);
  const relations = actor.kind === "person" ? situation.holds : (situation.withoutPerson ?? situation.holds);
  if (someone.member) return new Set([...relations, ...place.holds]);
  return new Set(actor.kind === "person" ? relations.filter((one) => one === "SELF" || one === "NOT_AUTHOR") : []);
}

describe("X1 authorisation", () => {
  it("is the approved matrix, line by line", async () => {
    await expect(matrixLines()).toMatchFileSnapshot(APPROVED.pathname);
  });

  it("decides as an independent reading of the matrix does, for every act, role, relation and place", { timeout: 180_000 }, () => {
    const differences: string[] = [];
    for (const someone of EVERYBODY) {
      for (const place of PLACES) {
        const actor = someone.as({ ...OURS, jurisdiction: place.jurisdiction });
        for (const situation of SITUATIONS) {
          const holds = holding(someone, situation, place);
          const facts = { ...situation.facts, divisionCode: place.divisionCode };
          for (const act of ACTIONS) {
            const { allowed } = decide(actor, act, facts);
            if (allowed !== approved(act, someone.words, holds)) differences.push(`${someone.words.at(-1)} (${actor.kind}) ${act} ${JSON.stringify(facts)} within ${place.jurisdiction}: ${allowed}`);
          }
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it("lets an anonymous caller do only what is open to anyone", () => {
    const open = new Set(lines.filter(({ role }) => role === "ANYONE").map(({ act }) => act));
    for (const act of ACTIONS) {
      for (const { facts } of SITUATIONS) {
        const verdict = decide(ANONYMOUS, act, { ...facts, divisionCode: "330106" });
        expect(verdict, act).toEqual(open.has(act) ? { allowed: true } : { allowed: false, reason: "NOT_SIGNED_IN" });
      }
    }
  });

  it("keeps organisations that are not verified off the market, and suspended bodies out of office", () => {
    const everything = { ownerId: OURS.id, counterpartyId: OURS.id, venueId: OURS.id, officeId: OURS.id, authorId: "somebody", mandataryIds: [OURS.id], divisionCode: "330106" };
    for (const state of ["PENDING", "REJECTED", "SUSPENDED"]) {
      for (const { act, role, further } of lines) {
        if (!further.includes("verified organisation")) continue;
        const actor = person([role as Role], { ...OURS, state, jurisdiction: "33" });
        for (const facts of [everything, { ...everything, ownerId: "others" }]) {
          const verdict = decide(actor, act as Action, facts);
          const otherwise = decide({ ...actor, roles: [] }, act as Action, facts); // open to members or anyone besides
          expect(verdict.allowed, `${act} ${state}`).toBe(otherwise.allowed);
        }
      }
    }
  });

  it("asks officials and exchange operators for a second factor, in exactly the lines that say so", () => {
    for (const { act, role, relations, where, further } of lines) {
      if (!(ROLES as readonly string[]).includes(role)) continue;
      const asks = further.includes("second factor");
      expect(asks, act).toBe(SECOND_FACTOR_ROLES.has(role as Role));
      const wanted = relations.split("+");
      const facts: Facts = {
        ownerId: wanted.includes("OWNER") ? OURS.id : "others",
        counterpartyId: OURS.id,
        venueId: OURS.id,
        officeId: OURS.id,
        personId: ME,
        authorId: "somebody",
        mandataryIds: [OURS.id],
        divisionCode: "330106",
      };
      const organisation = { ...OURS, jurisdiction: where === "NATION" ? "" : "33" };
      expect(decide(person([role as Role], organisation), act as Action, facts), act).toEqual({ allowed: true });
      const without = decide(person([role as Role], organisation, false), act as Action, facts);
      const openBesides = decide(person([], organisation, false), act as Action, facts).allowed;
      expect(without, act).toEqual(asks && !openBesides ? { allowed: false, reason: "SECOND_FACTOR_REQUIRED" } : { allowed: true });
    }
  });

  it("lets a key do nothing outside its scopes", () => {
    for (const act of ACTIONS) {
      const facts = { ownerId: OURS.id, divisionCode: "330106" };
      const others = ACTIONS.filter((one) => one !== act);
      expect(decide(key(["SELLER", "BUYER"], OURS, others), act, facts).allowed, act).toBe(false);
    }
  });

  it.each([
    ["330106", "330106", true], ["3301", "330106", true], ["33", "330106", true], ["33", "330000", true], ["", "330106", true],
    ["330106", "330109", false], ["330106", "330100", false], ["3301", "330206", false], ["33", "320106", false],
  ] as const)("an administrator of %j reads an organisation in %s: %s", (jurisdiction, divisionCode, allowed) => {
    const official = person(["ADMINISTRATOR"], { ...OURS, kind: "GOVERNMENT", jurisdiction });
    expect(decide(official, "organisation.read", { ownerId: "others", divisionCode }).allowed).toBe(allowed);
  });

  it("provincial review belongs to the province: not to a county, another province or the nation", () => {
    const of = (jurisdiction: string) => decide(person(["ADMINISTRATOR"], { ...OURS, kind: "GOVERNMENT", jurisdiction }), "review.confirm", { ownerId: "others", officeId: "others", authorId: null, divisionCode: "330106" }).allowed;
    expect([of("33"), of("330106"), of("3301"), of("32"), of("")]).toEqual([true, false, false, false, false]);
  });

  it("every act of the verified market is an act of the table", () => expect([...VERIFIED_ONLY].filter((act) => !ACTIONS.includes(act))).toEqual([]));
});
