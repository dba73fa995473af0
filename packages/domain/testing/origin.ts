import { randomUUID } from "node:crypto";
import type { Origin } from "../src/shared/origin.ts";

export function anOrigin(idempotencyKey?: string): Origin {
  return {
    requestId: randomUUID(),
    ip: "127.0.0.1",
    userAgent: "vitest",
    idempotency: idempotencyKey ? { scope: "test", key: idempotencyKey, endpoint: "TEST" } : undefined,
  };
}
