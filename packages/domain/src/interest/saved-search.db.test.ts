import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveClockTo } from "../../testing/clock.ts";
import { testDatabase, type TestDatabase } from "../../testing/database.ts";
import { anOrigin } from "../../testing/origin.ts";
import { anOrganisation, aPerson } from "../../testing/people.ts";
import { aPublishedResult } from "../../testing/results.ts";
import { SYSTEM, type Actor } from "../shared/actor.ts";
import { dayOf } from "../shared/clock.ts";
import { execute, read } from "../shared/execute.ts";
import type { UseCase } from "../shared/use-case.ts";
import { alertSearch, dropSearch, listSavedSearches, saveSearch, SEARCH_ALERT_DUE } from "./index.ts";

describe("R1 saved searches", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const run = <I, O>(useCase: UseCase<I, O>, actor: Actor, input: unknown): Promise<O> => execute(db, useCase, actor, input, anOrigin());
  const dueAt = async (id: string) => (await db.db.dueAct.findUniqueOrThrow({ where: { kind_subjectId: { kind: SEARCH_ALERT_DUE, subjectId: id } } })).dueAt;
  const alert = async (searchId: string) => {
    const at = await dueAt(searchId);
    await moveClockTo(db, at);
    return run(alertSearch, SYSTEM, { searchId, dueAt: at });
  };

  it("R1 saved search: tells the next morning what is new, once, by message and mail; nothing new, nothing told", async () => {
    const person = await aPerson(db, await anOrganisation(db), ["BUYER"]);
    const { title } = await db.db.result.findUniqueOrThrow({ where: { id: (await aPublishedResult(db)).resultId }, select: { title: true } });
    const words = title.slice(0, 4);
    const { searchId } = await run(saveSearch, person, { q: words, kind: "RESULT" });
    expect(await run(saveSearch, person, { q: words, kind: "RESULT" })).toEqual({ searchId });
    const { createdAt } = await db.db.savedSearch.findUniqueOrThrow({ where: { id: searchId } });
    expect(dayOf(await dueAt(searchId)) > dayOf(createdAt)).toBe(true);
    const told = () => db.db.notification.findMany({ where: { personId: person.personId, kind: "saved-search.found" } });
    expect(await alert(searchId)).toEqual({ found: 0 });
    expect(await told()).toEqual([]);
    await aPublishedResult(db);
    expect(await alert(searchId)).toEqual({ found: 1 });
    expect(await told()).toMatchObject([{ params: { count: "1", title }, link: expect.stringMatching(/^\/search\?q=.+&kind=RESULT&sort=newest$/) as unknown }]);
    expect(await alert(searchId)).toEqual({ found: 0 });
    expect(await told()).toHaveLength(1);
  });

  it("R1 saved search: is its keeper's own, needs something to look for, and can be dropped", async () => {
    const [mine, other] = [await aPerson(db, await anOrganisation(db), ["BUYER"]), await aPerson(db, await anOrganisation(db), ["BUYER"])];
    await expect(run(saveSearch, mine, {})).rejects.toMatchObject({ code: "SAVED_SEARCH_EMPTY" });
    const { searchId } = await run(saveSearch, mine, { field: "05,06", region: "33" });
    expect((await read(db, listSavedSearches, mine, {})).items).toMatchObject([{ id: searchId, q: "", filters: 3, address: "/search?field=05%2C06&region=33&sort=newest" }]);
    expect((await read(db, listSavedSearches, other, {})).items).toEqual([]);
    await expect(run(dropSearch, other, { searchId })).rejects.toMatchObject({ code: "NOT_PERMITTED" });
    const at = await dueAt(searchId);
    await run(dropSearch, mine, { searchId });
    expect(await run(alertSearch, SYSTEM, { searchId, dueAt: at })).toEqual({ found: 0 });
  });
});
