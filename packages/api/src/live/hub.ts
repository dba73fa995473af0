import { NOTHING_SEEN, readLotsSince, type LotPosition } from "@ttx/domain/auction";
import type { Deps } from "@ttx/domain/shared/database";
import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { Channel, type Follower } from "./channel.ts";
import { eventText } from "./lot-event.ts";

/** How often lots that nobody here bids on are looked at. */
const POLL_MS = 50;
/** A bid taken in this process is told sooner, but no sooner than this after the last look. */
const WOKEN_MS = 15;
const HEARTBEAT_MS = 15_000;
const CLOCK_MS = 1_000;

export type LotHub = {
  /** Tells the follower what it has missed, then every move, none lost and none twice. Returns how to stop; null when there is no such lot. */
  follow(auctionId: string, seen: LotPosition, follower: Follower): Promise<(() => void) | null>;
  /** Something was just committed here: look at once. */
  wake(): void;
  readonly followers: number;
};

const hubs = new WeakMap<Deps, LotHub>();

/**
 * The process's one reader of live lots: a single query for all followed lots, whatever the number of followers, so that the bidding's own
 * transactions tell nobody anything. Works the same in every process beside the one that took the bid.
 */
export function hubOf(deps: Deps, onError: (error: unknown) => void = () => undefined): LotHub {
  let hub = hubs.get(deps);
  if (!hub) hubs.set(deps, (hub = openHub(deps, onError)));
  return hub;
}

function openHub(deps: Deps, onError: (error: unknown) => void): LotHub {
  const channels = new Map<string, Promise<Channel | null>>();
  const open = new Map<string, Channel>();
  const clock = serverClock(deps);
  let timer: NodeJS.Timeout | undefined;
  let heart: NodeJS.Timeout | undefined;
  let looking = false;
  let woken = false;
  let lookedAt = -Infinity;

  function look(afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void poll(), afterMs);
  }

  async function poll(): Promise<void> {
    looking = true;
    woken = false;
    lookedAt = performance.now();
    try {
      const updates = await readLotsSince(deps, new Map([...open].map(([id, channel]) => [id, channel.position])));
      const now = updates.length > 0 ? await clock() : new Date(0);
      for (const update of updates) open.get(update.auctionId)?.tell(update, now);
    } catch (error) {
      onError(error);
    }
    looking = false;
    if (open.size > 0) look(woken ? WOKEN_MS : POLL_MS);
    else timer = undefined;
  }

  function beat(): void {
    const sign = Buffer.from(": \n\n");
    for (const channel of open.values()) channel.beat(sign);
  }

  async function openChannel(auctionId: string): Promise<Channel | null> {
    const [first] = await readLotsSince(deps, new Map([[auctionId, NOTHING_SEEN]]));
    if (!first) return null;
    const channel = new Channel(first);
    open.set(auctionId, channel);
    if (timer === undefined && !looking) look(POLL_MS);
    heart ??= setInterval(beat, HEARTBEAT_MS).unref();
    return channel;
  }

  async function channelOf(auctionId: string): Promise<Channel | null> {
    let channel = channels.get(auctionId);
    if (!channel) {
      channel = openChannel(auctionId);
      channels.set(auctionId, channel);
      channel.then((found) => (found === null ? channels.delete(auctionId) : true), () => channels.delete(auctionId));
    }
    return channel;
  }

  /** A channel that nobody follows, or is about to, is given up. */
  function giveUp(auctionId: string, channel: Channel): void {
    if (channel.isWanted || open.get(auctionId) !== channel) return;
    open.delete(auctionId);
    channels.delete(auctionId);
  }

  /** Away for long: told from the database, piece by piece, until the channel's own memory reaches. */
  async function tellOld(auctionId: string, channel: Channel, from: LotPosition, follower: Follower): Promise<LotPosition> {
    let seen = from;
    while (!channel.reaches(seen)) {
      const [missed] = await readLotsSince(deps, new Map([[auctionId, seen]]));
      if (!missed || missed.upTo <= seen.sequence) break;
      follower.send(Buffer.from(eventText(missed, await clock())));
      seen = { sequence: missed.upTo, version: missed.snapshot.version };
    }
    return seen;
  }

  return {
    async follow(auctionId, from, follower) {
      const channel = await channelOf(auctionId);
      if (channel === null) return null;
      channel.expected += 1;
      try {
        const seen = await tellOld(auctionId, channel, from, follower);
        const now = await clock();
        // Nothing waits from here on, so that nothing happens between what was missed and what comes.
        channel.join(follower, seen, now);
      } finally {
        channel.expected -= 1;
        giveUp(auctionId, channel);
      }
      return () => {
        channel.leave(follower);
        giveUp(auctionId, channel);
      };
    },
    wake() {
      if (woken || open.size === 0) return;
      woken = true;
      if (!looking) look(Math.max(0, lookedAt + WOKEN_MS - performance.now()));
    },
    get followers() {
      return [...open.values()].reduce((sum, channel) => sum + channel.followers, 0);
    },
  };
}

/** The domain clock, asked once a second at most; in between it runs on by this machine's counter. */
function serverClock(deps: Deps): () => Promise<Date> {
  let ahead: number | undefined;
  let askedAt = -Infinity;
  return async () => {
    if (ahead === undefined || performance.now() - askedAt > CLOCK_MS) {
      askedAt = performance.now();
      const now = await readDomainTime(deps.db, deps.config.mode);
      ahead = now.getTime() - performance.now();
    }
    return new Date(performance.now() + ahead);
  };
}
