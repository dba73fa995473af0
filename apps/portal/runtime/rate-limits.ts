import { rateLimits, type RateLimits } from "@ttx/api";

const kept = globalThis as typeof globalThis & { ttxRateLimits?: RateLimits };

/** One count a process, whichever bundle asks: the door and the sign-in form take from the same allowance. */
export function limits(): RateLimits {
  return (kept.ttxRateLimits ??= rateLimits());
}
