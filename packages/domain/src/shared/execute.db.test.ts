import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { anOrigin } from "../../testing/origin.ts";
import type { PersonActor } from "./actor.ts";
import { DomainError } from "./errors.ts";
import { defineEvent } from "./events.ts";
import { execute, UseCaseDefect } from "./execute.ts";
import { defineUseCase } from "./use-case.ts";

const Input = z.object({ title: z.string().min(2) });
const Drafted = defineEvent("TestDrafted", z.object({ title: z.string() }));

const draft = defineUseCase("result.draft", Input, async (ctx, input) => {
  const organisation = ctx.actor.kind === "person" ? ctx.actor.organisation! : null;
  ctx.authorise({ ownerId: organisation?.id });
  const row = await ctx.tx.result.create({
    data: { ownerId: organisation!.id, title: input.title, divisionCode: "330106", createdAt: ctx.clock.now(), updatedAt: ctx.clock.now() },
  });
  ctx.record({ type: "result", id: row.id, divisionCode: "330106", after: { title: row.title } });
  ctx.emit(Drafted, { type: "result", id: row.id }, { title: row.title });
  return { id: row.id };
});

describe("X4 execute", () => {
  let db: TestDatabase;
  let seller: PersonActor;

  beforeAll(async () => {
    db = await testDatabase();
    seller = await aPerson(db, await anOrganisation(db, { kind: "UNIVERSITY" }), ["SELLER"]);
  });
  afterAll(() => db.drop());

  it("writes the change, its audit entry and its event in one transaction", async () => {
    const { id } = await execute(db, draft, seller, { title: "高温合金" }, anOrigin());
    const entries = await db.db.auditEntry.findMany({ where: { subjectId: id } });
    expect(entries).toMatchObject([{ act: "result.draft", personId: seller.personId, after: { title: "高温合金" } }]);
    expect(await db.db.outboxEvent.count({ where: { subjectId: id, type: "TestDrafted" } })).toBe(1);
  });

  it("keeps nothing of an act that was refused", async () => {
    const before = await db.db.auditEntry.count();
    await expect(execute(db, draft, { ...seller, roles: ["BUYER"] }, { title: "无权" }, anOrigin())).rejects.toMatchObject({ code: "NOT_PERMITTED", kind: "forbidden" });
    expect(await db.db.result.count({ where: { title: "无权" } })).toBe(0);
    expect(await db.db.auditEntry.count()).toBe(before);
  });

  it("names the field of a wrong input", async () => {
    const refusal = await execute(db, draft, seller, { title: "" }, anOrigin()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect((refusal as DomainError).fields[0]).toMatchObject({ path: "title", code: "zod:too_small" });
  });

  it("answers a repeated request with the first answer, also when both come at once", async () => {
    const [first, second] = await Promise.all([
      execute(db, draft, seller, { title: "重复请求" }, anOrigin("same-key")),
      execute(db, draft, seller, { title: "重复请求" }, anOrigin("same-key")),
    ]);
    expect(second).toEqual(first);
    expect(await execute(db, draft, seller, { title: "重复请求" }, anOrigin("same-key"))).toEqual(first);
    expect(await db.db.result.count({ where: { title: "重复请求" } })).toBe(1);
    await expect(execute(db, draft, seller, { title: "另一请求" }, anOrigin("same-key"))).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  it("fails a use case that forgets to ask or to name its subject", async () => {
    const careless = defineUseCase("result.draft", Input, async () => ({ done: true }));
    await expect(execute(db, careless, seller, { title: "忘记授权" }, anOrigin())).rejects.toBeInstanceOf(UseCaseDefect);
    const silent = defineUseCase("result.draft", Input, async (ctx) => {
      ctx.authorise({ ownerId: seller.organisation!.id });
      return { done: true };
    });
    await expect(execute(db, silent, seller, { title: "忘记留痕" }, anOrigin())).rejects.toBeInstanceOf(UseCaseDefect);
  });

  it("the application's role cannot update or delete the record", async () => {
    await expect(db.db.$executeRaw`update audit_entry set act = 'x'`).rejects.toThrow(/permission denied/);
    await expect(db.db.$executeRaw`delete from bid_log_entry`).rejects.toThrow(/permission denied/);
    await expect(db.db.$executeRaw`delete from ledger_entry`).rejects.toThrow(/permission denied/);
  });
});
