import type { Row } from "../rule.ts";

export const TAX_ROWS = [
  ["tax.calculate", "ANYONE", "-", "-"],
  ["tax.read-proof", "MEMBER", "OWNER", "-"],
  ["tax.read-proof", "REGISTRAR", "OFFICE", "-"],
  ["tax.read-proof", "ADMINISTRATOR", "-", "PROVINCE"],
] as const satisfies readonly Row[];
