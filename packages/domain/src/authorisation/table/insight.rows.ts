import type { Row } from "../rule.ts";

export const INSIGHT_ROWS = [
  ["statistics.read", "ANYONE", "-", "-"],
  ["statistics.read-area", "ADMINISTRATOR", "-", "WITHIN"],
  ["statistics.read-area", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["statistics.read-area", "AUDITOR", "-", "WITHIN"],
  ["statistics.add", "SYSTEM", "-", "-"],
  ["statistics.merge", "SYSTEM", "-", "-"],
  ["risk.scan", "SYSTEM", "-", "-"],
  ["risk.list", "ADMINISTRATOR", "-", "WITHIN"],
  ["risk.list", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["risk.list", "AUDITOR", "-", "WITHIN"],
  ["risk.read", "ADMINISTRATOR", "-", "WITHIN"],
  ["risk.read", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["risk.read", "AUDITOR", "-", "WITHIN"],
  ["risk.ask", "ADMINISTRATOR", "-", "WITHIN"],
  ["risk.explain", "SELLER", "OWNER", "-"],
  ["risk.read-own", "MEMBER", "OWNER", "-"],
  ["risk.conclude", "ADMINISTRATOR", "-", "WITHIN"],
  ["home.read", "ANYONE", "-", "-"],
] as const satisfies readonly Row[];
