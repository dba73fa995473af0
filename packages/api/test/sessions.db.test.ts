import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anAccount, PASSWORD, type Account } from "@ttx/domain/testing/accounts";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { anOrganisation } from "@ttx/domain/testing/people";
import { door, type Door } from "../src/door/door.ts";
import { RATE_LIMITS, rateLimits } from "../src/door/rate-limits.ts";
import { IDENTITY_ENDPOINTS } from "../src/endpoints/identity.endpoints.ts";
import { asDocumented } from "./as-documented.ts";

const OWN = "http://localhost:3000";

describe("X4 sessions over the API", () => {
  let db: TestDatabase;
  let account: Account;
  let open: Door;

  beforeAll(async () => {
    db = await testDatabase();
    account = await anAccount(db, await anOrganisation(db), ["BUYER"]);
    open = door({ deps: db, endpoints: IDENTITY_ENDPOINTS, limits: rateLimits(db), cookieToken: async () => null, ...asDocumented, onDefect: (error) => console.error(error) });
  });
  afterAll(() => db.drop());

  const call = (method: string, path: string, { body, token, address = "10.0.0.1", lang = "zh" }: { body?: unknown; token?: string; address?: string; lang?: string } = {}) =>
    open(
      new Request(`${OWN}/api/v1${path}`, {
        method,
        headers: { "x-ttx-client-address": address, "accept-language": lang, "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );

  it("a person's credentials give a bearer token, which ends at once when signed out", async () => {
    const answer = await call("POST", "/sessions", { body: { identifier: account.email, password: PASSWORD } });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("set-cookie")).toBeNull();
    const { token } = (await answer.json()) as { token: string };
    expect(await (await call("GET", "/me", { token })).json()).toMatchObject({ personId: account.personId, roles: ["BUYER"] });
    expect((await call("DELETE", "/sessions/current", { token })).status).toBe(200);
    expect((await call("GET", "/me", { token })).status).toBe(401);
  });

  it.each([
    ["zh", "账号或密码不正确"],
    ["en", "The account or the password is wrong"],
  ])("a wrong password is refused in words (%s)", async (lang, words) => {
    const answer = await call("POST", "/sessions", { body: { identifier: account.email, password: "wrong" }, lang });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "SIGN_IN_WRONG", detail: expect.stringContaining(words) });
  });

  it("tries on one account are counted wherever they come from, and tries from one address whatever the account", async () => {
    const codes: number[] = [];
    for (let n = 0; n <= RATE_LIMITS.credentials; n += 1) codes.push((await call("POST", "/sessions", { body: { identifier: "Same@Test.example", password: "x" }, address: `10.1.0.${n}` })).status);
    expect(codes.slice(0, -1).every((status) => status === 401)).toBe(true);
    expect(codes.at(-1)).toBe(429);
    const others: number[] = [];
    for (let n = 0; n <= RATE_LIMITS.credentials; n += 1) others.push((await call("POST", "/sessions", { body: { identifier: `n${n}@test.example`, password: "x" }, address: "10.2.0.1" })).status);
    expect(others.at(-1)).toBe(429);
  });

  it("an address that is no text is unknown, not a fault", async () => {
    expect((await call("GET", "/organisations/%E0%A4%A")).status).toBe(404);
  });
});
