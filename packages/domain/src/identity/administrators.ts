import { refuse } from "../shared/errors.ts";
import type { Tx } from "../shared/database.ts";
import type { Role } from "../shared/roles.ts";
import { leavesNoAdministrator } from "./role-fit.rules.ts";

/** Refuses to leave an organisation without an administrator. The caller holds the organisation's row. */
export async function demandAnAdministratorRemains(tx: Tx, organisationId: string, membershipId: string, roles: readonly Role[]): Promise<void> {
  const administrators = await tx.membership.findMany({
    where: { organisationId, state: "ACTIVE", roles: { has: "ORG_ADMIN" }, person: { state: "ACTIVE" } },
    select: { id: true },
  });
  if (leavesNoAdministrator(administrators.map(({ id }) => id), membershipId, roles)) refuse("LAST_ADMINISTRATOR");
}
