import { ANONYMOUS, type Actor } from "@ttx/domain/shared/actor";
import { DomainError } from "@ttx/domain/shared/errors";
import { read } from "@ttx/domain/shared/execute";
import type { Query } from "@ttx/domain/shared/use-case";
import { notFound } from "next/navigation";
import { deps } from "./deps.ts";

/** Reads for a page that is the same for every visitor. What is not there, or not public, or asked for wrongly, is a page that was not found. */
export function readPublic<Input, Output>(query: Query<Input, Output>, input: unknown): Promise<Output> {
  return readFor(ANONYMOUS, query, input);
}

/** Reads for a page of the workspace; what the policy refuses is, for this person, not there. */
export async function readFor<Input, Output>(actor: Actor, query: Query<Input, Output>, input: unknown): Promise<Output> {
  try {
    return await read(deps(), query, actor, input);
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
}
