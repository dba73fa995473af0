import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { ANONYMOUS, type KeyActor, type PersonActor } from "../shared/actor.ts";
import { execute, read } from "../shared/execute.ts";
import { listNotifications, readBell } from "./list-notifications.ts";
import { markAllRead, markRead } from "./mark-read.ts";
import { notifyOrganisation, notifyPerson } from "./notify.ts";

const AT = new Date("2026-03-02T01:00:00Z");

describe("X2 notifications", () => {
  let db: TestDatabase;
  let seller: PersonActor;
  let colleague: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    const university = await anOrganisation(db, { kind: "UNIVERSITY", name: "测试大学" });
    seller = await aPerson(db, university, ["SELLER"]);
    colleague = await aPerson(db, university, ["ORG_ADMIN"]);
  });
  afterAll(() => db.drop());

  const tell = (link?: string) =>
    db.db.$transaction((tx) =>
      notifyPerson({ tx, clock: { now: () => AT }, config: db.config }, seller.personId, { kind: "organisation.verified", params: { organisation: "测试大学" }, ...(link ? { link } : {}) }),
    );

  it("tells everyone in an organisation who holds one of the roles, in the app and by mail", async () => {
    await db.db.$transaction((tx) => notifyOrganisation({ tx, clock: { now: () => AT }, config: db.config }, seller.organisation!.id, ["ORG_ADMIN"], { kind: "organisation.verified", params: { organisation: "测试大学" }, link: "/desk" }));
    expect((await read(db, listNotifications, colleague, {})).items).toMatchObject([{ text: { zh: expect.stringContaining("测试大学已通过核验"), en: expect.stringContaining("测试大学 has been verified") }, link: "/desk", readAt: null }]);
    expect((await read(db, listNotifications, seller, {})).items).toEqual([]);
    const mail = await db.db.mailMessage.findFirstOrThrow();
    expect(mail).toMatchObject({ state: "QUEUED" });
    expect(mail.body).toContain(`${db.config.publicUrl}/desk`);
  });

  it("counts what is unread and marks one, then all, as read", async () => {
    for (let i = 0; i < 7; i += 1) await tell(`/desk/${i}`);
    const bell = await read(db, readBell, seller, {});
    expect(bell.unread).toBe(7);
    expect(bell.newest.map(({ link }) => link)).toEqual(["/desk/6", "/desk/5", "/desk/4", "/desk/3", "/desk/2"]);
    await execute(db, markRead, seller, { notificationId: bell.newest[0]!.id }, anOrigin());
    await execute(db, markRead, seller, { notificationId: bell.newest[0]!.id }, anOrigin());
    expect((await read(db, readBell, seller, {})).unread).toBe(6);
    expect((await read(db, listNotifications, seller, { show: "unread" })).items).toHaveLength(6);
    expect(await execute(db, markAllRead, seller, {}, anOrigin())).toEqual({ read: 6 });
    expect((await read(db, readBell, seller, {})).unread).toBe(0);
    expect((await read(db, listNotifications, seller, {})).items).toHaveLength(7);
  });

  it("comes in pages, newest first", async () => {
    const first = await read(db, listNotifications, seller, { limit: 4 });
    const second = await read(db, listNotifications, seller, { limit: 4, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ link }) => link)).toEqual(["/desk/6", "/desk/5", "/desk/4", "/desk/3", "/desk/2", "/desk/1", "/desk/0"]);
    expect(second.nextCursor).toBeNull();
  });

  it("is one's own: nobody reads or marks the messages of others", async () => {
    const [others] = (await read(db, listNotifications, colleague, {})).items;
    await expect(execute(db, markRead, seller, { notificationId: others!.id }, anOrigin())).rejects.toMatchObject({ kind: "not-found" });
    await expect(read(db, listNotifications, ANONYMOUS, {})).rejects.toMatchObject({ kind: "unauthenticated" });
    const key: KeyActor = { kind: "key", apiKeyId: crypto.randomUUID(), organisation: seller.organisation!, roles: ["SELLER"], scopes: ["notification.list"] };
    await expect(read(db, listNotifications, key, {}), "a key is nobody in person").rejects.toMatchObject({ code: "NOT_PERMITTED" });
  });
});
