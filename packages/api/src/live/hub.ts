import { NOTHING_SEEN, readLotsSince } from "@ttx/domain/auction";
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
  follow(auctionId: string, follower: Follower): Promise<(() => void) | null>;
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
      if (updates.length > 0) await clock.keep();
      for (const update of updates) open.get(update.auctionId)?.tell(update);
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
    await clock.keep();
    const channel = new Channel(first, clock.now);
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
  async function tellOld(auctionId: string, channel: Channel, follower: Follower): Promise<void> {
    while (!channel.reaches(follower.seen)) {
      const [missed] = await readLotsSince(deps, new Map([[auctionId, follower.seen]]));
      if (!missed || missed.upTo <= follower.seen.sequence) break;
      await clock.keep();
      follower.send(Buffer.from(eventText(missed, clock.now())));
      follower.seen = { sequence: missed.upTo, version: missed.snapshot.version };
    }
  }

  return {
    async follow(auctionId, follower) {
      const channel = await channelOf(auctionId);
      if (channel === null) return null;
      channel.expected += 1;
      try {
        await tellOld(auctionId, channel, follower);
        await clock.keep();
        // Nothing waits from here on, so that nothing happens between what was missed and what comes.
        channel.join(follower);
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

type ServerClock = {
  /** Asks the domain clock, once a second at most. */
  keep(): Promise<void>;
  /** What it said, and how long ago that was by this machine's counter. */
  now(): Date;
};

function serverClock(deps: Deps): ServerClock {
  let ahead = 0;
  let askedAt = -Infinity;
  let asked: Promise<void> = Promise.resolve();
  async function ask(): Promise<void> {
    askedAt = performance.now();
    try {
      ahead = (await readDomainTime(deps.db, deps.config.mode)).getTime() - performance.now();
    } catch (error) {
      askedAt = -Infinity;
      throw error;
    }
  }
  return {
    keep() {
      if (performance.now() - askedAt > CLOCK_MS) asked = ask();
      return asked;
    },
    now: () => new Date(performance.now() + ahead),
  };
}
