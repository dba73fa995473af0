import { describe, expect, it } from "vitest";
import { priorityAfterClose, type PriorityHolder } from "./priority.rules.ts";

const DEADLINE = new Date("2025-11-17T16:00:00Z");
const before = new Date("2025-11-12T02:00:00Z");

describe("T2 auction: priority after close (trading §5.6)", () => {
  const accept = (bidderNo: string, rank: number, answeredAt = before): PriorityHolder => ({ bidderNo, rank, answer: "ACCEPT", answeredAt });
  const decline = (bidderNo: string, rank: number): PriorityHolder => ({ bidderNo, rank, answer: "DECLINE", answeredAt: before });
  it.each<[string, PriorityHolder[], Date, object]>([
    ["first in rank accepts", [{ bidderNo: "B", rank: 2 }, accept("A", 1)], before, { kind: "TAKEN", bidderNo: "A" }],
    ["second accepts, first may still answer", [{ bidderNo: "A", rank: 1 }, accept("B", 2)], before, { kind: "WAITING" }],
    ["second accepts, first declined", [decline("A", 1), accept("B", 2)], before, { kind: "TAKEN", bidderNo: "B" }],
    ["second accepts, first stays silent", [{ bidderNo: "A", rank: 1 }, accept("B", 2)], DEADLINE, { kind: "TAKEN", bidderNo: "B" }],
    ["an answer at the deadline is late", [accept("A", 1, DEADLINE)], DEADLINE, { kind: "WAIVED" }],
    ["same rank: the earlier answer", [accept("B", 1), accept("A", 1, new Date(before.getTime() - 1))], before, { kind: "TAKEN", bidderNo: "A" }],
    ["all decline", [decline("A", 1), decline("B", 2)], before, { kind: "WAIVED" }],
    ["nobody has answered", [{ bidderNo: "A", rank: 1 }], before, { kind: "WAITING" }],
  ])("T2 auction: %s", (_name, holders, now, outcome) => {
    expect(priorityAfterClose(holders, DEADLINE, now)).toEqual(outcome);
  });
});
