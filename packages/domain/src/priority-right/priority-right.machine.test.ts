import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { PRIORITY_STATE_LABELS } from "./priority-right.labels.ts";
import { PRIORITY_MOVES, type PriorityEvent, type PriorityState } from "./priority-right.machine.ts";
import { blockedBy, DEFAULT_PRIORITY_PARAMETERS, leastDays, rightsArise, stateAt } from "./priority-right.rules.ts";

// Written by hand; "." must refuse.
const EXPECTED = `
          notify   exercise  waive  lapse
NAMED     NOTIFIED EXERCISED WAIVED .
NOTIFIED  .        EXERCISED WAIVED LAPSED
EXERCISED .        .         .      .
WAIVED    .        .         .      .
LAPSED    .        .         .      .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));

describe("T1 T3 priority rights", () => {
  it.each(CELLS)("T3 priority right: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(PRIORITY_MOVES, from as PriorityState, event as PriorityEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T3 priority right: matrix, labels and table name the same states", () => {
    const states = new Set<string>(PRIORITY_MOVES.flatMap(([from, , , to]) => [from, to]));
    expect(new Set(ROWS.map(([from]) => from))).toEqual(states);
    expect(new Set(Object.keys(PRIORITY_STATE_LABELS))).toEqual(states);
    expect(new Set(finalStates(PRIORITY_MOVES))).toEqual(new Set(["EXERCISED", "WAIVED", "LAPSED"]));
  });

  const now = new Date("2026-03-02T00:00:00Z");
  const later = new Date("2026-03-05T00:00:00Z");
  const right = { state: "NOTIFIED", dueAt: later, holder: "钱研", holderId: null } as const;

  it("T3 priority right: who stays away until the deadline has waived, at that very instant", () => {
    expect([stateAt(right, now), stateAt(right, later), stateAt({ state: "WAIVED", dueAt: later }, now)]).toEqual(["NOTIFIED", "LAPSED", "WAIVED"]);
  });

  it.each([
    ["nobody holds one", [], null],
    ["named only", [{ ...right, state: "NAMED", dueAt: null }], "NOT_NOTIFIED"],
    ["notified, still deciding", [right], "STILL_OPEN"],
    ["the deadline is over", [{ ...right, dueAt: now }], null],
    ["waived", [{ ...right, state: "WAIVED" }], null],
    ["exercised by another", [{ ...right, state: "EXERCISED", holderId: "h" }], "EXERCISED"],
    ["exercised by a person outside", [{ ...right, state: "EXERCISED" }], "EXERCISED"],
    ["exercised by the buyer himself", [{ ...right, state: "EXERCISED", holderId: "buyer" }], null],
  ] as const)("T3 priority right: %s", (_case, rights, reason) => {
    expect(blockedBy(rights, "buyer", now)?.reason ?? null).toBe(reason);
  });

  it("T3 priority right: three days from a notice, five from a display; not on licences", () => {
    expect([leastDays("SERVED", DEFAULT_PRIORITY_PARAMETERS), leastDays("DISPLAYED", DEFAULT_PRIORITY_PARAMETERS), rightsArise("ASSIGNMENT"), rightsArise("LICENCE")]).toEqual([3, 5, true, false]);
  });
});
