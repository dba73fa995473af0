import { readLotsSince, type LotUpdate } from "@ttx/domain/auction";
import type { Deps } from "@ttx/domain/shared/database";

const POLL_MS = 100;

type Seen = { readonly sequence: number; readonly version: number };
type Listener = (update: LotUpdate) => void;
type Watched = { seen: Seen; readonly listeners: Set<Listener> };

export type LotHub = {
  /** Calls back with everything that happens on the lot after `seen`; returns how to stop. */
  watch(auctionId: string, listener: Listener): () => void;
};

const hubs = new WeakMap<Deps, LotHub>();

/**
 * The process's one reader of live lots: a single query for all watched lots every tenth of a second, whatever the number of watchers, so that
 * the bidding's own transactions tell nobody anything. Works the same in every process beside the one that took the bid.
 */
export function hubOf(deps: Deps, onError: (error: unknown) => void = () => undefined): LotHub {
  let hub = hubs.get(deps);
  if (!hub) {
    hub = openHub(deps, onError);
    hubs.set(deps, hub);
  }
  return hub;
}

function openHub(deps: Deps, onError: (error: unknown) => void): LotHub {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;

  async function poll(): Promise<void> {
    try {
      const seen = new Map([...watched].map(([id, lot]) => [id, lot.seen]));
      for (const update of await readLotsSince(deps, seen)) {
        const lot = watched.get(update.auctionId);
        if (!lot) continue;
        lot.seen = { sequence: update.snapshot.sequence, version: update.snapshot.version };
        for (const listener of lot.listeners) listener(update);
      }
    } catch (error) {
      onError(error);
    }
    timer = watched.size > 0 ? setTimeout(() => void poll(), POLL_MS) : undefined;
  }

  return {
    watch: (auctionId, listener) => {
      const lot: Watched = watched.get(auctionId) ?? { seen: { sequence: -1, version: -1 }, listeners: new Set() };
      watched.set(auctionId, lot);
      lot.listeners.add(listener);
      timer ??= setTimeout(() => void poll(), 0);
      return () => {
        lot.listeners.delete(listener);
        if (lot.listeners.size === 0) watched.delete(auctionId);
      };
    },
  };
}
