import { DomainError } from "@ttx/domain/shared/errors";
import { notFound } from "next/navigation";

/** What a query gives, or the page that says nothing was found: also for an address whose id is no id at all. */
export async function orNotFound<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof DomainError && (error.kind === "not-found" || error.kind === "invalid")) notFound();
    throw error;
  }
}
