import { setTimeout as sleep } from "node:timers/promises";

export type Loop = { readonly name: string; stop(): Promise<void> };

/** Runs a step again and again: at once while it says there is more to do, else after a pause; a step that fails is reported and tried again. */
export function startLoop(name: string, pauseMs: number, step: () => Promise<"more" | "idle">, onError: (name: string, error: unknown) => void): Loop {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const outcome = await step().catch((error: unknown) => {
        onError(name, error);
        return "idle" as const;
      });
      if (outcome === "idle") await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    name,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
