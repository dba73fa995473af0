import { endedCallers } from "@ttx/domain/identity";
import type { Actor } from "@ttx/domain/shared/actor";
import type { Deps } from "@ttx/domain/shared/database";

const CHECK_MS = 1_000;

type Caller = { readonly kind: "person" | "key"; readonly id: string };
type Watched = { readonly caller: Caller; readonly ends: Set<() => void> };
type Watcher = { watch(caller: Caller, end: () => void): () => void };

const watchers = new WeakMap<Deps, Watcher>();

function callerOf(actor: Actor): Caller | null {
  if (actor.kind === "person") return { kind: "person", id: actor.sessionId };
  return actor.kind === "key" ? { kind: "key", id: actor.apiKeyId } : null;
}

/** The process's one watch over the sessions and keys that have streams open: one question a second for all of them, none when there are none. */
function watcherOf(deps: Deps): Watcher {
  let watcher = watchers.get(deps);
  if (!watcher) watchers.set(deps, (watcher = openWatcher(deps)));
  return watcher;
}

function openWatcher(deps: Deps): Watcher {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;

  async function check(): Promise<void> {
    const ids = (kind: Caller["kind"]): string[] => [...watched.values()].filter(({ caller }) => caller.kind === kind).map(({ caller }) => caller.id);
    // A database that does not answer ends no stream; the next check asks again.
    const ended = await endedCallers(deps, ids("person"), ids("key")).catch(() => []);
    for (const id of ended) for (const end of watched.get(id)?.ends ?? []) end();
    timer = watched.size > 0 ? setTimeout(() => void check(), CHECK_MS) : undefined;
  }

  return {
    watch: (caller, end) => {
      const entry: Watched = watched.get(caller.id) ?? { caller, ends: new Set() };
      watched.set(caller.id, entry);
      entry.ends.add(end);
      timer ??= setTimeout(() => void check(), CHECK_MS);
      return () => {
        entry.ends.delete(end);
        if (entry.ends.size === 0 && watched.get(caller.id) === entry) watched.delete(caller.id);
      };
    },
  };
}

/** Calls `end` when the session or key that opened a stream counts no more; a visitor's stream has none. Returns how to stop watching. */
export function untilSignedOut(deps: Deps, actor: Actor, end: () => void): () => void {
  const caller = callerOf(actor);
  return caller === null ? () => undefined : watcherOf(deps).watch(caller, end);
}

/** An event stream lasts no longer than the session or key that opened it. What is no stream, or was opened by a visitor, is passed on as it is. */
export function whileSignedIn(deps: Deps, actor: Actor, response: Response): Response {
  if (callerOf(actor) === null || response.body === null || !response.headers.get("content-type")?.startsWith("text/event-stream")) return response;
  const reader = response.body.getReader();
  const unwatch = untilSignedOut(deps, actor, () => void reader.cancel());
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) return controller.enqueue(value);
      unwatch();
      controller.close();
    },
    cancel(reason) {
      unwatch();
      return reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
