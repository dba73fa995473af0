import { maxFen, type Fen } from "../shared/money.ts";
import type { DealEvent } from "./deal.machine.ts";

export type SignatureFacts = {
  readonly parties: readonly string[];
  readonly signedBy: readonly string[];
  readonly signer: string;
  /** Hash of the contract as drafted, and of the text the signer had before him. */
  readonly contractHash: string;
  readonly signedHash: string;
  /** A reliable electronic signature (电子签名法 13–14) or a scanned wet original. */
  readonly form: "RELIABLE_ELECTRONIC" | "SCANNED_ORIGINAL" | "OTHER";
  readonly now: Date;
  readonly deadline: Date;
};

/** 民法典 863: written form; every party signs the same text, once, in time. */
export function signatureRefusal(
  facts: SignatureFacts,
): "NOT_A_PARTY" | "ALREADY_SIGNED" | "OTHER_TEXT" | "SIGNATURE_NOT_RELIABLE" | "SIGNING_DEADLINE_OVER" | undefined {
  if (!facts.parties.includes(facts.signer)) return "NOT_A_PARTY";
  if (facts.signedBy.includes(facts.signer)) return "ALREADY_SIGNED";
  if (facts.signedHash !== facts.contractHash) return "OTHER_TEXT";
  if (facts.form === "OTHER") return "SIGNATURE_NOT_RELIABLE";
  return facts.now >= facts.deadline ? "SIGNING_DEADLINE_OVER" : undefined;
}

/** Whether this signature is the last one wanted. */
export function whenSigned(
  facts: Pick<SignatureFacts, "parties" | "signedBy" | "signer">,
): Extract<DealEvent, "signByParty" | "signByLast"> {
  const signed = new Set([...facts.signedBy, facts.signer]);
  return facts.parties.every((party) => signed.has(party)) ? "signByLast" : "signByParty";
}

/** A contract text may be changed only while nobody has signed it. */
export function redraftRefusal(signedBy: readonly string[]): "SOMEBODY_SIGNED" | undefined {
  return signedBy.length > 0 ? "SOMEBODY_SIGNED" : undefined;
}

/**
 * The deadline for signing is over. A missing buyer's signature is his default (§4.4), but not while the seller himself has
 * drafted nothing or not signed: then the deal is annulled and the buyer has his deposit back.
 */
export function whenSigningDeadlinePasses(facts: {
  readonly sellerSigned: boolean;
  readonly buyerSigned: boolean;
}): Extract<DealEvent, "default" | "annul"> {
  return facts.sellerSigned && !facts.buyerSigned ? "default" : "annul";
}

export type AwardFacts = {
  readonly priceFen: bigint;
  readonly startPriceFen: bigint;
  readonly reservePriceFen?: bigint;
  /** Absent for an agreed price. */
  readonly lastAcceptedBidFen?: bigint;
};

/** §9.4: the award is at least the start price and the reserve, and equals the last accepted bid. */
export function awardRefusal(facts: AwardFacts): "BELOW_START" | "BELOW_RESERVE" | "NOT_THE_LAST_BID" | undefined {
  if (facts.priceFen < facts.startPriceFen) return "BELOW_START";
  if (facts.reservePriceFen !== undefined && facts.priceFen < facts.reservePriceFen) return "BELOW_RESERVE";
  return facts.lastAcceptedBidFen !== undefined && facts.lastAcceptedBidFen !== facts.priceFen ? "NOT_THE_LAST_BID" : undefined;
}

/** How a deal came about, as the certificate and the statistics name it (§7, §8: pre-agreed deals are never counted as bidding). */
export const DEAL_METHODS = ["AGREED", "LISTING_AGREED", "BIDDING", "AUCTION", "TENDER"] as const;
export type DealMethod = (typeof DEAL_METHODS)[number];

/** What is left to pay after the deposit was applied. */
export function outstandingPrice(priceFen: bigint, appliedFen: bigint): Fen {
  return maxFen(0n, priceFen - appliedFen);
}

/** Working days from the award to the last signature. No text fixes it; a proposed default. */
export const DEFAULT_SIGNING_TERM = { version: "default-2025-1", workingDays: 10 } as const;

export type ContractFacts = { readonly seller: string; readonly buyer: string; readonly result: string; readonly priceFen: bigint; readonly priceCapital: string };

/** What a contract text must say to be the contract of this deal: both names, the result, the price in figures or in capital form. */
export function contractTextProblems(text: string, facts: ContractFacts): ("SELLER" | "BUYER" | "RESULT" | "PRICE")[] {
  const bare = text.replace(/[\s,，]/g, "");
  const says = (words: string): boolean => bare.includes(words.replace(/[\s,，]/g, ""));
  const problems: ("SELLER" | "BUYER" | "RESULT" | "PRICE")[] = [];
  if (!says(facts.seller)) problems.push("SELLER");
  if (!says(facts.buyer)) problems.push("BUYER");
  if (!says(facts.result)) problems.push("RESULT");
  if (!figuresOf(facts.priceFen).some(says) && !says(facts.priceCapital)) problems.push("PRICE");
  return problems;
}

/** An amount as texts write it: 1200000.00元, 1200000元, 120万元. */
function figuresOf(priceFen: bigint): string[] {
  const yuan = priceFen / 100n;
  const forms = [`${yuan}.${String(priceFen % 100n).padStart(2, "0")}元`];
  if (priceFen % 100n === 0n) forms.push(`${yuan}元`);
  if (priceFen % 1_000_000n === 0n) forms.push(`${priceFen / 1_000_000n}万元`);
  return forms;
}
