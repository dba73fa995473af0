import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorOfToken, revokeOtherSessions } from "@ttx/domain/identity";
import { execute } from "@ttx/domain/shared/execute";
import { ANONYMOUS } from "@ttx/domain/shared/actor";
import { anAccount, signedIn } from "@ttx/domain/testing/accounts";
import { testDatabase, type TestDatabase } from "@ttx/domain/testing/database";
import { anOrigin } from "@ttx/domain/testing/origin";
import { anOrganisation } from "@ttx/domain/testing/people";
import { whileSignedIn } from "../src/live/open-streams.ts";

/** A stream that says one thing and then waits for ever. */
function quietStream(type = "text/event-stream; charset=utf-8"): { readonly response: Response; readonly cancelled: () => boolean } {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("data: first\n\n")),
    cancel: () => void (cancelled = true),
  });
  return { response: new Response(body, { headers: { "content-type": type } }), cancelled: () => cancelled };
}

describe("X1 sessions: what is open when they end", () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it("X1 sessions: an open event stream ends when its session is revoked, those of other sessions stay", async () => {
    const account = await anAccount(db, await anOrganisation(db), ["BUYER"]);
    const [lost, kept] = [await signedIn(db, account), await signedIn(db, account)];
    const [lostActor, keptActor] = [await actorOfToken(db, lost.token), await actorOfToken(db, kept.token)];
    const [ofLost, ofKept] = [quietStream(), quietStream()];
    const lostReader = whileSignedIn(db, lostActor, ofLost.response).body!.getReader();
    const keptReader = whileSignedIn(db, keptActor, ofKept.response).body!.getReader();
    expect(new TextDecoder().decode((await lostReader.read()).value)).toBe("data: first\n\n");
    await keptReader.read();

    await execute(db, revokeOtherSessions, keptActor, {}, anOrigin());
    expect(await lostReader.read()).toEqual({ done: true, value: undefined });
    expect([ofLost.cancelled(), ofKept.cancelled()]).toEqual([true, false]);
    await keptReader.cancel();
    expect(ofKept.cancelled()).toBe(true); // leaving ends the source as well
  });

  it("X1 sessions: what is no event stream, or a visitor's, is handed on untouched", async () => {
    const { response } = quietStream();
    expect(whileSignedIn(db, ANONYMOUS, response)).toBe(response);
    const account = await anAccount(db, await anOrganisation(db), ["BUYER"]);
    const actor = await actorOfToken(db, (await signedIn(db, account)).token);
    const file = quietStream("application/pdf").response;
    expect(whileSignedIn(db, actor, file)).toBe(file);
  });
});
