import { rm } from "node:fs/promises";
import { anAccount, signedIn } from "@ttx/domain/testing/accounts";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { aPdf } from "@ttx/domain/testing/documents";
import { anOrganisation } from "@ttx/domain/testing/people";
import { aResultDraft } from "@ttx/domain/testing/results";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { door } from "../src/door/door.ts";
import { ENDPOINTS } from "../src/endpoints.ts";
import { asDocumented } from "./as-documented.ts";

const NO_LIMITS = { take: async () => ({ allowed: true, remaining: 1 }) as const };

type Sent = { readonly token?: string; readonly json?: unknown; readonly bytes?: Uint8Array; readonly headers?: Record<string, string> };

describe("R1 and X3 over the API", () => {
  let db: TestDatabase;
  let seller: string;
  let stranger: string;

  beforeAll(async () => {
    db = await testDatabase();
    seller = (await signedIn(db, await anAccount(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]))).token;
    stranger = (await signedIn(db, await anAccount(db, await anOrganisation(db), ["BUYER"]))).token;
  });
  afterAll(async () => {
    await rm(db.config.storageDir, { recursive: true, force: true });
    await db.drop();
  });

  function call(method: string, path: string, { token, json, bytes, headers = {} }: Sent = {}): Promise<Response> {
    const open = door({ deps: db, endpoints: ENDPOINTS, limits: NO_LIMITS, cookieToken: async () => null, ...asDocumented, onDefect: (error) => console.error(error) });
    const body = bytes === undefined ? (json === undefined ? null : JSON.stringify(json)) : new Uint8Array(bytes);
    const given = { ...(json === undefined ? {} : { "content-type": "application/json" }), ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers };
    return open(new Request(`http://localhost:3000/api/v1${path}`, { method, headers: given, body }));
  }
  const jsonOf = async (answer: Promise<Response>) => (await (await answer).json()) as Record<string, never>;

  it("a result is begun, saved as one types, published and found", async () => {
    const { resultId, version } = await jsonOf(call("POST", "/results", { token: seller, json: { secrecy: "NO", secrecyOfficer: "周慎" } }));
    const { secrecy: _answered, secrecyOfficer: _named, ...typed } = aResultDraft({ title: "海上风电主轴轴承强化技术" });
    const refused = await call("POST", `/results/${resultId}/publish`, { token: seller, json: { version } });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "RESULT_NOT_COMPLETE", errors: expect.arrayContaining([expect.objectContaining({ path: "title", message: expect.stringContaining("120") })]) });
    const saved = await jsonOf(call("PATCH", `/results/${resultId}/draft`, { token: seller, json: { ...typed, version } }));
    expect((await call("PATCH", `/results/${resultId}/draft`, { token: seller, json: { title: "旧版本上的改动", version } })).status).toBe(409);
    expect((await call("POST", `/results/${resultId}/publish`, { token: seller, json: { version: saved["version"] } })).status).toBe(200);
    expect(await jsonOf(call("GET", `/results/${resultId}`))).toMatchObject({ title: "海上风电主轴轴承强化技术", askedPrice: "1200000.00", versionNo: 1 });
    expect(await jsonOf(call("GET", `/results?q=${encodeURIComponent("主轴轴承")}&field=05,06&mode=LICENCE`))).toMatchObject({ total: { count: 1, more: false }, items: [{ resultId }] });
    expect((await call("GET", `/own/results/${resultId}`, { token: stranger })).status).toBe(403);
    expect((await call("GET", "/own/results")).status).toBe(401);
  });

  it("a file goes up under its name, comes down as an attachment, and is shown only when it is a picture or PDF", async () => {
    const content = aPdf();
    const up = await call("POST", "/documents", { token: seller, bytes: content, headers: { "content-type": "application/pdf", "x-file-name": encodeURIComponent("鉴定报告（终稿）.pdf") } });
    expect(up.status).toBe(201);
    const { id } = (await up.json()) as { id: string };
    const down = await call("GET", `/documents/${id}/content`, { token: seller });
    expect(Object.fromEntries(down.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename="________.pdf"; filename*=UTF-8''${encodeURIComponent("鉴定报告（终稿）.pdf")}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "cache-control": "private, no-store",
    });
    expect(Buffer.from(await down.arrayBuffer()).equals(content)).toBe(true);
    const shown = await call("GET", `/documents/${id}/content?view=1`, { token: seller });
    expect([shown.headers.get("content-type"), shown.headers.get("content-disposition")?.split(";")[0]]).toEqual(["application/pdf", "inline"]);
    expect((await call("GET", `/documents/${id}/content`, { token: seller, headers: { "if-none-match": down.headers.get("etag")! } })).status).toBe(304);
    expect((await call("GET", `/documents/${id}/content`, { token: stranger })).status).toBe(403);
    expect((await call("GET", `/documents/${id}/content`)).status).toBe(401);
    expect((await call("DELETE", `/documents/${id}`, { token: stranger })).status).toBe(403);
    expect((await call("DELETE", `/documents/${id}`, { token: seller })).status).toBe(200);
  });

  it("text is never shown as a page, and what announces too much is refused before it comes", async () => {
    const { id } = await jsonOf(call("POST", "/documents?name=a.txt", { token: seller, bytes: Buffer.from("<script>alert(1)</script>") }));
    const shown = await call("GET", `/documents/${id}/content?view=1`, { token: seller });
    expect([shown.headers.get("content-type"), shown.headers.get("content-disposition")]).toEqual(["application/octet-stream", expect.stringMatching(/^attachment/)]);
    const large = await call("POST", "/documents?name=a.pdf", { token: seller, bytes: aPdf(), headers: { "content-length": String(60 * 1024 * 1024) } });
    expect(await large.json()).toMatchObject({ code: "DOCUMENT_TOO_LARGE", detail: expect.stringContaining("50") });
    expect((await call("POST", "/documents?name=a.pdf", { bytes: aPdf() })).status).toBe(403);
    expect((await call("POST", "/documents?name=a.pdf", { token: seller })).status).toBe(422);
  });
});
