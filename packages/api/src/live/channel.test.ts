import { setImmediate as turn } from "node:timers/promises";
import { NOTHING_SEEN, type LotPosition, type LotUpdate } from "@ttx/domain/auction";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Channel, type Follower } from "./channel.ts";

const NOW = new Date("2026-11-29T06:00:00Z");

/** What came between two places of the log. */
function moved(from: number, to: number, version = to): LotUpdate {
  return {
    auctionId: "lot",
    upTo: to,
    snapshot: { state: "OPEN_FREE", version, sequence: to, currentFen: 1n, leaderNo: null, acceptedCount: to, nextMinimumFen: 2n, freeEndsAt: NOW, endsAt: NOW, chainHead: "", reserveMet: null },
    bids: Array.from({ length: to - from }, (_, i) => ({ sequence: from + 1 + i, bidderNo: null, amountFen: null, verdict: "ACCEPTED", receivedAt: NOW })),
  };
}

class Screen implements Follower {
  readonly heard: number[] = [];
  signs = 0;
  seen: LotPosition;
  readonly from: number;

  constructor(seen: LotPosition = NOTHING_SEEN) {
    this.seen = seen;
    this.from = seen.sequence;
  }

  send(event: Buffer): void {
    const [, data] = /\ndata: (.+)\n\n$/.exec(event.toString()) ?? [];
    if (data === undefined) this.signs += 1;
    else this.heard.push(...(JSON.parse(data) as { bids: { sequence: number }[] }).bids.map(({ sequence }) => sequence));
  }
}

const numbers = (from: number, to: number): number[] => moved(from, to).bids.map(({ sequence }) => sequence);
const ages = async (): Promise<void> => {
  for (let i = 0; i < 40; i += 1) await turn();
};

/** More than are told at one go. */
const CROWD = 700;

function crowdOf(channel: Channel, count: number, seen: LotPosition): Screen[] {
  return Array.from({ length: count }, () => {
    const screen = new Screen(seen);
    channel.join(screen);
    return screen;
  });
}

const act = fc.oneof(
  fc.record({ kind: fc.constant("move" as const), bids: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ kind: fc.constant("join" as const), behind: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant("leave" as const), who: fc.nat(CROWD) }),
  fc.record({ kind: fc.constant("turn" as const) }),
  fc.record({ kind: fc.constant("beat" as const) }),
);

describe("T2 live: one lot and its followers", () => {
  it("tells each every bid once and in order, whoever joins, leaves or comes back while others are being told", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 60 }), async (acts) => {
        const channel = new Channel(moved(0, 10), () => NOW);
        let [at, version] = [10, 10];
        const here = new Set(crowdOf(channel, CROWD, channel.position));
        for (const one of acts) {
          if (one.kind === "turn") await turn();
          else if (one.kind === "beat") channel.beat(Buffer.from(": \n\n"));
          else if (one.kind === "move") channel.tell(moved(at, (at += one.bids), (version += 1)));
          else if (one.kind === "leave") {
            const gone = [...here][one.who % here.size]!;
            channel.leave(gone);
            here.delete(gone);
          } else here.add(crowdOf(channel, 1, { sequence: Math.max(0, at - one.behind), version: version - 1 })[0]!);
        }
        await ages();
        for (const screen of here) expect(screen.heard).toEqual(numbers(screen.from, at));
      }),
      { numRuns: 40 },
    );
  });

  it("tells somebody new the last fifty, and one who was ahead nothing before this process has come as far", async () => {
    const channel = new Channel(moved(0, 50), () => NOW);
    channel.tell(moved(50, 120));
    const [recent] = crowdOf(channel, 1, NOTHING_SEEN);
    expect(recent!.heard).toEqual(numbers(70, 120));
    const [ahead] = crowdOf(channel, 1, { sequence: 125, version: 125 });
    channel.tell(moved(120, 124));
    expect(ahead!.heard).toEqual([]);
    channel.tell(moved(124, 130));
    expect(ahead!.heard).toEqual(numbers(125, 130));
  });

  it("lets others have their turn between two goes, and tells whoever is late all at once", async () => {
    const channel = new Channel(moved(0, 1), () => NOW);
    const crowd = crowdOf(channel, CROWD, channel.position);
    channel.tell(moved(1, 2));
    expect(crowd.filter(({ heard }) => heard.length > 0)).toHaveLength(256);
    channel.tell(moved(2, 3));
    await ages();
    for (const { heard } of crowd) expect(heard).toEqual([2, 3]);
  });

  it("goes on for all others when one of them can be told nothing any more", async () => {
    const channel = new Channel(moved(0, 1), () => NOW);
    const crowd = crowdOf(channel, CROWD, channel.position);
    for (const at of [0, 300, CROWD - 1]) crowd[at]!.send = () => { throw new Error("closed"); };
    channel.tell(moved(1, 2));
    await ages();
    channel.tell(moved(2, 3));
    await ages();
    expect(channel.followers).toBe(CROWD - 3);
    expect(crowd.filter(({ heard }) => heard.join() === "2,3")).toHaveLength(CROWD - 3);
  });

  it("keeps every bid that somebody has still to hear, however many come while he waits", async () => {
    const channel = new Channel(moved(0, 1), () => NOW);
    const crowd = crowdOf(channel, 300, channel.position);
    for (let at = 1; at < 5_001; at += 500) channel.tell(moved(at, at + 500));
    await ages();
    expect(crowd.at(-1)!.heard).toEqual(numbers(1, 5_001));
    expect(channel.reaches({ sequence: 4_500, version: 0 })).toBe(true);
  });

  it("gives a sign of life to those who have heard nothing since the last one", async () => {
    const channel = new Channel(moved(0, 1), () => NOW);
    const crowd = crowdOf(channel, CROWD, channel.position);
    const signs = async (): Promise<Set<number>> => {
      channel.beat(Buffer.from(": \n\n"));
      await ages();
      return new Set(crowd.map((screen) => screen.signs));
    };
    await signs();
    expect(await signs()).toEqual(new Set([1]));
    channel.tell(moved(1, 2));
    expect(await signs()).toEqual(new Set([1]));
    expect(await signs()).toEqual(new Set([2]));
  });
});
