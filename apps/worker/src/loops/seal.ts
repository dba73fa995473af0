import { sealAudit } from "@ttx/domain/audit";
import type { Deps } from "@ttx/domain/shared/database";
import type { Logger } from "pino";

/** Seals the record of acts. The log keeps each seal's hash outside the database, for the day that somebody doubts the chain. */
export async function sealOnce(deps: Deps, log: Logger): Promise<"more" | "idle"> {
  const sealed = await sealAudit(deps);
  if (sealed === null) return "idle";
  log.info({ no: sealed.no, entries: sealed.entries, hash: Buffer.from(sealed.hash).toString("hex") }, "audit seal");
  return sealed.more ? "more" : "idle";
}
