import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mailOnce, openPost, type Send } from "../src/loops/mail.ts";
import { openPostOffice, refusal, type PostOffice } from "./post-office.ts";

const AT = new Date("2026-03-02T01:00:00Z");

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

  it("does not send twice what was sent and not written down before its worker died, as far as a mail server can tell: the number stays the same", async () => {
    const { id } = await queueMail("a@test.example");
    await within(await openPostOffice(), async (office) => {
      const post = openPost(office.url, FROM, SITE)!;
      const dies: Send = async (mail) => {
        await post.send(mail);
        await new Promise(() => undefined);
      };
      void mailOnce(db, { send: dies });
      await expect.poll(() => office.received.length).toBe(1);
      await mailOnce(db, post);
      expect(office.received, "not while the lease of the dead worker runs").toHaveLength(1);
      await skipPauses();
      await mailOnce(db, post);
      await mailOnce(db, post);
      expect(office.received.map(messageId)).toEqual([`<${id}@exchange.example>`, `<${id}@exchange.example>`]);
      expect(await states()).toEqual(["SENT"]);
      post.close();
    });
  });
});

const FROM = "no-reply@test.example";
const SITE = "https://exchange.example/";
const messageId = (mail: string): string | undefined => /^Message-ID: (.*)$/im.exec(mail)?.[1]?.trim();

async function within(office: PostOffice, work: (office: PostOffice) => Promise<void>): Promise<void> {
  try {
    await work(office);
  } finally {
    await office.close();
  }
}

describe("X2 mail through a real SMTP server", () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase({ poolSize: 10 });
  });
  afterEach(() => db.drop());

  const queueMail = (recipient: string) => db.db.mailMessage.create({ data: { recipient, subject: "挂牌已公布", body: "正文\n第二行", createdAt: AT } });
  const mail = () => db.db.mailMessage.findFirstOrThrow({ orderBy: { id: "asc" } });

  async function sendBy(url: string): Promise<void> {
    await db.db.mailMessage.updateMany({ data: { nextTryAt: null } });
    const post = openPost(url, FROM, SITE)!;
    await mailOnce(db, post);
    post.close();
  }

  it("sends, and gives up at once on an address that the server refuses", async () => {
    const onRcptTo = ({ address }: { readonly address: string }, _session: unknown, done: (error?: Error | null) => void) => done(address.startsWith("nobody") ? refusal(550, "no such user") : null);
    await within(await openPostOffice({ onRcptTo }), async (office) => {
      const { id } = await queueMail("a@test.example");
      await queueMail("nobody@test.example");
      await sendBy(office.url);
      expect((await db.db.mailMessage.findMany({ orderBy: { id: "asc" } })).map(({ state, error }) => [state, error])).toEqual([["SENT", null], ["FAILED", expect.stringContaining("550")]]);
      expect(office.received).toHaveLength(1);
      expect(messageId(office.received[0]!)).toBe(`<${id}@exchange.example>`);
      expect(office.received[0]).toMatch(/^To: a@test.example/m);
      expect(office.received[0]).toMatch(/^From: no-reply@test.example/m);
      expect(office.received[0]).toMatch(/^Auto-Submitted: auto-generated/m);
      expect(office.received[0]).toContain(Buffer.from("挂牌已公布").toString("base64").slice(0, 12));
    });
  });

  it("signs in where the server asks for it; a wrong password is no reason to give a mail up", async () => {
    const onAuth: NonNullable<Parameters<typeof openPostOffice>[0]>["onAuth"] = ({ username, password }, _session, done) => (username === "exchange" && password === "right" ? done(null, { user: username }) : done(refusal(535, "authentication failed")));
    await within(await openPostOffice({ authOptional: false, allowInsecureAuth: true, onAuth }), async (office) => {
      const as = (who: string) => office.url.replace("//", `//${who}@`);
      await queueMail("a@test.example");
      await sendBy(office.url);
      expect(await mail()).toMatchObject({ state: "QUEUED", attempts: 1, error: expect.stringContaining("530") });
      await sendBy(as("exchange:wrong"));
      expect(await mail()).toMatchObject({ state: "QUEUED", attempts: 2, error: expect.stringContaining("535") });
      await sendBy(as("exchange:right"));
      expect(await mail()).toMatchObject({ state: "SENT", error: null });
      expect(office.received).toHaveLength(1);
    });
  });

  it("sends nothing over a connection that it was told to have encrypted and is not, nor to a server whose certificate nobody vouches for", async () => {
    await queueMail("a@test.example");
    await within(await openPostOffice(), async (office) => {
      await sendBy(`${office.url}?requireTLS=true`);
      expect(await mail()).toMatchObject({ state: "QUEUED", attempts: 1 });
      expect(office.received).toEqual([]);
    });
    await within(await openPostOffice({ disabledCommands: [] }), async (office) => {
      await sendBy(office.url);
      expect(await mail()).toMatchObject({ state: "QUEUED", attempts: 2, error: expect.stringMatching(/certificate/i) });
      expect(office.received).toEqual([]);
    });
  });

  it("waits while the server is away, and sends once it is back", async () => {
    const { port, url, close } = await openPostOffice();
    await close();
    await queueMail("a@test.example");
    await sendBy(url);
    expect(await mail()).toMatchObject({ state: "QUEUED", attempts: 1, error: expect.stringContaining("ECONNREFUSED") });
    await within(await openPostOffice({}, port), async (office) => {
      await sendBy(url);
      expect(await mail()).toMatchObject({ state: "SENT" });
      expect(office.received).toHaveLength(1);
    });
  });

  it("tries later what the server cannot take now", async () => {
    let isBusy = true;
    const onMailFrom = (_address: unknown, _session: unknown, done: (error?: Error | null) => void) => done(isBusy ? refusal(451, "try later") : null);
    await within(await openPostOffice({ onMailFrom }), async (office) => {
      await queueMail("a@test.example");
      await sendBy(office.url);
      expect(await mail()).toMatchObject({ state: "QUEUED", error: expect.stringContaining("451") });
      isBusy = false;
      await sendBy(office.url);
      expect(await mail()).toMatchObject({ state: "SENT" });
    });
  });
});
