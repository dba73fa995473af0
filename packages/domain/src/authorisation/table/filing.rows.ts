import type { Row } from "../rule.ts";

/** What helps to file a contract: its text, hints from its words. */
export const FILING_ROWS = [
  ["contract.propose-text", "SELLER", "OWNER", "-"],
  ["contract.propose-text", "BUYER", "OWNER", "-"],
  ["contract.read-file-text", "SELLER", "OWNER", "-"],
  ["contract.read-file-text", "BUYER", "OWNER", "-"],
  ["contract.assist", "SELLER", "OWNER", "-"],
  ["contract.assist", "BUYER", "OWNER", "-"],
  ["contract.print-text", "MEMBER", "OWNER", "-"],
  ["contract.print-text", "REGISTRAR", "OFFICE", "-"],
  ["contract.print-text", "RECOGNITION_REVIEWER", "OFFICE", "-"],
] as const satisfies readonly Row[];
