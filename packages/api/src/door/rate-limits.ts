import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateClass } from "./endpoint.ts";

/** Requests a minute for one caller (person, key or address), by class of endpoint. Published in the API's documentation. */
export const RATE_LIMITS: Record<RateClass, number> = { ordinary: 300, search: 300, credentials: 20, bid: 600 };

export type RateVerdict = { readonly allowed: true; readonly remaining: number } | { readonly allowed: false; readonly retryAfterSeconds: number };
export type RateLimits = { take(rate: RateClass, caller: string): Promise<RateVerdict> };

export function rateLimits(factor = 1): RateLimits {
  const limiters = new Map(
    Object.entries(RATE_LIMITS).map(([rate, points]) => [rate, new RateLimiterMemory({ keyPrefix: rate, points: points * factor, duration: 60 })]),
  );
  return {
    async take(rate, caller) {
      try {
        const taken = await limiters.get(rate)!.consume(caller);
        return { allowed: true, remaining: taken.remainingPoints };
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return { allowed: false, retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
        throw refusal;
      }
    },
  };
}
