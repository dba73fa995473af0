import { notifyOrganisation, type NotificationKind } from "../notification/index.ts";
import type { Context } from "../shared/use-case.ts";
import { sideOrganisation, type Performance, type Side } from "./performance.repository.ts";

const ROLES = ["SELLER", "BUYER"] as const;

/** Tells a side that is on the platform; nobody is told of his own act by this. */
export async function tellSide(ctx: Context, performance: Performance, side: Side, kind: NotificationKind, params: Readonly<Record<string, string>> = {}): Promise<void> {
  const organisationId = sideOrganisation(performance, side, ctx.actor);
  if (organisationId === null) return;
  await notifyOrganisation(ctx, organisationId, ROLES, { kind, params: { projectName: performance.contract.projectName, ...params }, link: `/desk/performance/${performance.contractId}` });
}

export function otherSide(side: Side): Side {
  return side === "seller" ? "buyer" : "seller";
}
