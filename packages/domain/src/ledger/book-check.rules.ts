import { addFen } from "../shared/money.ts";
import type { AccountKind } from "./ledger.rules.ts";

/** The book as it lies in the database: every transaction with its entries. */
export type BookedEntry = { readonly kind: AccountKind; readonly owner: string; readonly purpose: string; readonly amountFen: bigint };
export type BookedTransaction = { readonly requestId: string; readonly kind: string; readonly entries: readonly BookedEntry[] };

export type BookProblem =
  | { readonly code: "TRANSACTION_NOT_BALANCED"; readonly requestId: string }
  | { readonly code: "BOOKED_TWICE"; readonly requestId: string }
  | { readonly code: "SUM_NOT_ZERO" }
  | { readonly code: "OVERDRAWN"; readonly account: string }
  | { readonly code: "SEGREGATED_ACCOUNT_DIFFERS"; readonly purpose: string }
  | { readonly code: "DEPOSIT_EQUATION"; readonly purpose: string };

const BANKS: ReadonlySet<AccountKind> = new Set<AccountKind>(["DEPOSIT_HELD", "BANK_SETTLEMENT"]);
const SEGREGATED: ReadonlySet<AccountKind> = new Set<AccountKind>(["DEPOSIT_HELD", "BIDDER_DEPOSIT", "FORFEIT"]);
/** The kinds of posting that bring money into the segregated account, and those that take it out; reversals count backwards. */
const LEAVING = ["DEPOSIT_REFUNDED", "DEPOSIT_APPLIED", "FORFEIT_DISTRIBUTED"] as const;
const COMING = ["DEPOSIT_RECEIVED", "DEPOSIT_INTEREST"] as const;

/**
 * Everything wrong with a book at one moment (trading §4.3): every transaction balances, nothing is booked twice, all accounts add up to zero, nobody is
 * paid more than he is owed, and for each lot Σ received = Σ held + Σ refunded + Σ applied + Σ distributed on the segregated account.
 */
export function bookProblems(book: readonly BookedTransaction[]): BookProblem[] {
  const entries = book.flatMap((transaction) => transaction.entries.map((entry) => ({ ...entry, posting: transaction.kind })));
  const requests = book.map(({ requestId }) => requestId);
  const purposes = [...new Set(entries.map(({ purpose }) => purpose))];
  const sums = new Map<string, { readonly kind: AccountKind; sum: bigint }>();
  for (const { kind, owner, purpose, amountFen } of entries) {
    const key = `${purpose}/${kind}/${owner}`;
    sums.set(key, { kind, sum: (sums.get(key)?.sum ?? 0n) + amountFen });
  }
  const onLot = (purpose: string) => entries.filter((entry) => entry.purpose === purpose);
  return [
    ...book.filter((transaction) => transaction.entries.length < 2 || addFen(...transaction.entries.map(({ amountFen }) => amountFen)) !== 0n).map(({ requestId }) => ({ code: "TRANSACTION_NOT_BALANCED", requestId }) as const),
    ...requests.filter((requestId, i) => requests.indexOf(requestId) !== i).map((requestId) => ({ code: "BOOKED_TWICE", requestId }) as const),
    ...(addFen(...entries.map(({ amountFen }) => amountFen)) === 0n ? [] : [{ code: "SUM_NOT_ZERO" } as const]),
    ...[...sums].filter(([, { kind, sum }]) => (BANKS.has(kind) ? sum < 0n : sum > 0n)).map(([account]) => ({ code: "OVERDRAWN", account }) as const),
    ...purposes.filter((purpose) => addFen(...onLot(purpose).filter(({ kind }) => SEGREGATED.has(kind)).map(({ amountFen }) => amountFen)) !== 0n).map((purpose) => ({ code: "SEGREGATED_ACCOUNT_DIFFERS", purpose }) as const),
    ...purposes.filter((purpose) => !equationHolds(onLot(purpose))).map((purpose) => ({ code: "DEPOSIT_EQUATION", purpose }) as const),
  ];
}

/** What the account holds, found from its balance, is what came less what left, found from the kinds of posting. */
function equationHolds(entries: readonly (BookedEntry & { readonly posting: string })[]): boolean {
  const held = entries.filter(({ kind }) => kind === "DEPOSIT_HELD");
  const through = (kinds: readonly string[]): bigint => addFen(...held.filter(({ posting }) => kinds.some((kind) => posting === kind || posting === `${kind}_REVERSED`)).map(({ amountFen }) => amountFen));
  return addFen(...held.map(({ amountFen }) => amountFen)) === through(COMING) + through(LEAVING);
}
