import { addFen, fen, subtractFen, type Fen } from "../shared/money.ts";

/**
 * Accounts of the double-entry book (复式记账). Debit is positive, credit negative. DEPOSIT_HELD is the segregated bank account of
 * deposits, BANK_SETTLEMENT that of prices and fees; all others say to whom the money in them is owed.
 */
export const ACCOUNT_KINDS = [
  "DEPOSIT_HELD",
  "BANK_SETTLEMENT",
  "BIDDER_DEPOSIT",
  "FORFEIT",
  "PRICE_HELD",
  "SELLER_PAYABLE",
  "COMPLETER_PAYABLE",
  "MANAGER_PAYABLE",
  "VENUE_FEE",
  "BUYER_FEE",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

const BANK_KINDS: ReadonlySet<AccountKind> = new Set<AccountKind>(["DEPOSIT_HELD", "BANK_SETTLEMENT"]);

/** One account: a kind, and whose it is (a listing for what is kept per lot, a bidder, a seller, a completer, a venue). */
export type Account = { readonly kind: AccountKind; readonly owner: string };
export type Entry = Account & { readonly amountFen: Fen };

export const POSTING_KINDS = [
  "DEPOSIT_RECEIVED",
  "DEPOSIT_INTEREST",
  "DEPOSIT_REFUNDED",
  "DEPOSIT_APPLIED",
  "DEPOSIT_FORFEITED",
  "FORFEIT_DISTRIBUTED",
  "PRICE_RECEIVED",
  "FEE_CHARGED",
  "FEE_RECEIVED",
  "FEE_DRAWN",
  "BUYER_FEE_RECEIVED",
  "BUYER_FEE_CHARGED",
  "BUYER_FEE_REFUNDED",
  "PRICE_DUE_TO_SELLER",
  "RELEASED_TO_SELLER",
  "REWARD_OWED",
  "REWARD_PAID",
  "COMMISSION_OWED",
  "COMMISSION_PAID",
  "PRICE_RETURNED",
  "PRICE_REFUNDED",
  "INTEREST_RECEIVED",
  "INTEREST_RELEASED",
] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];

/** One transaction of the book. A mistake is corrected by the reversed posting, never by a change (house style §6). */
export type Posting = { readonly kind: PostingKind; readonly listingId: string; readonly entries: readonly Entry[]; readonly reverses?: boolean };

export type EntriesProblem = "TOO_FEW_ENTRIES" | "NOT_BALANCED" | "EMPTY_ENTRY";

/** A transaction has at least two entries, none of them nothing, and adds up to zero. */
export function entriesProblem(entries: readonly Entry[]): EntriesProblem | undefined {
  if (entries.length < 2) return "TOO_FEW_ENTRIES";
  if (entries.some(({ amountFen }) => amountFen === 0n)) return "EMPTY_ENTRY";
  return addFen(...entries.map(({ amountFen }) => amountFen)) === 0n ? undefined : "NOT_BALANCED";
}

const debit = (kind: AccountKind, owner: string, amount: bigint): Entry => ({ kind, owner, amountFen: fen(amount) });
const credit = (kind: AccountKind, owner: string, amount: bigint): Entry => ({ kind, owner, amountFen: fen(-amount) });

/** Leaves out parts that are nothing, and refuses a posting of nothing or of less. */
function posting(kind: PostingKind, listingId: string, amountFen: bigint, entries: readonly Entry[]): Posting {
  if (amountFen <= 0n) throw new RangeError(`${kind} of ${amountFen} fen`);
  const present = entries.filter((entry) => entry.amountFen !== 0n);
  const problem = entriesProblem(present);
  if (problem) throw new RangeError(`${kind}: ${problem}`);
  return { kind, listingId, entries: present };
}

type DepositMove = { readonly listingId: string; readonly bidder: string; readonly amountFen: bigint };

export function depositReceived({ listingId, bidder, amountFen }: DepositMove): Posting {
  return posting("DEPOSIT_RECEIVED", listingId, amountFen, [debit("DEPOSIT_HELD", listingId, amountFen), credit("BIDDER_DEPOSIT", bidder, amountFen)]);
}

/** What the bank credited for the time a deposit lay there, where the announcement promises it to the bidder (§4.3.3). */
export function depositInterest({ listingId, bidder, amountFen }: DepositMove): Posting {
  return posting("DEPOSIT_INTEREST", listingId, amountFen, [debit("DEPOSIT_HELD", listingId, amountFen), credit("BIDDER_DEPOSIT", bidder, amountFen)]);
}

export function depositRefunded({ listingId, bidder, amountFen }: DepositMove): Posting {
  return posting("DEPOSIT_REFUNDED", listingId, amountFen, [debit("BIDDER_DEPOSIT", bidder, amountFen), credit("DEPOSIT_HELD", listingId, amountFen)]);
}

/** The winner's deposit counts towards the price (Court-Online 23) and leaves the segregated account. */
export function depositApplied({ listingId, bidder, amountFen }: DepositMove): Posting {
  return posting("DEPOSIT_APPLIED", listingId, amountFen, [
    debit("BIDDER_DEPOSIT", bidder, amountFen),
    credit("PRICE_HELD", listingId, amountFen),
    debit("BANK_SETTLEMENT", listingId, amountFen),
    credit("DEPOSIT_HELD", listingId, amountFen),
  ]);
}

/** The claim passes from the bidder to the lot; the money stays where it is until it is distributed. */
export function depositForfeited({ listingId, bidder, amountFen }: DepositMove): Posting {
  return posting("DEPOSIT_FORFEITED", listingId, amountFen, [debit("BIDDER_DEPOSIT", bidder, amountFen), credit("FORFEIT", listingId, amountFen)]);
}

export type ForfeitShares = {
  readonly toCostsFen: bigint;
  readonly toShortfallFen: bigint;
  readonly surplusToSellerFen: bigint;
  readonly surplusToBidderFen: bigint;
};

/** Costs → shortfall → surplus (trading §4.4). What the bidder keeps stays in the segregated account until it is paid back to him. */
export function forfeitDistributed(facts: { readonly listingId: string; readonly bidder: string; readonly venue: string; readonly seller: string } & ForfeitShares): Posting {
  const { listingId, bidder, venue, seller } = facts;
  const toSeller = addFen(facts.toShortfallFen, facts.surplusToSellerFen);
  const leaving = addFen(facts.toCostsFen, toSeller);
  const total = addFen(leaving, facts.surplusToBidderFen);
  return posting("FORFEIT_DISTRIBUTED", listingId, total, [
    debit("FORFEIT", listingId, total),
    credit("VENUE_FEE", venue, facts.toCostsFen),
    credit("SELLER_PAYABLE", seller, toSeller),
    credit("BIDDER_DEPOSIT", bidder, facts.surplusToBidderFen),
    debit("BANK_SETTLEMENT", listingId, leaving),
    credit("DEPOSIT_HELD", listingId, leaving),
  ]);
}

export function priceReceived({ listingId, amountFen }: { readonly listingId: string; readonly amountFen: bigint }): Posting {
  return posting("PRICE_RECEIVED", listingId, amountFen, [debit("BANK_SETTLEMENT", listingId, amountFen), credit("PRICE_HELD", listingId, amountFen)]);
}

/** The venue's fee taken out of the price held: the seller's side. */
export function feeCharged(facts: { readonly listingId: string; readonly venue: string; readonly amountFen: bigint }): Posting {
  const { listingId, venue, amountFen } = facts;
  return posting("FEE_CHARGED", listingId, amountFen, [debit("PRICE_HELD", listingId, amountFen), credit("VENUE_FEE", venue, amountFen)]);
}

/** Costs that the venue is owed and keeps at once, such as those of a withdrawn listing. */
export function feeReceived(facts: { readonly listingId: string; readonly venue: string; readonly amountFen: bigint }): Posting {
  const { listingId, venue, amountFen } = facts;
  return posting("FEE_RECEIVED", listingId, amountFen, [debit("BANK_SETTLEMENT", listingId, amountFen), credit("VENUE_FEE", venue, amountFen)]);
}

type BuyerFee = { readonly listingId: string; readonly amountFen: bigint };

/** The buyer's part of the fee, paid in beside the price: held for him until the deal is settled. */
export function buyerFeeReceived({ listingId, amountFen }: BuyerFee): Posting {
  return posting("BUYER_FEE_RECEIVED", listingId, amountFen, [debit("BANK_SETTLEMENT", listingId, amountFen), credit("BUYER_FEE", listingId, amountFen)]);
}

/** At settlement what was held of the buyer's part becomes the venue's. */
export function buyerFeeCharged({ listingId, venue, amountFen }: BuyerFee & { readonly venue: string }): Posting {
  return posting("BUYER_FEE_CHARGED", listingId, amountFen, [debit("BUYER_FEE", listingId, amountFen), credit("VENUE_FEE", venue, amountFen)]);
}

/** A deal that came to nothing: the buyer has his part of the fee back. */
export function buyerFeeRefunded({ listingId, amountFen }: BuyerFee): Posting {
  return posting("BUYER_FEE_REFUNDED", listingId, amountFen, [debit("BUYER_FEE", listingId, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

/** The venue takes its fee home. */
export function feeDrawn(facts: { readonly listingId: string; readonly venue: string; readonly amountFen: bigint }): Posting {
  const { listingId, venue, amountFen } = facts;
  return posting("FEE_DRAWN", listingId, amountFen, [debit("VENUE_FEE", venue, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

/** On certification the price held becomes the seller's. */
export function priceDueToSeller(facts: { readonly listingId: string; readonly seller: string; readonly amountFen: bigint }): Posting {
  const { listingId, seller, amountFen } = facts;
  return posting("PRICE_DUE_TO_SELLER", listingId, amountFen, [debit("PRICE_HELD", listingId, amountFen), credit("SELLER_PAYABLE", seller, amountFen)]);
}

export function releasedToSeller(facts: { readonly listingId: string; readonly seller: string; readonly amountFen: bigint }): Posting {
  const { listingId, seller, amountFen } = facts;
  return posting("RELEASED_TO_SELLER", listingId, amountFen, [debit("SELLER_PAYABLE", seller, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

/** Part of the seller's money is set aside for a completer (完成人). */
export function rewardOwed(facts: { readonly listingId: string; readonly seller: string; readonly completer: string; readonly amountFen: bigint }): Posting {
  const { listingId, seller, completer, amountFen } = facts;
  return posting("REWARD_OWED", listingId, amountFen, [debit("SELLER_PAYABLE", seller, amountFen), credit("COMPLETER_PAYABLE", completer, amountFen)]);
}

export function rewardPaid(facts: { readonly listingId: string; readonly completer: string; readonly amountFen: bigint }): Posting {
  const { listingId, completer, amountFen } = facts;
  return posting("REWARD_PAID", listingId, amountFen, [debit("COMPLETER_PAYABLE", completer, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

/** What a technology manager (技术经理人) earned is set aside out of the price held. */
export function commissionOwed(facts: { readonly listingId: string; readonly manager: string; readonly amountFen: bigint }): Posting {
  const { listingId, manager, amountFen } = facts;
  return posting("COMMISSION_OWED", listingId, amountFen, [debit("PRICE_HELD", listingId, amountFen), credit("MANAGER_PAYABLE", manager, amountFen)]);
}

export function commissionPaid(facts: { readonly listingId: string; readonly manager: string; readonly amountFen: bigint }): Posting {
  const { listingId, manager, amountFen } = facts;
  return posting("COMMISSION_PAID", listingId, amountFen, [debit("MANAGER_PAYABLE", manager, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

/** Unwinding after the release: what the seller gives back stands as price held until the buyer has it again. */
export function priceReturned({ listingId, amountFen }: { readonly listingId: string; readonly amountFen: bigint }): Posting {
  return posting("PRICE_RETURNED", listingId, amountFen, [debit("BANK_SETTLEMENT", listingId, amountFen), credit("PRICE_HELD", listingId, amountFen)]);
}

/** Unwinding (trading §7): the price held goes back to the buyer. */
export function priceRefunded({ listingId, amountFen }: { readonly listingId: string; readonly amountFen: bigint }): Posting {
  return posting("PRICE_REFUNDED", listingId, amountFen, [debit("PRICE_HELD", listingId, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

type LateInterest = { readonly listingId: string; readonly seller: string; readonly amountFen: bigint };

/** Interest on a price that came late, paid beside it: the seller's from the beginning, no part of the price. */
export function interestReceived({ listingId, seller, amountFen }: LateInterest): Posting {
  return posting("INTEREST_RECEIVED", listingId, amountFen, [debit("BANK_SETTLEMENT", listingId, amountFen), credit("SELLER_PAYABLE", seller, amountFen)]);
}

export function interestReleased({ listingId, seller, amountFen }: LateInterest): Posting {
  return posting("INTEREST_RELEASED", listingId, amountFen, [debit("SELLER_PAYABLE", seller, amountFen), credit("BANK_SETTLEMENT", listingId, amountFen)]);
}

/** The counter-entry that corrects a posting. */
export function reversed(original: Posting): Posting {
  return { ...original, reverses: !original.reverses, entries: original.entries.map((entry) => ({ ...entry, amountFen: fen(-entry.amountFen) })) };
}

export type Balances = ReadonlyMap<string, Fen>;

/** Accounts are kept per listing: the same bidder's or seller's money on two lots never mixes. */
export function accountKey(listingId: string, { kind, owner }: Account): string {
  return JSON.stringify([listingId, kind, owner]);
}

/** A balance is the sum of its entries. */
export function balances(postings: readonly Posting[]): Balances {
  const sums = new Map<string, Fen>();
  for (const { listingId, entries } of postings) {
    for (const entry of entries) {
      const key = accountKey(listingId, entry);
      sums.set(key, addFen(sums.get(key) ?? 0n, entry.amountFen));
    }
  }
  return sums;
}

/** Accounts that the posting would overdraw: no bank account below nothing, and nobody paid more than he is owed. */
export function overdrawn(before: Balances, next: Posting): Account[] {
  const touched = new Map(next.entries.map((entry) => [accountKey(next.listingId, entry), entry]));
  return [...touched].flatMap(([key, { kind, owner }]) => {
    const change = addFen(...next.entries.filter((entry) => accountKey(next.listingId, entry) === key).map(({ amountFen }) => amountFen));
    const after = addFen(before.get(key) ?? 0n, change);
    return (BANK_KINDS.has(kind) ? after < 0n : after > 0n) ? [{ kind, owner }] : [];
  });
}

export type DepositEquation = {
  readonly receivedFen: Fen;
  readonly heldFen: Fen;
  readonly refundedFen: Fen;
  readonly appliedFen: Fen;
  readonly distributedFen: Fen;
  readonly isBalanced: boolean;
};

/**
 * Trading §4.3.1, for each listing: Σ received = Σ held + Σ refunded + Σ applied + Σ distributed. What is held is the balance of
 * the segregated account, the other sums come from the kinds of posting, so the two sides are found independently.
 */
export function depositEquation(postings: readonly Posting[], listingId: string): DepositEquation {
  const ofListing = postings.filter((one) => one.listingId === listingId);
  const segregated = (one: Posting): Fen => addFen(...one.entries.filter(({ kind }) => kind === "DEPOSIT_HELD").map(({ amountFen }) => amountFen));
  const paidOut = (kind: PostingKind): Fen => subtractFen(0n, ...ofListing.filter((one) => one.kind === kind).map(segregated));
  const receivedFen = subtractFen(0n, paidOut("DEPOSIT_RECEIVED"), paidOut("DEPOSIT_INTEREST"));
  const refundedFen = paidOut("DEPOSIT_REFUNDED");
  const appliedFen = paidOut("DEPOSIT_APPLIED");
  const distributedFen = paidOut("FORFEIT_DISTRIBUTED");
  const heldFen = balances(ofListing).get(accountKey(listingId, { kind: "DEPOSIT_HELD", owner: listingId })) ?? fen(0);
  return {
    receivedFen,
    heldFen,
    refundedFen,
    appliedFen,
    distributedFen,
    isBalanced: receivedFen === addFen(heldFen, refundedFen, appliedFen, distributedFen),
  };
}

/** Deposits in the segregated account equal what bidders are owed and what lies forfeited (§4.3.5). */
export function segregatedMatchesOwed(postings: readonly Posting[], listingId: string): boolean {
  const kinds: ReadonlySet<AccountKind> = new Set<AccountKind>(["DEPOSIT_HELD", "BIDDER_DEPOSIT", "FORFEIT"]);
  const entries = postings.filter((one) => one.listingId === listingId).flatMap((one) => one.entries);
  return addFen(...entries.filter(({ kind }) => kinds.has(kind)).map(({ amountFen }) => amountFen)) === 0n;
}
