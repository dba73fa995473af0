import { addWorkingDays, type WorkingCalendar } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import { addFen, maxFen, minFen, shareCeil, shareFloor, subtractFen, yuan, ZERO_FEN, fen, type Fen } from "../shared/money.ts";

/** How large a deposit is: announced with the listing, versioned by the venue. */
export type DepositRule = {
  readonly version: string;
  readonly rateBp: number;
  /** No deposit above this share of the start price: 民法典 586 caps an earnest deposit at 20 %. */
  readonly capBp: number;
  readonly minFen: Fen;
  readonly roundUpToFen: Fen;
};

/** Proposed default, trading §4.1; 5 %–20 % is the range of Court-Online 17. */
export const DEFAULT_DEPOSIT_RULE: DepositRule = {
  version: "default-2025-1",
  rateBp: 1_000,
  capBp: 2_000,
  minFen: yuan(1_000),
  roundUpToFen: yuan(100),
};

/** `clamp(round_up(rate × start price), min, cap)`, §4.1. The cap is law and wins over the floor. */
export function requiredDeposit(startPriceFen: bigint, rule: DepositRule = DEFAULT_DEPOSIT_RULE): Fen {
  const share = shareCeil(startPriceFen, rule.rateBp);
  const rounded = ((share + rule.roundUpToFen - 1n) / rule.roundUpToFen) * rule.roundUpToFen;
  return minFen(maxFen(rounded, rule.minFen), shareFloor(startPriceFen, rule.capBp));
}

export type ReceiptFacts = {
  readonly requiredFen: bigint;
  readonly receivedFen: bigint;
  readonly reference: string;
  readonly expectedReference: string;
  /** The account holder's name as the bank states it, and the registrant's. */
  readonly payer: string;
  readonly registrant: string;
  /** Arrival at the bank, and the moment the platform heard of it. */
  readonly receivedAt: Date;
  readonly reportedAt: Date;
  readonly deadline: Date;
};

export type UnfitReason = "WRONG_REFERENCE" | "WRONG_PAYER" | "SHORT" | "LATE";
export type ReceiptVerdict = { readonly isFit: true } | { readonly isFit: false; readonly reason: UnfitReason };

/**
 * §4.2, §2.4: exact reference, payer = registrant, amount ≥ required, bank arrival not after the deadline. What is reported only
 * when the deadline has come is late too: N was counted then, and it must not depend on when a statement is loaded.
 */
export function judgeReceipt(facts: ReceiptFacts): ReceiptVerdict {
  const unfit = (reason: UnfitReason): ReceiptVerdict => ({ isFit: false, reason });
  if (facts.reference !== facts.expectedReference) return unfit("WRONG_REFERENCE");
  if (sameName(facts.payer) !== sameName(facts.registrant)) return unfit("WRONG_PAYER");
  if (facts.receivedFen < facts.requiredFen) return unfit("SHORT");
  if (facts.receivedAt > facts.deadline || facts.reportedAt >= facts.deadline) return unfit("LATE");
  return { isFit: true };
}

/** Banks write names in full or half width and with stray spaces; that makes nobody another payer. */
export function sameName(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "");
}

/** When losers are paid back. Default 24 hours (Court-Online 23); a venue may loosen to five working days, never beyond (§9.11). */
export type RefundRule =
  | { readonly version: string; readonly kind: "HOURS"; readonly hours: number }
  | { readonly version: string; readonly kind: "WORKING_DAYS"; readonly days: number };

export const DEFAULT_REFUND_RULE: RefundRule = { version: "default-2025-1", kind: "HOURS", hours: 24 };

/** The outer bound on refunds, from the land and public-resource rules (Fujian 46). */
export const REFUND_BOUND = { version: "2025-1", hours: 24, workingDays: 5 } as const;

export function refundDueAt(from: Date, rule: RefundRule, calendar: WorkingCalendar): Date {
  if (rule.kind === "HOURS") return new Date(from.getTime() + rule.hours * 3_600_000);
  return endOfDay(addWorkingDays(calendar, dayOf(from), rule.days));
}

/** Whether the bidder gets interest for the time his money was held; the announcement says so (§4.3.3). */
export type InterestRule = { readonly version: string; readonly kind: "NONE" } | { readonly version: string; readonly kind: "CURRENT"; readonly rateBp: number };

/** None of the rules read promises interest; a venue may. */
export const DEFAULT_INTEREST_RULE: InterestRule = { version: "default-2025-1", kind: "NONE" };

/** Simple interest for whole days, a year counted as 360 of them as banks do for demand deposits, rounded down to the fen. */
export function depositInterestFen(amountFen: bigint, heldDays: number, rule: InterestRule): Fen {
  if (rule.kind === "NONE" || heldDays <= 0) return ZERO_FEN;
  return fen((amountFen * BigInt(rule.rateBp) * BigInt(heldDays)) / (10_000n * 360n));
}

/** How long a decision to keep a deposit may be appealed. */
export type ForfeitRule = { readonly version: string; readonly appealWorkingDays: number };

/** No text fixes it; proposed: five working days. */
export const DEFAULT_FORFEIT_RULE: ForfeitRule = { version: "default-2025-1", appealWorkingDays: 5 };

/** Why a deposit may be kept: trading §4.1 (悔拍, Court-Online 24; false papers, collusion, refusing to sign, not paying, Fujian 48). */
export const FORFEIT_GROUNDS = ["REFUSED_TO_SIGN", "NOT_PAID", "FALSE_PAPERS", "COLLUSION"] as const;
export type ForfeitGround = (typeof FORFEIT_GROUNDS)[number];

/** A refund goes back to the account the money came from, whole, and nowhere else (§4.3.3). */
export function refundRefusal(facts: {
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly heldFen: bigint;
  readonly refundFen: bigint;
}): "OTHER_ACCOUNT" | "AMOUNT_DIFFERS" | undefined {
  if (facts.fromAccount !== facts.toAccount) return "OTHER_ACCOUNT";
  return facts.heldFen === facts.refundFen ? undefined : "AMOUNT_DIFFERS";
}

export type ForfeitDecision = {
  readonly reason: string;
  readonly decidedBy: string;
  readonly confirmedBy: string;
  readonly appealEndsAt: Date;
  readonly now: Date;
};

/** §4.2: a reasoned decision by two persons, after the window for appeal. */
export function forfeitRefusal(decision: ForfeitDecision): "REASON_NEEDED" | "TWO_PERSONS_NEEDED" | "APPEAL_WINDOW_OPEN" | undefined {
  if (decision.reason.trim() === "") return "REASON_NEEDED";
  if (decision.decidedBy === decision.confirmedBy) return "TWO_PERSONS_NEEDED";
  return decision.now < decision.appealEndsAt ? "APPEAL_WINDOW_OPEN" : undefined;
}

/** Who keeps what a forfeited deposit exceeds the loss by: the seller (court type, Court-Online 24) or the bidder (pure damages). */
export type SurplusRule = "TO_SELLER" | "TO_BIDDER";

export type DefaultLoss = {
  readonly depositFen: bigint;
  readonly buyerCommissionFen: bigint;
  readonly sellerCommissionFen: bigint;
  readonly firstPriceFen: bigint;
  /** Absent while the object has not been resold: then only the commissions are owed. */
  readonly resalePriceFen?: bigint;
  readonly surplusRule: SurplusRule;
};

export type ForfeitWaterfall = {
  readonly lossFen: Fen;
  readonly toCostsFen: Fen;
  readonly toShortfallFen: Fen;
  readonly surplusToSellerFen: Fen;
  readonly surplusToBidderFen: Fen;
  /** What the defaulter still owes beyond his deposit. */
  readonly claimFen: Fen;
};

/** §4.4, 拍卖法 39: `L = C_buyer + C_seller + max(0, P1 − P2)`; the deposit pays costs, then the shortfall; the rest by the rule. */
export function forfeitWaterfall(facts: DefaultLoss): ForfeitWaterfall {
  const costs = addFen(facts.buyerCommissionFen, facts.sellerCommissionFen);
  const shortfall = facts.resalePriceFen === undefined ? ZERO_FEN : maxFen(0n, facts.firstPriceFen - facts.resalePriceFen);
  const toCostsFen = minFen(facts.depositFen, costs);
  const toShortfallFen = minFen(subtractFen(facts.depositFen, toCostsFen), shortfall);
  const surplus = subtractFen(facts.depositFen, toCostsFen, toShortfallFen);
  const lossFen = addFen(costs, shortfall);
  return {
    lossFen,
    toCostsFen,
    toShortfallFen,
    surplusToSellerFen: facts.surplusRule === "TO_SELLER" ? surplus : ZERO_FEN,
    surplusToBidderFen: facts.surplusRule === "TO_BIDDER" ? surplus : ZERO_FEN,
    claimFen: maxFen(0n, fen(lossFen - facts.depositFen)),
  };
}
