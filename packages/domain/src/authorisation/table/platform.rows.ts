import type { Row } from "../rule.ts";

export const PLATFORM_ROWS = [
  ["audit.search", "AUDITOR", "-", "WITHIN"],
  ["audit.search", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["audit.read-seals", "ANYONE", "-", "-"],
  ["clock.read", "ANYONE", "-", "-"],
  ["clock.move", "OPERATIONS", "-", "-"],
  ["operations.read", "OPERATIONS", "-", "-"],
  ["operations.read", "SYSTEM", "-", "-"],
  ["operations.set-alarm-limits", "OPERATIONS", "-", "-"],
  ["operations.retry", "OPERATIONS", "-", "-"],
  ["mailbox.read", "OPERATIONS", "-", "-"],
  ["document.upload", "MEMBER", "OWNER", "-"],
  ["document.read", "ANYONE", "-", "-"],
  ["document.read-own", "MEMBER", "OWNER", "-"],
  ["notification.list", "SIGNED_IN", "SELF", "-"],
  ["notification.mark-read", "SIGNED_IN", "SELF", "-"],
  ["reference.read", "ANYONE", "-", "-"],
] as const satisfies readonly Row[];
