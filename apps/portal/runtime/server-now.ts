import { readDomainTime } from "@ttx/domain/shared/domain-clock";
import { deps } from "./deps.ts";

/** The domain clock at this moment, for countdowns: the visitor's own clock may be wrong, and a demonstration's may have been moved. */
export function serverNow(): Promise<Date> {
  return readDomainTime(deps().db, deps().config.mode);
}
