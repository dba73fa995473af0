import type { Row } from "../rule.ts";

export const RESULT_ROWS = [
  ["result.search", "ANYONE", "-", "-"],
  ["result.read-published", "ANYONE", "-", "-"],
  ["result.list-own", "MEMBER", "OWNER", "-"],
  ["result.read", "MEMBER", "OWNER", "-"],
  ["result.draft", "SELLER", "OWNER", "-"],
  ["result.edit", "SELLER", "OWNER", "-"],
  ["result.publish", "SELLER", "OWNER", "-"],
  ["result.withdraw", "SELLER", "OWNER", "-"],
  ["result.import", "SELLER", "OWNER", "-"],
  ["result.import-row", "SYSTEM", "-", "-"],
  ["demand.search", "ANYONE", "-", "-"],
  ["demand.read-published", "ANYONE", "-", "-"],
  ["demand.list-own", "MEMBER", "OWNER", "-"],
  ["demand.read", "MEMBER", "OWNER", "-"],
  ["demand.draft", "BUYER", "OWNER", "-"],
  ["demand.edit", "BUYER", "OWNER", "-"],
  ["demand.publish", "BUYER", "OWNER", "-"],
  ["demand.close", "BUYER", "OWNER", "-"],
  ["demand.lapse", "SYSTEM", "-", "-"],
] as const satisfies readonly Row[];
