import type { OutgoingHttpHeaders } from "node:http";
import { ENDPOINTS } from "@ttx/api";
import { OWN_ORIGIN, PORTAL } from "./fixtures/addresses.ts";
import { rowsOf } from "./fixtures/database.ts";
import { FOREIGN_ORIGINS, FORGERIES } from "./fixtures/forgeries.ts";
import { allPages, filled, inLang, LANGS, type Lang, type Page } from "./fixtures/pages.ts";
import { ask, atBothPortals, openStream, shout, type RawAnswer } from "./fixtures/raw-http.ts";
import { cookiesOf, newCookies, type Cookies } from "./fixtures/sessions.ts";
import { expect, test } from "./fixtures/test.ts";
import { watch } from "./fixtures/watch.ts";

const NOBODY = "018f0000-0000-7000-8000-000000000000";
const DESK_PAGES = allPages().filter(({ desk }) => desk);
const DESK = DESK_PAGES.map((page) => filled(page, NOBODY));
const CLOSED = ENDPOINTS.filter(({ open }) => !open);
const CHANGING = ENDPOINTS.filter(({ method }) => method !== "GET");

const addressOf = (path: string): string => `/api/v1${path.replace(/\{\w+\}/g, NOBODY)}`;
const cookieHeader = (cookies: Cookies): OutgoingHttpHeaders => ({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") });
const JSON_BODY = { "content-type": "application/json" };

/** Asks for a page and goes along with whatever leads somewhere else than to the sign-in page; the router's requests are first given another address. */
async function askForPage(path: string, headers: OutgoingHttpHeaders = {}, portal?: string): Promise<RawAnswer> {
  let answer = await ask({ path, headers, portal });
  for (let hops = 0; hops < 3 && leadsTo(answer) !== null && !isSignIn(leadsTo(answer)); hops += 1) answer = await ask({ path: leadsTo(answer)!, headers, portal });
  return answer;
}

/** The path that an answer leads to; "elsewhere" when it is not ours. */
function leadsTo({ status, headers }: RawAnswer): string | null {
  if (status < 300 || status >= 400 || headers.location === undefined) return null;
  const { origin, pathname, search } = new URL(headers.location, PORTAL);
  return origin === PORTAL ? pathname + search : "elsewhere";
}

function isSignIn(path: string | null): boolean {
  return path !== null && /^\/(en\/)?sign-in(\?|$)/.test(path);
}

/** A page of the workspace gives itself to nobody: it leads to the sign-in page, says so in what the router reads, or does not exist. */
function refusesThePage(answer: RawAnswer): boolean {
  const { status, body } = answer;
  if (body.includes('id="desk-drawer"')) return false;
  return isSignIn(leadsTo(answer)) || status >= 400 || /NEXT_REDIRECT;[a-z]+;\/(en\/)?sign-in|NEXT_HTTP_ERROR_FALLBACK;404/.test(body);
}

test.describe("X1 probe: pages of the workspace", () => {
  test("X1 probe: the probe sees when a page does show itself", async () => {
    const person = cookieHeader(await cookiesOf("auditor"));
    for (const path of ["/desk", "/en/desk/audit"]) expect(refusesThePage(await askForPage(path, person))).toBe(false);
    expect(refusesThePage(await askForPage("/desk/audit", { ...person, ...asTheRouter({ route: "/desk/audit" }) }))).toBe(false);
  });

  for (const [nth, [name, headers]] of Object.entries({ "nothing forged": {}, ...FORGERIES }).entries()) {
    test(`X1 probe: no page of the workspace shows itself to ${name}`, async () => {
      const shown: string[] = [];
      // Without a forgery each page in both languages; with one in either, the next forgery in the other.
      const langsAt = (at: number): readonly Lang[] => (nth === 0 ? LANGS : [LANGS[(at + nth) % LANGS.length]!]);
      await atBothPortals(DESK.flatMap((place, at) => langsAt(at).map((lang) => inLang(lang, place))), async (path, portal) => {
        const answer = await askForPage(path, headers, portal);
        if (!refusesThePage(answer)) shown.push(`${path} ${answer.status}: ${answer.body.slice(0, 200)}`);
        if (JSON.stringify(answer.headers).includes("evil.example") || answer.body.includes("evil.example")) shown.push(`${path} repeats what was forged`);
      });
      expect(shown).toEqual([]);
    });
  }

  test("X1 probe: a page asked for without its frame, as the router does, refuses by itself", async () => {
    const shown: string[] = [];
    await atBothPortals(DESK_PAGES, async (page, portal) => {
      const answer = await askForPage(filled(page, NOBODY), asTheRouter(page), portal);
      if (answer.status !== 200 || !refusesThePage(answer)) shown.push(`${page.route} ${answer.status}: ${answer.body.slice(0, 300)}`); // an error would prove nothing
    });
    expect(shown).toEqual([]);
  });

  test("X1 probe: no spelling of an address leads past the sign-in page", async () => {
    const spellings = [
      "/zh/desk", "/zh//desk", "//desk", "/./desk", "/en/../desk", "/%64esk", "/desk%2f", "/desk/", "/DESK", "/desk;a=b", "/desk%00", "/desk%0d%0aSet-Cookie:a=b", "/en/desk%2faudit", "/desk\\audit",
      "/desk.rsc", "/desk.txt", "/desk.segments/_tree.segment.rsc", "/zh/desk.rsc", "/zh/desk/audit.rsc", "/_next/data/build/desk.json", "/_next/data/build/zh/desk.json", "/results/../desk", "/results/%2e%2e/desk", "/results/..%2fdesk", "/sign-in/../desk/audit",
      `${PORTAL}/desk`, "http://evil.example/desk", "/desk?__nextDataReq=1", "/desk?__nextLocale=en", "/desk?nxtPlang=zh&lang=zh",
    ];
    const shown: string[] = [];
    for (const path of spellings) {
      const answer = await askForPage(path).catch(() => null); // what node itself refuses has no answer
      if (answer === null) continue;
      if (answer.body.includes('id="desk-drawer"') || answer.headers["set-cookie"]?.some((cookie) => cookie.startsWith("a="))) shown.push(`${path} ${answer.status}`);
      if (leadsTo(answer) === "elsewhere") shown.push(`${path} leads to ${answer.headers.location}`);
    }
    expect(shown).toEqual([]);
  });
});

test.describe("X1 probe: the API", () => {
  for (const [name, headers] of Object.entries({ "nothing forged": {}, ...FORGERIES })) {
    test(`X1 probe: every closed endpoint refuses ${name}`, async () => {
      const open: string[] = [];
      await atBothPortals(CLOSED, async ({ method, path }, portal) => {
        const answer = await ask({ portal, method, path: addressOf(path), headers: { ...(method === "GET" ? {} : { ...JSON_BODY, origin: OWN_ORIGIN, "sec-fetch-site": "same-origin" }), ...headers }, ...(method === "GET" ? {} : { body: "{}" }) });
        if (answer.status !== 401) open.push(`${method} ${path} ${answer.status}: ${answer.body.slice(0, 200)}`);
      });
      expect(open).toEqual([]);
    });
  }

  for (const [name, headers] of Object.entries(FOREIGN_ORIGINS)) {
    test(`X1 probe: no change with a cookie from an origin that is ${name}`, async () => {
      const person = cookieHeader(await cookiesOf("universityReviewer"));
      const before = await actsInTheRecord();
      const done: string[] = [];
      await atBothPortals(CHANGING, async ({ method, path }, portal) => {
        const answer = await ask({ portal, method, path: addressOf(path), headers: { ...JSON_BODY, ...person, ...headers }, body: "{}" });
        const isTokenWithoutBrowser = path === "/sessions" && headers["origin"] === undefined && headers["sec-fetch-site"] === undefined;
        if (answer.status !== 403 && !isTokenWithoutBrowser) done.push(`${method} ${path} ${answer.status}: ${answer.body.slice(0, 200)}`);
      });
      expect(done).toEqual([]);
      expect(await actsInTheRecord()).toEqual(before);
    });
  }

  test("X1 probe: signing in and out by the form asks for our own origin as well", async () => {
    const person = cookieHeader(await cookiesOf("universityReviewer"));
    for (const path of ["/api/auth/callback/credentials", "/api/auth/signout"]) {
      for (const headers of [...Object.values(FOREIGN_ORIGINS)]) {
        const answer = await ask({ method: "POST", path, headers: { "content-type": "application/x-www-form-urlencoded", ...person, ...headers }, body: "csrfToken=x&json=true" });
        expect([path, answer.status, answer.headers["set-cookie"]]).toEqual([path, 403, undefined]);
      }
    }
    for (const path of ["/api/auth/session", "/api/auth/providers", "/api/auth/signin", "/api/auth/callback/x", "/api/auth/error"]) expect((await ask({ path, headers: person })).status).toBe(404);
  });

  test("X1 probe: a method cannot be swapped for another by a header, a field or a parameter", async () => {
    const person = { ...cookieHeader(await cookiesOf("universityReviewer")), ...JSON_BODY, origin: OWN_ORIGIN };
    for (const headers of [{ "x-http-method-override": "PATCH" }, { "x-http-method": "PATCH" }, { "x-method-override": "PATCH" }, {}]) {
      expect((await ask({ method: "POST", path: "/api/v1/me?_method=PATCH", headers: { ...person, ...headers }, body: '{"_method":"PATCH","name":"probe"}' })).status).toBe(405);
    }
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) expect((await ask({ method, path: "/desk", headers: { ...person, "next-action": "0".repeat(42) }, body: "[]" })).status).toBe(405);
    expect(await shout("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).toMatch(/^$|405|400/);
    expect(await shout("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n")).toMatch(/^$|40\d/);
    expect(await shout("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n\r\n")).toBe("");
  });

  test("X1 probe: what is too big is refused before it is read", async () => {
    const refused = async (request: Parameters<typeof ask>[0]): Promise<number> => (await ask(request).catch(() => ({ status: 0 }))).status;
    const sessions = { method: "POST", path: "/api/v1/sessions", headers: { ...JSON_BODY, origin: OWN_ORIGIN } };
    expect(await refused({ ...sessions, headers: { ...sessions.headers, "content-length": 2_000_000 } })).toBe(413);
    expect(await refused({ ...sessions, headers: { ...sessions.headers, "transfer-encoding": "chunked" }, body: "{}" })).toBe(411);
    expect([413, 0]).toContain(await refused({ ...sessions, body: JSON.stringify({ identifier: "x".repeat(2_000_000) }) }));
    expect(await refused({ path: "/", headers: { "x-long": "x".repeat(20_000) } })).toBe(431);
    expect(await refused({ path: `/results?q=${"x".repeat(5_000)}` })).toBe(414);
    expect(await shout(`POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /desk HTTP/1.1\r\n\r\n`)).toMatch(/^$|400|411/); // request smuggling
    expect((await ask({ ...sessions, headers: { origin: OWN_ORIGIN, "content-type": "text/plain" }, body: "{}" })).status).toBe(415);
    expect((await ask({ ...sessions, body: `${"[".repeat(100_000)}` })).status).toBe(415);
    expect((await ask({ ...sessions, body: '{"__proto__":{"identifier":"a","password":"b"},"constructor":1}' })).status).toBe(422);
  });
});

test.describe("X1 probe: sessions", () => {
  test("X1 probe: a revoked session is nobody at its next request, on pages, in the API and in an open stream", async () => {
    const [lost, other] = [await newCookies("buyerThree"), await newCookies("buyerThree")];
    const me = async (): Promise<number> => (await ask({ path: "/api/v1/me", headers: cookieHeader(lost) })).status;
    expect(await me()).toBe(200);
    expect(refusesThePage(await askForPage("/desk", cookieHeader(lost)))).toBe(false);
    const [auction] = await rowsOf<{ id: string }>("select id from auction order by id limit 1");
    const stream = await openStream(`/api/v1/auctions/${auction!.id}/events`, cookieHeader(lost));

    const { items } = JSON.parse((await ask({ path: "/api/v1/me/sessions", headers: cookieHeader(lost) })).body) as { items: { id: string; current: boolean }[] };
    const revoked = await ask({ method: "DELETE", path: `/api/v1/me/sessions/${items.find(({ current }) => current)!.id}`, headers: { ...cookieHeader(other), origin: OWN_ORIGIN } });
    expect(revoked.status).toBe(200);

    expect(await me()).toBe(401);
    expect(refusesThePage(await askForPage("/desk", cookieHeader(lost)))).toBe(true);
    await expect.poll(() => stream.isOpen(), { timeout: 10_000 }).toBe(false);
    expect((await ask({ path: "/api/v1/me", headers: cookieHeader(other) })).status).toBe(200);
    await ask({ method: "DELETE", path: "/api/v1/sessions/current", headers: { ...cookieHeader(other), origin: OWN_ORIGIN } });
    expect((await ask({ path: "/api/v1/me", headers: cookieHeader(other) })).status).toBe(401);
  });

  test("X1 probe: the cookie cannot be read by a script, is sent to nobody else, and cannot be forged", async () => {
    const [cookie] = (await cookiesOf("buyerThree")).filter(({ name }) => name.endsWith("ttx.session"));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    const value = cookie!.value;
    for (const forged of [value.slice(0, -2), `${value}x`, value.replace(/^[^.]*/, "eyJhbGciOiJub25lIn0"), value.split(".").slice(0, 2).join(".")]) {
      expect((await ask({ path: "/api/v1/me", headers: { cookie: `${cookie!.name}=${forged}` } })).status).toBe(401);
    }
  });
});

test.describe("X1 probe: what an answer says of itself", () => {
  const ALWAYS = { "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "strict-origin-when-cross-origin" };

  test("X1 probe: every kind of answer carries the security headers, and none says what it runs on", async () => {
    for (const path of ["/", "/results", "/sign-in", "/no-such-page", "/desk", "/api/v1/clock", "/api/v1/me", "/api/v1/nothing", "/api/health/ready", "/mark.svg", "/_next/static/nothing.js", "/api/auth/csrf"]) {
      const { headers } = await ask({ path });
      expect({ path, ...headers }).toMatchObject(ALWAYS);
      expect([path, headers["x-powered-by"], headers["server"]]).toEqual([path, undefined, undefined]);
      expect([path, headers["access-control-allow-origin"]]).toEqual([path, undefined]);
    }
  });

  test("X1 probe: the policy of every page names its scripts by nonce or hash, and no inline script is without", async () => {
    const person = cookieHeader(await cookiesOf("auditor"));
    for (const path of ["/", "/en", "/results", "/sign-in", "/en/no-such-page", "/desk", "/en/desk"]) {
      const { headers, body } = await ask({ path, headers: path.endsWith("desk") ? person : {} });
      const policy = String(headers["content-security-policy"]);
      const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? "";
      expect([path, scripts]).toEqual([path, expect.not.stringMatching(/unsafe-|\*|https?:|data:/)]);
      expect(policy).toMatch(/default-src 'self'/);
      expect(policy).toMatch(/frame-ancestors 'none'; base-uri 'none'; form-action 'self'/);
      expect(policy).not.toMatch(/style-src[^;]*unsafe-inline/);
      expect([path, body.match(/<[^>]+\son[a-z]+=|href="javascript:/gi)]).toEqual([path, null]);
    }
    for (const path of ["/api/v1/clock", "/api/v1/me", "/api/auth/csrf"]) expect((await ask({ path })).headers["content-security-policy"]).toContain("default-src 'none'");
  });

  test("X1 probe: nothing is stopped by the policy on pages that are kept, rendered, refused or empty", async ({ page }) => {
    const watched = await watch(page);
    for (const path of ["/", "/en/results?q=电池", "/auctions", "/sign-in", "/no-such-page", "/en/desk"]) await page.goto(path, { waitUntil: "load" });
    expect(watched.faults()).toEqual([]);
  });

  test("X1 probe: the policy stops a script that somebody slipped in", async ({ page }) => {
    const watched = await watch(page);
    await page.goto("/");
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.slippedIn = true";
      document.body.append(script);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return "slippedIn" in window;
    });
    expect(ran).toBe(false);
    await expect.poll(() => watched.faults().length).toBeGreaterThan(0); // the watch sees what it is there to see
  });

  test("X1 probe: what a visitor sends never gets into a page that others are shown", async () => {
    const path = `/results?q=${encodeURIComponent(`probe${Math.random()}`)}`;
    const sent = { ...FORGERIES["proxy's headers"], ...FORGERIES["our own headers"], ...FORGERIES["a policy of one's own"], host: "evil.example", "accept-language": "evil.example", cookie: "evil.example=1", "user-agent": "evil.example", "x-request-id": "evil.example" };
    for (const headers of [sent, {}]) {
      const answer = await ask({ path, headers });
      expect(answer.status).toBe(200);
      expect(answer.body).not.toContain("evil.example");
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(String(answer.headers["content-security-policy"])).not.toContain("nonce-mine");
    }
  });

  test("X1 probe: no path leads to a file that is not public, and no other server can be reached through this one", async () => {
    const found: string[] = [];
    for (const climb of ["/../", "/%2e%2e/", "/..%2f", "/..%5c", "/_next/static/../../", "/_next/static/..%2f..%2f", "/_next/static/chunks/%2e%2e/%2e%2e/%2e%2e/", "/....//", "/%c0%ae%c0%ae/"]) {
      for (const file of ["package.json", "server.mjs", "dist/server.mjs", ".env", ".next/BUILD_ID", "etc/passwd", "../../../../etc/passwd", ".next/server/app-paths-manifest.json"]) {
        const { status, body } = await ask({ path: climb + file });
        if (status === 200 && /"name": "@ttx|root:|createServer|DATABASE_URL|page\.js/.test(body)) found.push(climb + file);
      }
    }
    expect(found).toEqual([]);
    for (const path of ["/package.json", "/.env", "/.git/config", "/_next/server/app-paths-manifest.json", "/dist/server.mjs", "/_next/static/chunks", "/server.mjs.map"]) expect([path, (await ask({ path })).status]).toEqual([path, 404]);
    for (const url of ["http://127.0.0.1:22/", "https://evil.example/a.png", "//evil.example/a.png", "/api/v1/me", "/mark.svg"]) {
      const { status } = await ask({ path: `/_next/image?url=${encodeURIComponent(url)}&w=640&q=75` });
      expect([url, status >= 400]).toEqual([url, true]);
    }
  });

  test("X1 probe: metrics are not for those who come through a proxy, and readiness names no host", async () => {
    expect((await ask({ path: "/api/metrics", headers: { "x-forwarded-for": "203.0.113.7" } })).status).toBe(404);
    expect(JSON.parse((await ask({ path: "/api/health/ready" })).body)).toEqual({ status: "ready", database: "answering" });
  });
});

/** What the router in the browser sends when it has everything but the page itself: layouts are not asked then. */
function asTheRouter({ route }: Pick<Page, "route">): OutgoingHttpHeaders {
  const names = route.split("/").filter(Boolean).map((part) => (part.startsWith("[") ? [part.slice(1, -1), NOBODY, "d", null] : part));
  const leaf: unknown = ["__PAGE__", {}, null, "refetch"];
  const tree = [["lang", "zh", "d", null], ...names].reduceRight<unknown>((inner, name) => [name, { children: inner }], leaf);
  return { rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(["", { children: tree }])) };
}

/** Acts of people in the record: the worker's own go on meanwhile. */
async function actsInTheRecord(): Promise<readonly unknown[]> {
  return rowsOf("select count(*)::int as acts, max(id)::text as last from audit_entry where actor_kind = 'person'");
}
