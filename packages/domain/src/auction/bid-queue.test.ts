import { describe, expect, it } from "vitest";
import { anOrigin } from "../../testing/origin.ts";
import { SYSTEM } from "../shared/actor.ts";
import { fen } from "../shared/money.ts";
import { bidQueues, type Taken } from "./bid-queue.ts";

function filled(lots: Record<string, number>) {
  const queues = bidQueues<string>();
  const add = (lot: string, count: number): void => {
    for (let i = 0; i < count; i += 1) queues.add(lot, { actor: SYSTEM, stands: null, origin: anOrigin(), amountFen: fen(1n), requestId: `request-${i}`, settle: () => undefined, fail: () => undefined });
  };
  for (const [lot, count] of Object.entries(lots)) add(lot, count);
  return { queues, add };
}
const sizes = (taken: readonly Taken<string>[]) => taken.map(({ queue, bids }) => [queue.auctionId, bids.length]);

describe("T2 auction: bids that wait", () => {
  it("of a small crowd go all at once, of a larger one the half, and never more than a commit is good for", () => {
    for (const [crowd, taken] of [[1, 1], [32, 32], [50, 32], [64, 32], [201, 101], [256, 128], [900, 128]] as const) {
      expect(sizes(filled({ a: crowd }).queues.take("lane"))).toEqual([["a", taken]]);
    }
  });

  it("a crowd keeps to its halves: what is on its way counts as part of it", () => {
    const { queues, add } = filled({ a: 64 });
    const first = queues.take("lane");
    const second = queues.take("lane");
    expect([sizes(first), sizes(second)]).toEqual([[["a", 32]], [["a", 32]]]);
    for (const one of first) queues.giveBack(one);
    add("a", 32);
    expect(sizes(queues.take("lane"))).toEqual([["a", 32]]);
  });

  it("of many lots are taken together, and of a lot whose bids are on their way only by whoever has them", () => {
    const { queues, add } = filled({ a: 2, b: 3, c: 1 });
    const taken = queues.take("one");
    expect(sizes(taken)).toEqual([["a", 2], ["b", 3], ["c", 1]]);
    add("b", 4);
    expect(queues.isAnyFree()).toBe(false);
    expect([queues.wait("one", 4), queues.wait("two", 1)]).toEqual([true, false]);
    expect(sizes(queues.take("two"))).toEqual([]);
    expect(sizes(queues.take("one"))).toEqual([["b", 4]]);
    for (const one of taken) queues.giveBack(one);
    add("b", 1);
    expect(queues.isAnyFree()).toBe(false);
    add("a", 1);
    expect(sizes(queues.take("two"))).toEqual([["a", 1]]);
  });
});
