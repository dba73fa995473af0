export { actWords, KNOWN_ACTS } from "./act-words.ts";
export { door, type Door, type DoorOptions } from "./door/door.ts";
export { isOwnOrigin } from "./door/origin-check.ts";
export type { FailedJob, JobQueue } from "./door/job-queue.ts";
export { rateLimits, type RateLimits } from "./door/rate-limits.ts";
export { ENDPOINTS } from "./endpoints.ts";
export { openApiDocument, type OpenApiDocument, type Operation } from "./openapi/document.ts";
export { PROBLEM_TEXTS } from "./problem-texts.ts";
export { problemFor, type Problem } from "./door/problem.ts";
