import type { Tx } from "../shared/database.ts";
import { fen, type Fen } from "../shared/money.ts";
import type { Account } from "./ledger.rules.ts";

/** The balance of an account is the sum of its entries; 0 for an account nothing was booked on. Debit positive. */
export async function balanceOf(db: Pick<Tx, "ledgerEntry">, purpose: string, { kind, owner }: Account): Promise<Fen> {
  const { _sum } = await db.ledgerEntry.aggregate({ _sum: { amountFen: true }, where: { account: { kind, ownerKey: owner, purpose } } });
  return fen(_sum.amountFen ?? 0n);
}

/** Sum over every entry of the book: 0 at every moment. */
export async function sumOfBook(db: Pick<Tx, "ledgerEntry">): Promise<Fen> {
  const { _sum } = await db.ledgerEntry.aggregate({ _sum: { amountFen: true } });
  return fen(_sum.amountFen ?? 0n);
}
