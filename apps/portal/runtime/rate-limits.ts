import { rateLimits, type RateLimits } from "@ttx/api/live";
import { deps } from "./deps.ts";

const kept = globalThis as typeof globalThis & { ttxRateLimits?: RateLimits };

/** In test mode one address plays everybody: the whole cast signs in within a minute. */
const TEST_FACTOR = 20;

/** One count a process, whichever bundle asks: the door and the sign-in form take from the same allowance, and share it with other processes. */
export function limits(): RateLimits {
  return (kept.ttxRateLimits ??= rateLimits(deps(), { factor: deps().config.mode === "test" ? TEST_FACTOR : 1 }));
}
