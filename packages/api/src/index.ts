export { door, type Door, type DoorOptions } from "./door/door.ts";
export { isOwnOrigin } from "./door/origin-check.ts";
export { rateLimits, type RateLimits } from "./door/rate-limits.ts";
export { ENDPOINTS } from "./endpoints.ts";
export { PROBLEM_TEXTS } from "./problem-texts.ts";
export type { Problem } from "./door/problem.ts";
