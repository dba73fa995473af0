import { describe, expect, it } from "vitest";
import { alarmsOf, USUAL_LIMITS, type Figures } from "./alarms.rules.ts";

const WELL: Figures = {
  overdueActs: 0,
  failingActs: 0,
  mostOverdueSeconds: null,
  undeliveredEvents: 0,
  oldestUndeliveredSeconds: null,
  unhandledEvents: 0,
  oldestUnhandledSeconds: null,
  unsealedEntries: 3,
  oldestUnsealedSeconds: 2,
  queuedMails: 0,
  oldestQueuedMailSeconds: null,
  failedMails: 0,
  workers: 1,
  lastBeatSeconds: 3,
};

describe("X6 operations: alarms", () => {
  it.each<[string, Partial<Figures>, string[]]>([
    ["all is well", {}, []],
    ["as old as the limit is not over it", { mostOverdueSeconds: USUAL_LIMITS.overdueActSeconds }, []],
    ["an act is overdue", { mostOverdueSeconds: 61 }, ["ACT_OVERDUE"]],
    ["an event is not delivered", { oldestUndeliveredSeconds: 31 }, ["EVENT_UNDELIVERED"]],
    ["an event is not handled", { oldestUnhandledSeconds: 301 }, ["EVENT_UNHANDLED"]],
    ["the record is not sealed", { oldestUnsealedSeconds: 61 }, ["ENTRY_UNSEALED"]],
    ["mail waits", { oldestQueuedMailSeconds: 601 }, ["MAIL_WAITING"]],
    ["one mail failed", { failedMails: 1 }, ["MAIL_FAILED"]],
    ["no worker has beaten", { workers: 0, lastBeatSeconds: 400 }, ["NO_WORKER"]],
    ["no worker has ever run", { workers: 0, lastBeatSeconds: null, mostOverdueSeconds: 3_600 }, ["NO_WORKER", "ACT_OVERDUE"]],
  ])("%s", (_name, change, codes) => {
    expect(alarmsOf({ ...WELL, ...change }, USUAL_LIMITS).map(({ code }) => code)).toEqual(codes);
  });
});
