import type { Rendered } from "./render.ts";
import { prepare, type StoredPage } from "./stored-page.ts";

export type PageCacheOptions = {
  readonly render: (key: string) => Promise<Rendered>;
  readonly now: () => number;
  readonly onFault: (error: unknown, key: string) => void;
  readonly freshMs?: number;
  readonly staleMs?: number;
  /** After a change of data, a page older than this is made anew before it is shown. */
  readonly changedMs?: number;
  readonly maxBytes?: number;
};

export type Kept = { readonly page: StoredPage; readonly how: "hit" | "stale" | "miss" };

type Entry = { readonly page: StoredPage; readonly madeAt: number; readonly version: number };

/**
 * Whole public pages in memory. Fresh for some seconds; then shown once more while a new one is made; the least recently used go first.
 * However many ask at once, a page is made once.
 */
export function createPageCache({ render, now, onFault, freshMs = 5_000, staleMs = 60_000, changedMs = 1_000, maxBytes = 64 * 1024 * 1024 }: PageCacheOptions) {
  const entries = new Map<string, Entry>();
  const making = new Map<string, { readonly page: Promise<StoredPage>; readonly version: number }>();
  let bytes = 0;
  let version = 0;
  let forgotten = 0;

  function drop(key: string) {
    bytes -= entries.get(key)?.page.bytes ?? 0;
    entries.delete(key);
  }

  async function build(key: string): Promise<StoredPage> {
    const started = { madeAt: now(), version };
    const page = await prepare(await render(key));
    drop(key);
    // A page that was begun before something was withheld may still say it.
    if (page.keep && started.version >= forgotten) {
      entries.set(key, { page, ...started });
      bytes += page.bytes;
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes || oldest === key) break;
        drop(oldest);
      }
    }
    return page;
  }

  function make(key: string): Promise<StoredPage> {
    const running = making.get(key);
    if (running && running.version >= forgotten) return running.page;
    const page = build(key).finally(() => {
      if (making.get(key)?.page === page) making.delete(key);
    });
    making.set(key, { page, version });
    return page;
  }

  return {
    async get(key: string): Promise<Kept> {
      const entry = entries.get(key);
      const age = entry ? now() - entry.madeAt : Infinity;
      const changed = entry !== undefined && entry.version !== version;
      if (!entry || age > staleMs || (changed && age > changedMs)) return { page: await make(key), how: "miss" };
      entries.delete(key);
      entries.set(key, entry);
      if (age <= freshMs && !changed) return { page: entry.page, how: "hit" };
      if (age > freshMs) make(key).catch((error: unknown) => onFault(error, key));
      return { page: entry.page, how: "stale" };
    },
    /** The data has changed: what was made before is old. */
    changed() {
      version += 1;
    },
    /** Something is withheld: nothing that was made before is shown again, not even once. */
    forget() {
      version += 1;
      forgotten = version;
      entries.clear();
      bytes = 0;
    },
    size: () => ({ pages: entries.size, bytes }),
  };
}

export type PageCache = ReturnType<typeof createPageCache>;
