import { roomsMovedSince } from "@ttx/domain/negotiation";
import type { Deps } from "@ttx/domain/shared/database";

const POLL_MS = 400;

type Listener = (sequence: number) => void;
type Watched = { seen: number; readonly listeners: Set<Listener> };

export type RoomHub = {
  /** Calls back with how far the room's record goes whenever it has grown; returns how to stop. */
  watch(roomId: string, seen: number, listener: Listener): () => void;
};

const hubs = new WeakMap<Deps, RoomHub>();

/** The process's one reader of negotiation rooms: a single question for all watched rooms, none when nobody watches. It reads numbers, never words. */
export function roomHubOf(deps: Deps): RoomHub {
  let hub = hubs.get(deps);
  if (!hub) hubs.set(deps, (hub = openHub(deps)));
  return hub;
}

function openHub(deps: Deps): RoomHub {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;

  async function poll(): Promise<void> {
    const seen = new Map([...watched].map(([id, room]) => [id, room.seen]));
    // A database that does not answer tells nothing; the next look asks again.
    const moved = await roomsMovedSince(deps, seen).catch(() => []);
    for (const { roomId, sequence } of moved) {
      const room = watched.get(roomId);
      if (!room) continue;
      room.seen = sequence;
      for (const listener of room.listeners) listener(sequence);
    }
    timer = watched.size > 0 ? setTimeout(() => void poll(), POLL_MS) : undefined;
  }

  return {
    watch: (roomId, seen, listener) => {
      const room: Watched = watched.get(roomId) ?? { seen, listeners: new Set() };
      watched.set(roomId, room);
      room.listeners.add(listener);
      timer ??= setTimeout(() => void poll(), POLL_MS);
      return () => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0) watched.delete(roomId);
      };
    },
  };
}
