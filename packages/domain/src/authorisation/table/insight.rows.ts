import type { Row } from "../rule.ts";

export const INSIGHT_ROWS = [
  ["statistics.read", "ANYONE", "-", "-"],
  ["statistics.read-area", "ADMINISTRATOR", "-", "WITHIN"],
  ["statistics.read-area", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["statistics.read-area", "AUDITOR", "-", "WITHIN"],
  ["statistics.read-area", "REGISTRAR", "-", "WITHIN"],
  ["statistics.read-area", "RECOGNITION_REVIEWER", "-", "WITHIN"],
  ["statistics.add", "SYSTEM", "-", "-"],
  ["statistics.merge", "SYSTEM", "-", "-"],
  ["statistics.reconcile", "SYSTEM", "-", "-"],
  ["statistics.reconcile", "OPERATIONS", "-", "-"],
  ["risk.scan", "SYSTEM", "-", "-"],
  ["risk.list", "ADMINISTRATOR", "-", "WITHIN"],
  ["risk.list", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["risk.list", "AUDITOR", "-", "WITHIN"],
  ["risk.read", "ADMINISTRATOR", "-", "WITHIN"],
  ["risk.read", "NATIONAL_ADMINISTRATOR", "-", "NATION"],
  ["risk.read", "AUDITOR", "-", "WITHIN"],
  ["risk.ask", "ADMINISTRATOR", "-", "WITHIN"],
  ["risk.lapse", "SYSTEM", "-", "-"],
  // An import is filed by its domestic buyer, so buyers' officers answer too.
  ["risk.explain", "SELLER", "OWNER", "-"],
  ["risk.explain", "BUYER", "OWNER", "-"],
  ["risk.read-own", "MEMBER", "OWNER", "-"],
  ["risk.conclude", "ADMINISTRATOR", "-", "WITHIN"],
  // A red alert is cleared by the province.
  ["risk.conclude-red", "ADMINISTRATOR", "-", "PROVINCE"],
  ["risk.reopen", "AUDITOR", "-", "WITHIN"],
  ["home.read", "ANYONE", "-", "-"],
] as const satisfies readonly Row[];
