import type { Deps } from "@ttx/domain/shared/database";
import { countRequests, forgetOldWindows } from "@ttx/domain/shared/request-count";
import type { RateClass } from "./endpoint.ts";

/** Requests a minute for one caller (person, key or address), by class of endpoint. Published in the API's documentation. */
export const RATE_LIMITS: Record<RateClass, number> = { ordinary: 300, search: 300, credentials: 20, bid: 600 };

export type RateVerdict = { readonly allowed: true; readonly remaining: number } | { readonly allowed: false; readonly retryAfterSeconds: number };
export type RateLimits = { take(rate: RateClass, caller: string): Promise<RateVerdict> };

const MINUTE_MS = 60_000;
/** How long a process may count by itself what costs next to nothing, before it tells the others. */
const TELL_EVERY_MS = 1_000;
/** Tries of a password are few and must not be multiplied by the number of processes, not for a second. */
const EXACT: ReadonlySet<RateClass> = new Set<RateClass>(["credentials"]);

type Options = { readonly factor?: number; readonly now?: () => number; readonly onFault?: (error: unknown) => void };

/**
 * Allowances by fixed minutes that hold across processes (docs/decisions/0010). What is guessable is counted in the database at once. Everything else
 * is counted here and told to the database once a second, for all callers in one statement; what the others have counted comes back with it.
 * Where the database cannot be reached, the process goes on by its own count.
 */
export function rateLimits(deps: Pick<Deps, "pool">, { factor = 1, now = Date.now, onFault = () => undefined }: Options = {}): RateLimits {
  let window = new Window(0);
  let timer: NodeJS.Timeout | undefined;

  async function tell(about: Window): Promise<void> {
    try {
      about.heard(await countRequests(deps, about.beganAt, about.untold()));
    } catch (error) {
      onFault(error);
    }
  }
  function current(): Window {
    const began = Math.floor(now() / MINUTE_MS) * MINUTE_MS;
    if (window.began !== began) {
      const over = window;
      window = new Window(began);
      if (over.hasUntold()) void tell(over);
      void forgetOldWindows(deps, new Date(began)).catch(onFault);
    }
    return window;
  }
  function tellSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (window.hasUntold()) void tell(window);
    }, TELL_EVERY_MS).unref();
  }

  return {
    async take(rate, caller) {
      const counting = current();
      const key = `${rate}/${caller}`;
      counting.add(key);
      if (EXACT.has(rate)) await tell(counting);
      else tellSoon();
      const remaining = RATE_LIMITS[rate] * factor - counting.countOf(key);
      if (remaining >= 0) return { allowed: true, remaining };
      return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((counting.began + MINUTE_MS - now()) / 1_000)) };
    },
  };
}

/** One minute as this process knows it: what was told and came back from everybody, and what is still to be told. */
class Window {
  readonly began: number;
  #known = new Map<string, number>();
  #untold = new Map<string, number>();
  #onTheWay = new Map<string, number>();

  constructor(began: number) {
    this.began = began;
  }

  get beganAt(): Date {
    return new Date(this.began);
  }

  add(key: string): void {
    this.#untold.set(key, (this.#untold.get(key) ?? 0) + 1);
  }

  countOf(key: string): number {
    return (this.#known.get(key) ?? 0) + (this.#onTheWay.get(key) ?? 0) + (this.#untold.get(key) ?? 0);
  }

  hasUntold(): boolean {
    return this.#untold.size > 0;
  }

  /** Takes what is to be told; until the answer comes it still counts here. */
  untold(): ReadonlyMap<string, number> {
    const taken = this.#untold;
    this.#untold = new Map();
    for (const [key, added] of taken) this.#onTheWay.set(key, (this.#onTheWay.get(key) ?? 0) + added);
    return taken;
  }

  heard(totals: ReadonlyMap<string, number>): void {
    for (const [key, total] of totals) {
      this.#known.set(key, Math.max(total, this.#known.get(key) ?? 0));
      this.#onTheWay.delete(key);
    }
  }
}
