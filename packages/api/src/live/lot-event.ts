import { NOTHING_SEEN, type LotPosition, type LotUpdate } from "@ttx/domain/auction";
import { toWire } from "@ttx/domain/shared/wire";

const EVENT_ID = /^(\d{1,9})\.(\d{1,9})$/;

/** What an event says: where the lot stands, and the bids that its reader has not seen. */
export type Told = Pick<LotUpdate, "snapshot" | "bids" | "upTo">;

/** One event; its id names what its reader has seen by then, so that a reconnect goes on exactly there. */
export function eventText({ snapshot, bids, upTo }: Told, serverTime: Date): string {
  return `id: ${upTo}.${snapshot.version}\nevent: lot\ndata: ${JSON.stringify(toWire({ ...snapshot, bids, serverTime }))}\n\n`;
}

/** What the reader says it has seen: of the last event when it comes back, of its page when it comes first; nothing when it says nothing. */
export function lastSeen(lastEventId: string | null, after: string | null): LotPosition {
  const match = EVENT_ID.exec(lastEventId ?? "") ?? EVENT_ID.exec(after ?? "");
  return match ? { sequence: Number(match[1]), version: Number(match[2]) } : NOTHING_SEEN;
}

/** Whether there is nothing to tell to somebody who has seen `seen`. */
export function isCurrent(seen: LotPosition, position: LotPosition): boolean {
  return position.sequence <= seen.sequence && position.version <= seen.version;
}
