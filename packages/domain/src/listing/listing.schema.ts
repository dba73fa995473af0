import { z } from "zod";
import { LICENCE_KINDS, type LicenceKind } from "../terms/index.ts";
import { DayText, Id, line, prose, YuanText } from "../shared/input.ts";
import { BiddingPlan } from "./bidding-plan.schema.ts";
import { ENCUMBRANCE_KINDS, ENCUMBRANCES_MAX } from "./encumbrance.rules.ts";
import { INTENT_RELATIONS } from "./intent.rules.ts";
import { LISTING_MATERIALS } from "./listing.rules.ts";

/** How a result may be listed (trading §1.1); development and services are ordered, not listed. */
export const LISTING_TRADE_MODES = ["ASSIGNMENT", "LICENCE", "EQUITY"] as const;
export type ListingTradeMode = (typeof LISTING_TRADE_MODES)[number];
export { LICENCE_KINDS, type LicenceKind };

/** One item of the checklist: a file, a statement, or both. */
const Material = z.object({ documentId: Id.nullable().default(null), note: prose(2_000).default("") });
export const Materials = z.partialRecord(z.enum(LISTING_MATERIALS), Material);
export type Materials = z.infer<typeof Materials>;

/** What the announcement promises beside price and period (trading §2.2, §3, §4). */
export const ListingPromise = z.object({
  /** A private seller may announce that one buyer is not enough; a state seller deals with one (§3). */
  ifSole: z.enum(["AGREE", "LAPSE"]).default("AGREE"),
  ifSeveral: z.enum(["BIDDING", "AGREE"]).default("BIDDING"),
  /** 5 %–20 % of the start price. */
  depositRateBp: z.number().int().min(500).max(2_000).default(1_000),
  depositDue: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("AT_LISTING_END") }),
      z.object({ kind: z.literal("AFTER_QUALIFICATION"), workingDays: z.number().int().min(1).max(30) }),
    ])
    .default({ kind: "AT_LISTING_END" }),
  /** Whether an admitted bidder may still leave, with the deposit, before the period ends. */
  mayLeave: z.boolean().default(true),
  /** Who keeps what a forfeited deposit exceeds the loss by (§4.4). */
  forfeitSurplus: z.enum(["TO_SELLER", "TO_BIDDER"]).default("TO_SELLER"),
});
export type ListingPromise = z.infer<typeof ListingPromise>;

const EncumbranceInput = z.object({
  kind: z.enum(ENCUMBRANCE_KINDS),
  territory: line(120, 0).default(""),
  until: DayText.nullable().or(z.literal("").transform(() => null)).default(null),
  /** May be empty while the draft is written; handed in it says something. */
  detail: line(300, 0).default(""),
});

/** What others may do with the right, and what is wrong with the technology as far as the seller knows (拍卖法 18, 27, 61): announced with the listing. */
export const Disclosure = z.object({
  encumbrances: z.array(EncumbranceInput).max(ENCUMBRANCES_MAX).default([]),
  defects: prose(2_000).default(""),
});
export type Disclosure = z.infer<typeof Disclosure>;

/** What the seller declares and signs for (trading §2.1). */
export const Declarations = z.object({
  hasCoOwnersOrPledgees: z.boolean().default(false),
  /** Export class restricted (限制出口): a second reviewer and a gate for foreign buyers. */
  isExportRestricted: z.boolean().default(false),
  /** A price cut below the venue's floor was approved anew by the body that decides (§2.2). */
  hasFreshApproval: z.boolean().default(false),
  /** Nothing secret, the right to dispose, every known defect named. */
  isTruthful: z.boolean().default(false),
});
export type Declarations = z.infer<typeof Declarations>;

const Price = YuanText.refine((amount) => amount >= 10_000n, { params: { code: "LISTING_PRICE_TOO_LOW" } });

const Terms = {
  tradeMode: z.enum(LISTING_TRADE_MODES),
  licenceKind: z.enum(LICENCE_KINDS).nullable(),
  licenceYears: z.number().int().min(1).max(50).nullable(),
  licenceTerritory: line(120, 2).nullable(),
  price: Price,
  workingDays: z.number().int().min(1).max(120),
  extensionCycles: z.number().int().min(0).max(20),
  extensionDays: z.number().int().min(1).max(60),
  /** One condition a line; nothing else may be asked of a buyer (§2.4). */
  buyerConditions: prose(4_000),
  paymentTerms: prose(2_000),
  bidding: BiddingPlan,
  promise: ListingPromise,
};

export const DraftListingInput = z.object({
  resultId: Id,
  venueId: Id,
  tradeMode: Terms.tradeMode.default("ASSIGNMENT"),
  licenceKind: Terms.licenceKind.default(null),
  licenceYears: Terms.licenceYears.default(null),
  /** Default: the whole country. */
  licenceTerritory: Terms.licenceTerritory.default(null),
  /** Default: the price asked for the result. */
  price: Price.optional(),
  workingDays: Terms.workingDays.optional(),
  extensionCycles: Terms.extensionCycles.default(0),
  extensionDays: Terms.extensionDays.default(5),
  buyerConditions: Terms.buyerConditions.default(""),
  paymentTerms: Terms.paymentTerms.default(""),
  bidding: BiddingPlan.prefault({}),
  promise: ListingPromise.prefault({}),
  declarations: Declarations.prefault({}),
  disclosure: Disclosure.prefault({}),
  materials: Materials.default({}),
  relatedParties: z.array(line(200)).max(100).default([]),
});
export type DraftListingInput = z.input<typeof DraftListingInput>;

/** Every part may be left out; what is sent replaces what was there. */
export const EditListingInput = z.object({
  listingId: Id,
  ...z.object(Terms).partial().shape,
  declarations: Declarations.optional(),
  disclosure: Disclosure.optional(),
  materials: Materials.optional(),
  relatedParties: z.array(line(200)).max(100).optional(),
  /** The reasoned value the price is measured by: appraisal, enquiry or memo (§1). */
  basis: YuanText.nullable().optional(),
});

export const ListingIdInput = z.object({ listingId: Id });
/** A transfer by which the seller paid the costs of taking his listing back, as the bank states it. */
export const WithdrawalPaymentInput = z.object({ listingId: Id, amount: YuanText, bankReference: line(80, 4) });
export const ReasonedListingInput = z.object({ listingId: Id, reason: prose(1_000, 4) });
export const AcceptListingInput = z.object({ listingId: Id, remark: prose(1_000).default("") });
export const PublishListingInput = z.object({ listingId: Id, workingDays: Terms.workingDays.optional() });
export const EndPeriodInput = z.object({ listingId: Id, dueAt: z.coerce.date() });
/** `dueAt` is the instant at which a suspension was over by itself. */
export const ResumeListingInput = z.object({ listingId: Id, reason: prose(1_000, 4).default("中止期满"), dueAt: z.coerce.date().optional() });
export const SetReserveInput = z.object({ listingId: Id, reserve: YuanText });
export const RelistInput = z.object({ listingId: Id, price: Price, freshApproval: z.boolean().default(false) });

/** A change of announced terms; the paper of the body that approved it is named (comparator: 2009 rules art. 19). */
export const AmendListingInput = z.object({
  listingId: Id,
  reason: prose(1_000, 4),
  approvalPaper: line(200, 4),
  price: Price.optional(),
  buyerConditions: Terms.buyerConditions.optional(),
  paymentTerms: Terms.paymentTerms.optional(),
  licenceYears: Terms.licenceYears.optional(),
  /** What came to be known since, of burdens and defects; it replaces what was announced. */
  disclosure: Disclosure.optional(),
  workingDays: Terms.workingDays.optional(),
  bidding: BiddingPlan.optional(),
});

export const RegisterIntentInput = z.object({
  listingId: Id,
  /** Why the buyer meets the announced conditions. With it the files are complete; without, they follow. */
  statement: prose(4_000).default(""),
  /** What the buyer would pay if he stays alone; never shown to others. */
  offer: YuanText.nullable().default(null),
  /** That none of the ties that bar a bidder exists (拍卖法 22, 23, 30; Court-Online 34). */
  declaresNoTies: z.boolean().refine((declares) => declares, { params: { code: "TIES_NOT_DECLARED" } }),
  /** Ties that bar nobody but are announced if this buyer wins. */
  relations: z.array(z.enum(INTENT_RELATIONS)).max(INTENT_RELATIONS.length).default([]),
});
export const CompleteIntentInput = z.object({ intentId: Id, statement: prose(4_000, 10) });
export const IntentIdInput = z.object({ intentId: Id });
export const QualifyIntentInput = z.object({
  intentId: Id,
  /** The announced condition's number, from 0, and whether it is met. */
  findings: z.array(z.object({ condition: z.number().int().min(0), isMet: z.boolean(), remark: line(300, 0).default("") })).max(100).default([]),
});
export const RefuseIntentInput = QualifyIntentInput.extend({ reason: prose(1_000, 4) });
/** On what a priority right rests: Civil Code 847, 859, 860, or a contract. */
export const PRIORITY_GROUNDS = ["COMPLETER", "CLIENT", "CO_APPLICANT", "CONTRACT"] as const;
export type PriorityGround = (typeof PRIORITY_GROUNDS)[number];
/** Without a rank an earlier recognition is taken back. */
export const RecognisePriorityInput = z.object({ intentId: Id, ground: z.enum(PRIORITY_GROUNDS), rank: z.number().int().min(1).max(99).nullable() });
export const AdmitIntentInput = z.object({ intentId: Id });
export const DropIntentInput = z.object({ intentId: Id, expiredAt: z.coerce.date() });
