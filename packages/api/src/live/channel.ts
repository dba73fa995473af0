import { RECENT_BIDS, type LotPosition, type LotUpdate } from "@ttx/domain/auction";
import { eventText, isCurrent, type Told } from "./lot-event.ts";

/** Bids kept for those who come back after a break; who was away longer is told from the database. */
const KEPT_BIDS = 1_000;

/** Whoever follows a lot. `send` takes an event or a sign of life as it goes over the wire. */
export type Follower = { send(event: Buffer): void };

/**
 * One lot as this process follows it. Its followers are in step: one event is made for all of them. Only who comes from a process that was ahead
 * is told apart until the channel has come as far.
 */
export class Channel {
  private readonly inStep = new Set<Follower>();
  private readonly ahead = new Map<Follower, LotPosition>();
  private readonly catchUps = new Map<string, Buffer>();
  /** How many are being told what they missed and will join. */
  expected = 0;
  private last: LotUpdate;
  private bids: LotUpdate["bids"];
  /** Every accepted bid after this place is kept. */
  private floor: number;

  constructor(first: LotUpdate) {
    this.last = first;
    this.bids = first.bids;
    this.floor = Math.max(0, first.upTo - RECENT_BIDS);
  }

  get position(): LotPosition {
    return { sequence: this.last.upTo, version: this.last.snapshot.version };
  }

  get followers(): number {
    return this.inStep.size + this.ahead.size;
  }

  get isWanted(): boolean {
    return this.followers + this.expected > 0;
  }

  /** Whether what somebody has missed is still kept here. */
  reaches(seen: LotPosition): boolean {
    return seen.sequence < 0 || seen.sequence >= this.floor;
  }

  /** Tells what was missed and lets the follower fall in step: from here on it gets every event once. */
  join(follower: Follower, seen: LotPosition, serverTime: Date): void {
    if (!isCurrent(seen, this.position)) follower.send(this.catchUp(seen, serverTime));
    if (seen.sequence > this.position.sequence || seen.version > this.position.version) this.ahead.set(follower, seen);
    else this.inStep.add(follower);
  }

  leave(follower: Follower): void {
    this.inStep.delete(follower);
    this.ahead.delete(follower);
  }

  tell(update: LotUpdate, serverTime: Date): void {
    this.last = update;
    this.bids = [...this.bids, ...update.bids];
    if (this.bids.length > KEPT_BIDS) {
      this.floor = this.bids.at(-KEPT_BIDS - 1)!.sequence;
      this.bids = this.bids.slice(-KEPT_BIDS);
    }
    this.catchUps.clear();
    const event = Buffer.from(eventText(update, serverTime));
    for (const follower of this.inStep) follower.send(event);
    for (const [follower, seen] of this.ahead) this.tellApart(follower, seen, serverTime);
  }

  beat(sign: Buffer): void {
    for (const follower of this.inStep) follower.send(sign);
    for (const follower of this.ahead.keys()) follower.send(sign);
  }

  private tellApart(follower: Follower, seen: LotPosition, serverTime: Date): void {
    if (isCurrent(seen, this.position)) return;
    follower.send(this.catchUp(seen, serverTime));
    const now = { sequence: Math.max(seen.sequence, this.position.sequence), version: Math.max(seen.version, this.position.version) };
    this.ahead.set(follower, now);
    if (!isCurrent(this.position, now)) return;
    this.ahead.delete(follower);
    this.inStep.add(follower);
  }

  /** Many come back at once after a break and have missed the same. */
  private catchUp(seen: LotPosition, serverTime: Date): Buffer {
    const key = `${seen.sequence}.${seen.version}`;
    let event = this.catchUps.get(key);
    if (!event) {
      const after = seen.sequence < 0 ? this.last.upTo - RECENT_BIDS : seen.sequence;
      const told: Told = { snapshot: this.last.snapshot, bids: this.bids.filter(({ sequence }) => sequence > after), upTo: Math.max(this.last.upTo, seen.sequence) };
      event = Buffer.from(eventText(told, serverTime));
      this.catchUps.set(key, event);
    }
    return event;
  }
}
