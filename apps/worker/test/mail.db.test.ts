import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailOnce, openPost, type Send } from "../src/loops/mail.ts";

const AT = new Date("2026-03-02T01:00:00Z");

/** As much of an SMTP server as a mail needs; refuses the recipients that it is told to. */
function postOffice(refuses: (recipient: string) => string | null): Promise<{ server: Server; url: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let data: string[] | null = null;
    socket.write("220 test\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const line of chunk.toString().split("\r\n").slice(0, -1)) {
        if (data) {
          if (line !== ".") data.push(line);
          else {
            received.push(data.join("\n"));
            data = null;
            socket.write("250 taken\r\n");
          }
        } else if (/^DATA/i.test(line)) {
          data = [];
          socket.write("354 go on\r\n");
        } else if (/^RCPT TO:<(.*)>/i.test(line)) socket.write(`${refuses(/<(.*)>/.exec(line)![1]!) ?? "250 ok"}\r\n`);
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received })));
}

describe("X2 mail", () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase({ poolSize: 10 });
  });
  afterEach(() => db.drop());

  const queueMail = (recipient: string) => db.db.mailMessage.create({ data: { recipient, subject: "挂牌已公布", body: "正文\n第二行", createdAt: AT } });
  const states = async () => (await db.db.mailMessage.findMany({ orderBy: { id: "asc" } })).map(({ state }) => state);
  const skipPauses = () => db.db.mailMessage.updateMany({ data: { nextTryAt: null } });

  it("keeps everything for the development mailbox where no server is configured", async () => {
    await queueMail("a@test.example");
    expect(openPost(undefined, "x@test.example", "http://localhost")).toBeNull();
    await mailOnce(db, null);
    expect(await states()).toEqual(["KEPT"]);
  });

  it("sends by SMTP, and gives up at once on an address that the server refuses", async () => {
    const office = await postOffice((recipient) => (recipient.startsWith("nobody") ? "550 no such user" : null));
    const post = openPost(office.url, "no-reply@test.example", "https://exchange.example/");
    try {
      const { id } = await queueMail("a@test.example");
      await queueMail("nobody@test.example");
      await mailOnce(db, post);
      expect(await states()).toEqual(["SENT", "FAILED"]);
      expect(office.received).toHaveLength(1);
      expect(office.received[0]).toContain(`Message-ID: <${id}@exchange.example>`);
      expect(office.received[0]).toContain("To: a@test.example");
      const [, failed] = await db.db.mailMessage.findMany({ orderBy: { id: "asc" } });
      expect(failed!.error).toContain("550");
    } finally {
      post!.close();
      office.server.close();
    }
  });

  it("tries again when the server is away, at growing distances, and fails after eight tries", async () => {
    await queueMail("a@test.example");
    const away: Send = () => Promise.reject(new Error("connect ECONNREFUSED"));
    await mailOnce(db, { send: away });
    expect(await db.db.mailMessage.findFirstOrThrow()).toMatchObject({ state: "QUEUED", attempts: 1, error: expect.stringContaining("ECONNREFUSED") });
    await mailOnce(db, { send: () => Promise.reject(new Error("tried too early")) });
    expect((await db.db.mailMessage.findFirstOrThrow()).attempts, "not before its pause is over").toBe(1);
    for (let i = 0; i < 7; i += 1) {
      await skipPauses();
      await mailOnce(db, { send: away });
    }
    expect(await states()).toEqual(["FAILED"]);
  });

  it("loses no mail when a worker dies while it sends, and sends none twice with several workers", async () => {
    for (let i = 0; i < 12; i += 1) await queueMail(`p${i}@test.example`);
    const sent: string[] = [];
    const dies: Send = () => new Promise(() => undefined);
    void mailOnce(db, { send: dies }); // takes some and is never heard of again
    await expect.poll(() => db.db.mailMessage.count({ where: { attempts: 1 } })).toBe(5);
    const send: Send = async ({ recipient }) => void sent.push(recipient);
    const work = async () => {
      while ((await mailOnce(db, { send })) === "more");
    };
    await Promise.all([work(), work(), work()]);
    expect(sent).toHaveLength(7);
    await skipPauses(); // the lease runs out
    await work();
    expect(new Set(sent).size).toBe(12);
    expect(sent).toHaveLength(12);
    expect(new Set(await states())).toEqual(new Set(["SENT"]));
  });
});
