import { canonicalJson, sha256, toJson } from "./canonical.ts";
import { toWire } from "./wire.ts";
import type { Tx } from "./database.ts";
import { DomainError } from "./errors.ts";
import type { Origin } from "./origin.ts";

type Idempotency = NonNullable<Origin["idempotency"]>;
type Earlier = { readonly answered: true; readonly answer: unknown } | { readonly answered: false };

/**
 * Takes the key for this transaction, or finds the answer it was given before. Of two at once, the second waits here for
 * the first to commit. The same key with another request is a conflict.
 */
export async function claimIdempotencyKey(tx: Tx, { scope, key, endpoint }: Idempotency, input: unknown): Promise<Earlier> {
  const requestHash = sha256(endpoint, "\n", canonicalJson(toJson(input))).toString("hex");
  const claimed = await tx.$executeRaw`
    insert into idempotency_record (scope, key, endpoint, request_hash) values (${scope}, ${key}, ${endpoint}, ${requestHash})
    on conflict do nothing`;
  if (claimed === 1) return { answered: false };
  const record = await tx.idempotencyRecord.findUniqueOrThrow({ where: { scope_key: { scope, key } } });
  if (record.requestHash !== requestHash) throw new DomainError("IDEMPOTENCY_KEY_REUSED", "conflict", { key });
  return { answered: true, answer: record.answer };
}

export async function keepAnswer(tx: Tx, { scope, key }: Idempotency, output: unknown): Promise<void> {
  const answer = toWire(output);
  await tx.idempotencyRecord.update({
    where: { scope_key: { scope, key } },
    data: { status: 200, ...(answer === null ? {} : { answer: answer as never }) },
  });
}
