import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { revokeOtherSessions } from "@ttx/domain/identity";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { createDeps, type Deps } from "@ttx/domain/shared/database";
import { execute } from "@ttx/domain/shared/execute";
import { anOpenLot, type OpenLot } from "@ttx/domain/testing/auctions";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { anOrigin } from "@ttx/domain/testing/origin";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveLive } from "../src/live/serve-live.ts";

const OWN = "http://localhost:3000";
const WAN = 10_000;

type Process = { readonly deps: Deps; readonly base: string; readonly server: Server };
type Answer = { readonly status: number; readonly type: string; readonly body: Record<string, unknown> };
type LotEvent = { readonly id: string; readonly bids: readonly { readonly sequence: number }[]; readonly current: string | null; readonly state: string };

describe("T2 live: bids and events on plain HTTP", () => {
  let db: TestDatabase;
  const processes: Process[] = [];
  const defects: unknown[] = [];

  beforeAll(async () => {
    db = await testDatabase();
    for (const deps of [db, createDeps(db.config)]) {
      const live = serveLive({
        deps,
        limits: { take: async (_rate, name) => (name.startsWith("ip:limited") ? { allowed: false, retryAfterSeconds: 7 } : { allowed: true, remaining: 1 }) },
        cookieToken: async ({ headers }) => headers.get("x-test-cookie"),
        onDefect: (error) => defects.push(error),
      });
      const server = createServer((request, response) => {
        if (!live.answer(request, response)) response.writeHead(418).end();
      });
      await new Promise<void>((resolve) => server.listen({ port: 0, host: "127.0.0.1", backlog: 2_048 }, resolve));
      processes.push({ deps, server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    }
  });
  afterAll(async () => {
    expect(defects).toEqual([]);
    for (const { server } of processes) {
      server.closeAllConnections();
      server.close();
    }
    await processes[1]!.deps.close();
    await db.drop();
  });

  /** Gives the bidder's session a token that it can show. */
  async function tokenOf({ sessionId }: PersonActor): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    await db.db.session.update({ where: { id: sessionId }, data: { tokenHash: Uint8Array.from(createHash("sha256").update(token).digest()) } });
    return token;
  }

  async function post(auctionId: string, body: string, headers: Record<string, string>, process = 0): Promise<Answer> {
    const answer = await fetch(`${processes[process]!.base}/api/v1/auctions/${auctionId}/bids`, { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", body: (await answer.json()) as Record<string, unknown> };
  }

  const bidOf = (amountInWan: number, requestId: string = randomUUID()): string => JSON.stringify({ amount: String(amountInWan * WAN), requestId });

  /** Follows a lot until told to stop; what came is kept in order. */
  function follow(auctionId: string, options: { readonly process?: number; readonly lastEventId?: string | undefined; readonly token?: string } = {}) {
    const events: LotEvent[] = [];
    let response: IncomingMessage | undefined;
    let open = true;
    const headers = { ...(options.lastEventId ? { "last-event-id": options.lastEventId } : {}), ...(options.token ? { authorization: `Bearer ${options.token}` } : {}) };
    const request = ask(`${processes[options.process ?? 0]!.base}/api/v1/auctions/${auctionId}/events`, { headers }, (answer) => {
      response = answer;
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        const parts = text.split("\n\n");
        text = parts.pop()!;
        for (const part of parts) {
          const [, id, data] = /^id: (.+)\nevent: lot\ndata: (.+)$/.exec(part) ?? [];
          if (data) events.push({ id: id!, ...(JSON.parse(data) as Omit<LotEvent, "id">) });
        }
      });
      answer.on("close", () => (open = false));
    });
    request.on("error", () => (open = false));
    request.end();
    return { events, isOpen: () => open, status: () => response?.statusCode, stop: () => request.destroy() };
  }

  const sequencesOf = (events: readonly LotEvent[]): number[] => events.flatMap(({ bids }) => bids.map(({ sequence }) => sequence));

  it("takes a bid once, whichever process it is sent to and however often", async () => {
    const lot = await anOpenLot(db);
    const authorization = `Bearer ${await tokenOf(lot.bidders[0]!)}`;
    const body = bidOf(200, "request-0001");
    const first = await post(lot.auctionId, body, { authorization });
    expect(first).toMatchObject({ status: 201, body: { sequence: 1, verdict: "ACCEPTED", amount: "2000000.00" } });
    expect((await post(lot.auctionId, body, { authorization }, 1)).body).toEqual(first.body);
    expect(await post(lot.auctionId, bidOf(205), { authorization })).toMatchObject({ status: 200, body: { verdict: "REFUSED", reason: "ALREADY_LEADER" } });
  });

  it("asks for everything that the door asks for", async () => {
    const lot = await anOpenLot(db);
    const token = await tokenOf(lot.bidders[0]!);
    const bearer = { authorization: `Bearer ${token}` };
    const cookie = { "x-test-cookie": token };
    const refusals: [string, Record<string, string>, number, string][] = [
      [bidOf(200), { origin: OWN }, 401, "NOT_SIGNED_IN"],
      [bidOf(200), { authorization: "Bearer nobody-knows-this-token" }, 401, "TOKEN_INVALID"],
      [bidOf(200), cookie, 403, "ORIGIN_MISSING"],
      [bidOf(200), { ...cookie, origin: "https://evil.example" }, 403, "ORIGIN_FOREIGN"],
      [bidOf(200), { ...cookie, origin: OWN, "sec-fetch-site": "cross-site" }, 403, "ORIGIN_FOREIGN"],
      ["{", bearer, 415, "BODY_NOT_JSON"],
      [bidOf(200), { ...bearer, "content-type": "text/plain" }, 415, "BODY_NOT_JSON"],
      [JSON.stringify({ amount: "12.345", requestId: "request-0001" }), bearer, 422, "INPUT_INVALID"],
      [JSON.stringify({ amount: "200", requestId: "x" }), bearer, 422, "INPUT_INVALID"],
      ["[]", bearer, 422, "INPUT_INVALID"],
    ];
    for (const [body, headers, status, code] of refusals) {
      const answer = await post(lot.auctionId, body, headers);
      expect([code, answer.status, answer.body["code"], answer.type]).toEqual([code, status, code, "application/problem+json; charset=utf-8"]);
    }
    expect(await db.db.bidLogEntry.count({ where: { auctionId: lot.auctionId } })).toBe(0);
    expect(await post(lot.auctionId, bidOf(200), { ...cookie, origin: OWN })).toMatchObject({ status: 201 });
    expect(await post(randomUUID(), bidOf(200), bearer)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });

  it("knows no other address and no other method", async () => {
    for (const [method, path] of [["GET", "bids"], ["POST", "events"], ["PUT", "bids"], ["POST", "bids/"], ["GET", "eventsx"]] as const) {
      const answer = await fetch(`${processes[0]!.base}/api/v1/auctions/${randomUUID()}/${path}`, { method });
      expect(answer.status).toBe(418);
    }
  });

  it("refuses a session at the next bid after it was revoked, and ends the streams that it opened", async () => {
    const lot = await anOpenLot(db);
    const lost = lot.bidders[0]!;
    const token = await tokenOf(lost);
    const stream = follow(lot.auctionId, { token });
    await expect.poll(() => stream.events.length).toBe(1);
    const kept = await db.db.session.create({ data: { tokenHash: randomBytes(32), personId: lost.personId, membershipId: lost.membershipId, createdAt: new Date(), lastSeenAt: new Date(), expiresAt: new Date("2099-01-01T00:00:00Z") } });
    await execute(db, revokeOtherSessions, { ...lost, sessionId: kept.id }, {}, anOrigin());
    expect(await post(lot.auctionId, bidOf(200), { authorization: `Bearer ${token}` })).toMatchObject({ status: 401 });
    await expect.poll(() => stream.isOpen(), { timeout: 5_000 }).toBe(false);
  });

  it("tells a newcomer where the lot stands, and nobody anything of a lot that does not exist", async () => {
    const lot = await anOpenLot(db);
    await post(lot.auctionId, bidOf(200), { authorization: `Bearer ${await tokenOf(lot.bidders[0]!)}` });
    const stream = follow(lot.auctionId, { process: 1 });
    await expect.poll(() => stream.events[0]).toMatchObject({ current: "2000000.00", bids: [{ sequence: 1 }], state: "OPEN_FREE" });
    stream.stop();
    const nothing = follow(randomUUID());
    await expect.poll(() => nothing.status()).toBe(404);
  });

  it("tells one who speaks HTTP/1.0, as a proxy may, the same without chunks", async () => {
    const lot = await anOpenLot(db);
    const token = await tokenOf(lot.bidders[0]!);
    const { port } = processes[0]!.server.address() as AddressInfo;
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    socket.setEncoding("utf8").on("data", (text: string) => (heard += text));
    socket.write(`GET /api/v1/auctions/${lot.auctionId}/events HTTP/1.0\r\nhost: localhost\r\n\r\n`);
    await expect.poll(() => heard).toContain("event: lot");
    expect((await post(lot.auctionId, bidOf(200), { authorization: `Bearer ${token}` })).status).toBe(201);
    await expect.poll(() => heard).toContain(`"sequence":1`);
    const [head = "", ...lines] = heard.split("\r\n\r\n");
    expect(head).not.toMatch(/chunked/i);
    for (const line of lines.join("").split("\n")) expect(line).toMatch(/^$|^(retry|id|event|data|:)/);
    socket.destroy();
  });

  it("loses no event and tells none twice to followers who are cut off and come back to whichever process", { timeout: 60_000 }, async () => {
    const lot: OpenLot = await anOpenLot(db, { bidders: 2, terms: { allowTopUpByLeader: true } });
    const tokens = await Promise.all(lot.bidders.map(tokenOf));
    const steady = follow(lot.auctionId);
    const seen: LotEvent[] = [];
    let at = follow(lot.auctionId);
    for (let round = 0; round < 12; round += 1) {
      const many = round === 6 ? 1_200 : 40; // away for longer than a process remembers
      if (round === 6) at.stop();
      await Promise.all(Array.from({ length: many }, (_, i) => post(lot.auctionId, bidOf(200 + round * 20_000 + i * 10), { authorization: `Bearer ${tokens[i % 2]}` }, i % 2)));
      at.stop();
      seen.push(...at.events);
      at = follow(lot.auctionId, { process: round % 2, lastEventId: seen.at(-1)?.id });
    }
    const accepted = (await db.db.bidLogEntry.findMany({ where: { auctionId: lot.auctionId, verdict: "ACCEPTED" }, orderBy: { sequence: "asc" } })).map(({ sequence }) => sequence);
    await expect.poll(() => sequencesOf([...seen, ...at.events]).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(accepted.length);
    expect(sequencesOf([...seen, ...at.events])).toEqual(accepted);
    await expect.poll(() => sequencesOf(steady.events).length, { timeout: 10_000 }).toBeGreaterThanOrEqual(accepted.length);
    expect(sequencesOf(steady.events)).toEqual(accepted);
    at.stop();
    steady.stop();
  });
});
