import { RECENT_BIDS, type LotPosition, type LotUpdate } from "@ttx/domain/auction";
import { eventText, isCurrent, type Told } from "./lot-event.ts";

/** Bids kept for those who come back after a break; who was away longer is told from the database. */
const KEPT_BIDS = 1_000;
/** So many are visited at one go: between two, bids and newcomers have their turn. */
const AT_ONE_GO = 256;

/** Whoever follows a lot. `send` takes an event or a sign of life as it goes over the wire; `seen` is the channel's to keep. */
export type Follower = { seen: LotPosition; send(event: Buffer): void };

/**
 * One lot as this process follows it. Its followers are visited in a circle, over and over, as long as one of them has not heard everything; whoever's turn it
 * is hears all that has happened since his last. A move so waits for one circle at most, however many there are and however fast moves come.
 */
export class Channel {
  private readonly followed = new Set<Follower>();
  private circle = this.followed.values();
  /** Visits until everybody has heard the last move, and until everybody has had the last sign of life. */
  private movesLeft = 0;
  private signsLeft = 0;
  private sign: Buffer | undefined;
  private isGoing = false;
  private hasMoved = true;
  private readonly events = new Map<string, Buffer>();
  private lastMade: { readonly seen: LotPosition; readonly event: Buffer } | undefined;
  /** How many are being told what they missed and will join. */
  expected = 0;
  private last: LotUpdate;
  private at: LotPosition;
  private bids: LotUpdate["bids"];
  /** Every accepted bid after this place is kept. */
  private floor: number;
  private readonly serverTime: () => Date;

  /** `serverTime` says what time it is for the followers whenever an event is made. */
  constructor(first: LotUpdate, serverTime: () => Date) {
    this.last = first;
    this.at = positionOf(first);
    this.bids = first.bids;
    this.floor = Math.max(0, first.upTo - RECENT_BIDS);
    this.serverTime = serverTime;
  }

  get position(): LotPosition {
    return this.at;
  }

  get followers(): number {
    return this.followed.size;
  }

  get isWanted(): boolean {
    return this.followers + this.expected > 0;
  }

  /** Whether what somebody has missed is still kept here. */
  reaches(seen: LotPosition): boolean {
    return seen.sequence < 0 || seen.sequence >= this.floor;
  }

  /** Tells what was missed; from here on the follower hears every move once. Who comes from a process that was ahead hears nothing until this one has come as far. */
  join(follower: Follower): void {
    this.bring(follower);
    this.followed.add(follower);
    if (this.isGoing) this.movesLeft += 1; // he may stand before somebody who has not heard yet
  }

  leave(follower: Follower): void {
    this.followed.delete(follower);
  }

  tell(update: LotUpdate): void {
    this.last = update;
    this.at = positionOf(update);
    this.forgetEvents();
    this.bids = [...this.bids, ...update.bids];
    if (this.bids.length > 2 * KEPT_BIDS) this.forget();
    this.hasMoved = true;
    this.movesLeft = this.followed.size;
    this.go();
  }

  /** A sign of life for those who have heard nothing since the last one. */
  beat(sign: Buffer): void {
    if (!this.hasMoved) {
      this.sign = sign;
      this.signsLeft = this.followed.size;
      this.go();
    }
    this.hasMoved = false;
  }

  private go(): void {
    if (this.isGoing) return;
    this.isGoing = true;
    this.visitSome();
  }

  private visitSome(): void {
    this.forgetEvents();
    for (let n = AT_ONE_GO; n > 0 && this.movesLeft + this.signsLeft > 0; n -= 1) {
      const follower = this.next();
      if (follower === undefined) this.movesLeft = this.signsLeft = 0;
      else this.visit(follower);
    }
    this.isGoing = this.movesLeft + this.signsLeft > 0;
    if (this.isGoing) setImmediate(() => this.visitSome());
  }

  /** Around the circle: whoever joins stands at its end, whoever leaves is left out. */
  private next(): Follower | undefined {
    const { value, done } = this.circle.next();
    if (!done) return value;
    this.circle = this.followed.values();
    return this.circle.next().value;
  }

  private visit(follower: Follower): void {
    const wantsSign = this.signsLeft > 0;
    this.movesLeft = Math.max(0, this.movesLeft - 1);
    this.signsLeft = Math.max(0, this.signsLeft - 1);
    try {
      if (!this.bring(follower) && wantsSign) follower.send(this.sign!);
    } catch {
      this.leave(follower); // gone without a word, which is nobody else's trouble
    }
  }

  /** Whether there was anything to tell. */
  private bring(follower: Follower): boolean {
    const { seen } = follower;
    const { at } = this;
    if (isCurrent(seen, at)) return false;
    follower.send(this.eventSince(seen));
    follower.seen = isCurrent(at, seen) ? at : { sequence: Math.max(seen.sequence, at.sequence), version: Math.max(seen.version, at.version) };
    return true;
  }

  /** Made once for all who have missed the same and whose turn it is now. */
  private eventSince(seen: LotPosition): Buffer {
    if (this.lastMade?.seen === seen) return this.lastMade.event;
    const key = `${seen.sequence}.${seen.version}`;
    const event = this.events.get(key) ?? this.makeEvent(seen);
    this.events.set(key, event);
    this.lastMade = { seen, event };
    return event;
  }

  private makeEvent(seen: LotPosition): Buffer {
    const after = seen.sequence < 0 ? this.last.upTo - RECENT_BIDS : seen.sequence;
    const told: Told = { snapshot: this.last.snapshot, bids: this.bids.filter(({ sequence }) => sequence > after), upTo: Math.max(this.last.upTo, seen.sequence) };
    return Buffer.from(eventText(told, this.serverTime()));
  }

  /** An event tells what time it is, and so is good for one go. */
  private forgetEvents(): void {
    this.events.clear();
    this.lastMade = undefined;
  }

  /** Gives up old bids, but none that a follower has still to hear of. */
  private forget(): void {
    let floor = this.bids.at(-KEPT_BIDS - 1)!.sequence;
    for (const { seen } of this.followed) floor = Math.min(floor, seen.sequence);
    this.floor = floor;
    this.bids = this.bids.filter(({ sequence }) => sequence > floor);
  }
}

function positionOf({ upTo, snapshot }: LotUpdate): LotPosition {
  return { sequence: upTo, version: snapshot.version };
}
