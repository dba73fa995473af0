import { SECOND_FACTOR_ROLES, type Role } from "../src/shared/roles.ts";
import { POLICY, VERIFIED_ONLY } from "../src/authorisation/table.ts";

const HEAD = [
  "# Who may do what. One line a rule: act | role | what must hold between actor and thing | where | further conditions.",
  "# Approved by hand: a change of the table shows as a change of this file.",
] as const;

/** The policy as people read and approve it, in a fixed order. */
export function matrixLines(): string {
  const rows = POLICY.map(([action, role, relations, reach]) => {
    const official = SECOND_FACTOR_ROLES.has(role as Role);
    const further = [...(official ? ["second factor"] : []), ...(official || VERIFIED_ONLY.has(action) ? ["verified organisation"] : [])];
    return [action, role, relations, reach, further.join(", ") || "-"] as const;
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ").trimEnd());
  return [...HEAD, ...lines.toSorted(), ""].join("\n");
}
