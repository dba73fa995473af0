import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS, rulesFor, type Action } from "@ttx/domain/authorisation";
import { anAccount, signedIn } from "@ttx/domain/testing/accounts";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { anOrganisation } from "@ttx/domain/testing/people";
import { z } from "zod";
import { door, type Door } from "../src/door/door.ts";
import type { Endpoint } from "../src/door/endpoint.ts";
import { ENDPOINTS } from "../src/endpoints.ts";
import { asDocumented } from "./as-documented.ts";

const OWN = "http://localhost:3000";
const SOME_ID = "018f0000-0000-7000-8000-000000000000";
const NO_LIMITS = { take: async () => ({ allowed: true, remaining: 1 }) as const };

type Given = { readonly cookie?: string; readonly bearer?: string; readonly origin?: string | null; readonly site?: string };

const named = ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const);
const closed = named.filter(([, { open }]) => !open);
const changing = named.filter(([, { method }]) => method !== "GET");
const plain = named.flatMap(([name, endpoint]) => (endpoint.kind === "plain" ? [[name, endpoint] as const] : []));
const raw = named.flatMap(([name, endpoint]) => (endpoint.kind === "raw" ? [[name, endpoint] as const] : []));

function actsOf(endpoint: Endpoint): readonly string[] {
  return endpoint.kind === "plain" ? [endpoint.target.name] : endpoint.reaches;
}

/** Acts that any visitor, or anybody with an account, may do. */
function isForEverybody(act: string): boolean {
  return rulesFor(act as Action).some(({ role }) => role === "ANYONE" || role === "SIGNED_IN");
}

describe("X1 protection of every endpoint", () => {
  let db: TestDatabase;
  let outsider: string;
  const defects: unknown[] = [];

  const openDoor = (endpoints: readonly Endpoint[]): Door =>
    door({ deps: db, endpoints, limits: NO_LIMITS, cookieToken: async (request) => request.headers.get("x-test-cookie"), ...asDocumented, onDefect: (error) => defects.push(error) });

  const call = (endpoint: Endpoint, { cookie, bearer, origin = OWN, site }: Given = {}, through = openDoor([endpoint])): Promise<Response> => {
    const headers = new Headers({ "content-type": "application/json" });
    if (cookie) headers.set("x-test-cookie", cookie);
    if (bearer) headers.set("authorization", `Bearer ${bearer}`);
    if (origin !== null) headers.set("origin", origin);
    if (site) headers.set("sec-fetch-site", site);
    const path = endpoint.path.replace(/\{\w+\}/g, SOME_ID);
    return through(new Request(`${OWN}/api/v1${path}`, { method: endpoint.method, headers, ...(endpoint.method === "GET" ? {} : { body: "{}" }) }));
  };
  const verdict = async (answer: Promise<Response>) => {
    const response = await answer;
    return [response.status, response.headers.get("content-type")?.includes("problem+json") ? ((await response.json()) as { code: string }).code : null] as const;
  };

  beforeAll(async () => {
    db = await testDatabase();
    // Somebody with an account and no role anywhere.
    const account = await anAccount(db, await anOrganisation(db), []);
    await db.db.membership.update({ where: { id: account.membershipId }, data: { state: "ENDED" } });
    outsider = (await signedIn(db, account)).token;
  });
  afterAll(() => db.drop());

  it("there are endpoints, and each stands for acts of the policy", () => {
    expect(named.length).toBeGreaterThan(30);
    for (const [name, endpoint] of named) {
      expect(actsOf(endpoint), name).not.toEqual([]);
      for (const act of actsOf(endpoint)) expect(ACTIONS, name).toContain(act);
    }
  });

  it("an endpoint is open only when its act is open to anyone", () => {
    for (const [name, endpoint] of named) {
      if (endpoint.open) expect(actsOf(endpoint).some((act) => rulesFor(act as Action).some(({ role }) => role === "ANYONE")), name).toBe(true);
    }
  });

  it.each(closed)("%s: nobody without an account", async (_name, endpoint) => {
    expect(await verdict(call(endpoint))).toEqual([401, "NOT_SIGNED_IN"]);
    expect(await verdict(call(endpoint, { bearer: "an-invented-token-of-some-length" }))).toEqual([401, "TOKEN_INVALID"]);
    expect(await verdict(call(endpoint, { bearer: "ttx_abcdefghij_an-invented-secret-of-some-length" }))).toEqual([401, "TOKEN_INVALID"]);
  });

  it.each(changing)("%s: no page of another site, and no page that does not say", async (_name, endpoint) => {
    for (const given of [{}, { cookie: outsider }, { bearer: outsider }]) {
      expect(await verdict(call(endpoint, { ...given, origin: "https://evil.example" }))).toEqual([403, "ORIGIN_FOREIGN"]);
      expect(await verdict(call(endpoint, { ...given, origin: "null" }))).toEqual([403, "ORIGIN_FOREIGN"]);
      expect(await verdict(call(endpoint, { ...given, site: "cross-site" }))).toEqual([403, "ORIGIN_FOREIGN"]);
      expect(await verdict(call(endpoint, { ...given, origin: null, site: "same-site" }))).toEqual([403, "ORIGIN_FOREIGN"]);
    }
    if (!endpoint.beforeToken) expect(await verdict(call(endpoint, { cookie: outsider, origin: null }))).toEqual([403, "ORIGIN_MISSING"]);
  });

  it.each(plain)("%s: a target that forgets to ask the policy cannot answer", async (_name, endpoint) => {
    const careless = { ...endpoint, open: true, target: { ...endpoint.target, input: z.unknown(), run: async () => ({ leaked: true }) } } as Endpoint;
    defects.length = 0;
    expect(await verdict(call(careless, { cookie: outsider }))).toEqual([500, "INTERNAL"]);
    expect(String(defects[0])).toContain("without asking");
  });

  it.each([...plain, ...raw])("%s: an account without a role gets nothing that is not for everybody", async (name, endpoint) => {
    const [status] = await verdict(call(endpoint, { cookie: outsider }));
    if (!actsOf(endpoint).some(isForEverybody)) expect(status, name).toBeGreaterThanOrEqual(400);
    expect(status, name).not.toBe(500);
  });
});
