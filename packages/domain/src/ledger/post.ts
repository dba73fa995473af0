import type { Context } from "../shared/use-case.ts";
import type { Tx } from "../shared/database.ts";
import { accountKey, type Account, type Posting } from "./ledger.rules.ts";

/**
 * Writes one posting into the book. The same requestId again writes nothing: what happened once is booked once. The database refuses
 * a posting that does not balance, when the transaction commits.
 *
 * @returns whether it was written now.
 */
export async function post(ctx: Pick<Context, "tx" | "clock">, requestId: string, subject: { readonly type: string; readonly id: string }, posting: Posting): Promise<boolean> {
  const { tx } = ctx;
  const booked = await tx.ledgerTransaction.findUnique({ where: { requestId }, select: { id: true } });
  if (booked) return false;
  const accounts = new Map<string, string>();
  for (const entry of posting.entries) {
    const key = accountKey(posting.listingId, entry);
    if (!accounts.has(key)) accounts.set(key, await accountId(tx, posting.listingId, entry));
  }
  await tx.ledgerTransaction.create({
    data: {
      requestId,
      kind: posting.reverses ? `${posting.kind}_REVERSED` : posting.kind,
      subjectType: subject.type,
      subjectId: subject.id,
      at: ctx.clock.now(),
      entries: {
        create: posting.entries.map((entry, i) => ({
          line: i + 1,
          amountFen: entry.amountFen,
          account: { connect: { id: accounts.get(accountKey(posting.listingId, entry))! } },
        })),
      },
    },
  });
  return true;
}

async function accountId(tx: Tx, purpose: string, { kind, owner }: Account): Promise<string> {
  await tx.ledgerAccount.createMany({ data: [{ kind, ownerKey: owner, purpose }], skipDuplicates: true });
  const account = await tx.ledgerAccount.findUniqueOrThrow({
    where: { kind_ownerKey_purpose: { kind, ownerKey: owner, purpose } },
    select: { id: true },
  });
  return account.id;
}
