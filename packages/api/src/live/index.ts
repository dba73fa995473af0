/** The door's second way in, without the table of all endpoints: for a server that answers bids and event streams and nothing else. */
export { serveLive, type Answer, type Live } from "./serve-live.ts";
export { rateLimits, type RateLimits } from "../door/rate-limits.ts";
export type { Asking } from "../door/caller.ts";
