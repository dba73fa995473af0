import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from "../shared/calendar.ts";
import { addDays, atHour, dayOf, daysBetween, endOfDay, type Day } from "../shared/clock.ts";
import { maxFen, shareCeil, wan, yuan, type Fen } from "../shared/money.ts";
import { DEFAULT_BIDDING_PARAMETERS, type VenueBiddingParameters } from "./bidding.rules.ts";
import type { ListingEvent } from "./listing.machine.ts";

/** Who sells (转让方类别): a state institute or university (PTA art. 18), a state-owned enterprise (企业国有资产法 54–55), or anyone else. */
export const SELLER_CLASSES = ["STATE_INSTITUTE", "STATE_OWNED_ENTERPRISE", "PRIVATE"] as const;
export type SellerClass = (typeof SELLER_CLASSES)[number];

/** What one venue (交易机构) has fixed in its rules. Stored with a version; a listing keeps the version it was published under. */
export type VenueListingParameters = {
  readonly version: string;
  /** PROPOSED_DEFAULT: this platform's proposal; VENUE_RULES: read from the venue's own rules. */
  readonly standing: "PROPOSED_DEFAULT" | "VENUE_RULES";
  readonly announcementMinWorkingDays: Readonly<Record<SellerClass, number>>;
  /** The hour in Shanghai at which a working day's business closes (民法典 203). */
  readonly closingHour: number;
  readonly extensionMinWorkingDays: number;
  readonly extensionMaxCycles: number;
  readonly suspensionMaxDays: number;
  readonly resumeMinRemainingWorkingDays: number;
  readonly resultAnnouncementWorkingDays: Readonly<Record<SellerClass, number>>;
  /** Whether nobody signs before the result has been announced for its days (§2.3 AWARDED → CONTRACTING; 32号令 for state-owned enterprises). */
  readonly resultHoldsContract: Readonly<Record<SellerClass, boolean>>;
  /** The lowest price, as a share of the basis, to which a seller may cut without fresh approval. */
  readonly priceCutFloorBp: number;
  /** Whether a university's deal with a sole buyer also needs the 15-day public notice (§6.2: the texts are silent). */
  readonly soleBuyerNeedsNotice: boolean;
  readonly qualificationDays: number;
  /** What a seller owes the venue who takes his listing back (拍卖法 29: agreed or reasonable costs); 0 where the venue has announced none. */
  readonly withdrawalCostFen: Fen;
  /** Working days for priority holders to answer after the close of a bidding (§5.6). */
  readonly priorityAnswerWorkingDays: number;
  /** How far the start price may fall when a lot that was not sold is bid on again: 20 % in court practice (§5.10). */
  readonly rerunCutMaxBp: number;
  readonly bidding: VenueBiddingParameters;
  readonly deposit: {
    readonly version: string;
    readonly rateBp: number;
    readonly rateMinBp: number;
    readonly rateMaxBp: number;
    readonly capBp: number;
    readonly minFen: Fen;
    readonly roundUpToFen: Fen;
  };
  readonly feeTariff: { readonly version: string; readonly bands: readonly { readonly upToFen?: Fen; readonly rateBp: number }[] };
};

/**
 * Proposed defaults, not any venue's rules: those could not be read (trading, opening note). Announcement periods follow the
 * comparators of §2.2, the deposit §4.1, the tariff the illustration in §7.
 */
export const DEFAULT_VENUE_PARAMETERS: VenueListingParameters = {
  version: "default-2025-1",
  standing: "PROPOSED_DEFAULT",
  announcementMinWorkingDays: { STATE_INSTITUTE: 10, STATE_OWNED_ENTERPRISE: 20, PRIVATE: 5 },
  closingHour: 17,
  extensionMinWorkingDays: 5,
  extensionMaxCycles: 6,
  suspensionMaxDays: 30,
  resumeMinRemainingWorkingDays: 10,
  resultAnnouncementWorkingDays: { STATE_INSTITUTE: 5, STATE_OWNED_ENTERPRISE: 5, PRIVATE: 0 },
  resultHoldsContract: { STATE_INSTITUTE: false, STATE_OWNED_ENTERPRISE: true, PRIVATE: false },
  priceCutFloorBp: 9_000,
  soleBuyerNeedsNotice: false,
  qualificationDays: 2,
  withdrawalCostFen: yuan(0),
  priorityAnswerWorkingDays: 5,
  rerunCutMaxBp: 2_000,
  bidding: DEFAULT_BIDDING_PARAMETERS,
  deposit: {
    version: "default-2025-1",
    rateBp: 1_000,
    rateMinBp: 500,
    rateMaxBp: 2_000,
    capBp: 2_000,
    minFen: yuan(1_000),
    roundUpToFen: yuan(100),
  },
  feeTariff: {
    version: "illustration-2025-1",
    bands: [{ upToFen: wan(100), rateBp: 300 }, { upToFen: wan(500), rateBp: 200 }, { rateBp: 100 }],
  },
};

/** The checklist of materials (申请材料), trading §2.1, items 1–12 in order. */
export const LISTING_MATERIALS = [
  "APPLICATION",
  "SUBJECT_IDENTITY",
  "TITLE_PROOF",
  "DECISION_PAPER",
  "PRICE_BASIS",
  "THIRD_PARTY_CONSENTS",
  "PRIORITY_RIGHTS",
  "SECRECY_AND_EXPORT_DECLARATION",
  "TECHNICAL_DESCRIPTION",
  "DRAFT_CONTRACT",
  "BUYER_CONDITIONS",
  "CONTACT_AND_PAYEE",
] as const;
export type ListingMaterial = (typeof LISTING_MATERIALS)[number];

export type MaterialFacts = {
  readonly sellerClass: SellerClass;
  readonly hasCoOwnersOrPledgees: boolean;
  /** 民法典 847, 859, 860: a completer, a client or a co-applicant stands before the buyer on the same conditions. */
  readonly hasPriorityHolders: boolean;
  readonly setsBuyerConditions: boolean;
};

/** 民法典 847: completers of a service result stand first when the unit assigns it; a licence leaves it with the unit. */
export function completersStandFirst(facts: { readonly sellerClass: SellerClass; readonly tradeMode: string; readonly hasCompleters: boolean }): boolean {
  return facts.tradeMode === "ASSIGNMENT" && facts.hasCompleters && facts.sellerClass !== "PRIVATE";
}

/** What this seller must upload. A private seller owes no decision paper and no price basis: freedom of contract (§1). */
export function requiredMaterials(facts: MaterialFacts): ListingMaterial[] {
  const isState = facts.sellerClass !== "PRIVATE";
  const notNeeded = new Set<ListingMaterial>();
  if (!isState) notNeeded.add("DECISION_PAPER").add("PRICE_BASIS");
  if (!facts.hasCoOwnersOrPledgees) notNeeded.add("THIRD_PARTY_CONSENTS"); // PTA art. 40(3)
  if (!facts.hasPriorityHolders) notNeeded.add("PRIORITY_RIGHTS");
  if (!facts.setsBuyerConditions) notNeeded.add("BUYER_CONDITIONS");
  return LISTING_MATERIALS.filter((material) => !notNeeded.has(material));
}

/** Everything missing, said once and in full. */
export function missingMaterials(facts: MaterialFacts, supplied: ReadonlySet<ListingMaterial>): ListingMaterial[] {
  return requiredMaterials(facts).filter((material) => !supplied.has(material));
}

export type AcceptFacts = {
  readonly submittedBy: string;
  readonly reviewer: string;
  readonly secondReviewer?: string;
  readonly restrictedExport: boolean;
};

/** §2.3 accept: nobody accepts what he submitted; a restricted-export flag takes a second reviewer. */
export function acceptRefusal(facts: AcceptFacts): "REVIEWER_IS_SUBMITTER" | "SECOND_REVIEWER_NEEDED" | undefined {
  const reviewers = [facts.reviewer, facts.secondReviewer];
  if (reviewers.includes(facts.submittedBy)) return "REVIEWER_IS_SUBMITTER";
  if (facts.restrictedExport && (!facts.secondReviewer || facts.secondReviewer === facts.reviewer)) return "SECOND_REVIEWER_NEEDED";
  return undefined;
}

export type PublishFacts = {
  readonly sellerClass: SellerClass;
  readonly startsAt: Date;
  readonly now: Date;
  readonly workingDays: number;
  readonly extensionWorkingDays?: number;
  readonly extensionCycles?: number;
};

/** §2.3 publish: not in the past, the period at least the venue's minimum for this class of seller, promised extensions lawful. */
export function publishRefusal(
  facts: PublishFacts,
  venue: VenueListingParameters,
): "START_IN_THE_PAST" | "PERIOD_TOO_SHORT" | "EXTENSION_TOO_SHORT" | "TOO_MANY_EXTENSIONS" | undefined {
  if (facts.startsAt < facts.now) return "START_IN_THE_PAST";
  if (facts.workingDays < venue.announcementMinWorkingDays[facts.sellerClass]) return "PERIOD_TOO_SHORT";
  if (facts.extensionWorkingDays !== undefined && facts.extensionWorkingDays < venue.extensionMinWorkingDays) return "EXTENSION_TOO_SHORT";
  if ((facts.extensionCycles ?? 0) > venue.extensionMaxCycles) return "TOO_MANY_EXTENSIONS";
  return undefined;
}

/**
 * The instant at which an announcement period (公告期) is over: close of business on the last working day. The day of
 * publication is not counted (民法典 201, 203). An extension counts from the day on which the period before it ended.
 */
export function announcementEnd(
  publishedAt: Date,
  workingDays: number,
  calendar: WorkingCalendar,
  closingHour: number = DEFAULT_VENUE_PARAMETERS.closingHour,
): Date {
  return atHour(addWorkingDays(calendar, dayOf(publishedAt), workingDays), closingHour);
}

/** The last day on which a notice "at least `days` days before" may appear (拍卖法 45: seven days before the auction day). */
export function latestNoticeDay(auctionOn: Day, days: number): Day {
  return addDays(auctionOn, -days);
}

/** What the announcement promised for the end of its period (§3). */
export type AnnouncedPromise = {
  readonly extensionPromised: boolean;
  readonly extensionCycles: number;
  readonly ifSole: "AGREE" | "LAPSE";
  readonly ifSeveral: "BIDDING" | "AGREE";
};

export type PeriodEndFacts = AnnouncedPromise & {
  readonly sellerClass: SellerClass;
  /** N: qualified buyers whose deposit, where required, arrived in time. */
  readonly qualifiedBuyers: number;
  readonly extensionsUsed: number;
};

export type PeriodEndEvent = Extract<ListingEvent, "extend" | "lapse" | "agreeWithSole" | "agreeAsAnnounced" | "openBidding">;

/**
 * The event that the end of the period names, trading §3. A state-owned enterprise must bid competitively from two buyers on
 * (企业国有资产法 54), whatever was announced; with one, a state seller deals. No minimum of two bidders is asked anywhere.
 */
export function whenPeriodEnds(facts: PeriodEndFacts): PeriodEndEvent {
  if (facts.qualifiedBuyers === 0) {
    return facts.extensionPromised && facts.extensionsUsed < facts.extensionCycles ? "extend" : "lapse";
  }
  if (facts.qualifiedBuyers === 1) {
    return facts.sellerClass === "PRIVATE" && facts.ifSole === "LAPSE" ? "lapse" : "agreeWithSole";
  }
  if (facts.sellerClass === "STATE_OWNED_ENTERPRISE") return "openBidding";
  return facts.ifSeveral === "AGREE" ? "agreeAsAnnounced" : "openBidding";
}

/** A sole buyer pays the listing price or his own offer, whichever is higher (§3). */
export function soleBuyerPrice(listingPriceFen: bigint, offerFen: bigint): Fen {
  return maxFen(listingPriceFen, offerFen);
}

export type PriceCutFacts = {
  readonly sellerClass: SellerClass;
  /** The appraisal or other basis of the first round. */
  readonly basisFen: bigint;
  readonly newPriceFen: bigint;
  readonly freshApproval: boolean;
};

/** A cut after an empty round goes down to 90 % of the basis freely; below that a state seller needs a new approval (§2.2). */
export function priceCutRefusal(facts: PriceCutFacts, venue: VenueListingParameters): "PRICE_CUT_NEEDS_APPROVAL" | undefined {
  if (facts.sellerClass === "PRIVATE" || facts.freshApproval) return undefined;
  return facts.newPriceFen < shareCeil(facts.basisFen, venue.priceCutFloorBp) ? "PRICE_CUT_NEEDS_APPROVAL" : undefined;
}

/** A suspension (中止) is over by itself at this instant at the latest: then the listing is resumed or terminated. */
export function suspensionEnd(suspendedAt: Date, venue: VenueListingParameters): Date {
  return endOfDay(addDays(dayOf(suspendedAt), venue.suspensionMaxDays));
}

/** Working days of the period that had wholly run when the listing was suspended; the day of suspension is not one of them. */
export function workingDaysRun(publishedAt: Date, suspendedAt: Date, calendar: WorkingCalendar): number {
  return Math.max(0, workingDaysBetween(calendar, dayOf(publishedAt), addDays(dayOf(suspendedAt), -1)));
}

export type ResumeFacts = { readonly sellerClass: SellerClass; readonly workingDays: number; readonly workingDaysRun: number };

/** The fewest working days that must follow a resumption: the unserved rest, the venue's floor, and the minimum in total. */
export function remainingOnResume(facts: ResumeFacts, venue: VenueListingParameters): number {
  return Math.max(
    facts.workingDays - facts.workingDaysRun,
    venue.announcementMinWorkingDays[facts.sellerClass] - facts.workingDaysRun,
    venue.resumeMinRemainingWorkingDays,
  );
}

/** §2.3 withdraw: before bidding opens (the machine sees to that) and with the venue's reasonable costs settled (拍卖法 29). */
export function withdrawRefusal(facts: { readonly costsFen: bigint; readonly paidFen: bigint }): "COSTS_NOT_SETTLED" | undefined {
  return facts.paidFen < facts.costsFen ? "COSTS_NOT_SETTLED" : undefined;
}

/** When the announcement of the result (成交公告) is over; undefined for a seller to whom none applies. */
export function resultAnnouncementEnd(
  awardedAt: Date,
  sellerClass: SellerClass,
  calendar: WorkingCalendar,
  venue: VenueListingParameters,
): Date | undefined {
  const workingDays = venue.resultAnnouncementWorkingDays[sellerClass];
  return workingDays === 0 ? undefined : announcementEnd(awardedAt, workingDays, calendar, venue.closingHour);
}

/** Until when the announced result holds back the signatures; undefined where it does not. */
export function contractHeldUntil(awardedAt: Date, sellerClass: SellerClass, calendar: WorkingCalendar, venue: VenueListingParameters): Date | undefined {
  return venue.resultHoldsContract[sellerClass] ? resultAnnouncementEnd(awardedAt, sellerClass, calendar, venue) : undefined;
}

/**
 * Whether a deal with the one buyer that a listing found is put on notice like an agreed price before it is signed: where the venue's rules say so, for the
 * institutes and universities of the State. The texts are silent (§6.2), so it is a switch of the venue.
 */
export function soleBuyerOwesNotice(facts: { readonly isSoleBuyer: boolean; readonly sellerClass: SellerClass }, venue: Pick<VenueListingParameters, "soleBuyerNeedsNotice">): boolean {
  return venue.soleBuyerNeedsNotice && facts.isSoleBuyer && facts.sellerClass === "STATE_INSTITUTE";
}

/** The class of a seller by the kind of its organisation. */
export function sellerClassOf(kind: string): SellerClass {
  if (kind === "UNIVERSITY" || kind === "INSTITUTE") return "STATE_INSTITUTE";
  return kind === "STATE_ENTERPRISE" ? "STATE_OWNED_ENTERPRISE" : "PRIVATE";
}

/** 拍卖法 45: seven days' notice before the auction day, where the auction law governs the bidding. */
export const AUCTION_NOTICE_DAYS = 7;

export function auctionNoticeRefusal(facts: { readonly isAuctionLaw: boolean; readonly publishedAt: Date; readonly biddingStartsAt: Date }): "AUCTION_NOTICE_TOO_SHORT" | undefined {
  if (!facts.isAuctionLaw) return undefined;
  return dayOf(facts.publishedAt) > latestNoticeDay(dayOf(facts.biddingStartsAt), AUCTION_NOTICE_DAYS) ? "AUCTION_NOTICE_TOO_SHORT" : undefined;
}

/** 拍卖法 48: the object can be looked at for two days at least. */
export const VIEWING_MIN_DAYS = 2;

export type ViewingFacts = { readonly isAuctionLaw: boolean; readonly viewingDays: number; readonly viewing: string };

/** Where the auction law governs, viewing is announced with its days and its place; whatever is announced elsewhere has a place, too. */
export function viewingRefusal({ isAuctionLaw, viewingDays, viewing }: ViewingFacts): "VIEWING_TOO_SHORT" | "VIEWING_PLACE_NEEDED" | undefined {
  if (isAuctionLaw && viewingDays < VIEWING_MIN_DAYS) return "VIEWING_TOO_SHORT";
  return viewingDays > 0 && viewing.trim() === "" ? "VIEWING_PLACE_NEEDED" : undefined;
}

/** The viewing lies between publication and the day on which bidding starts. */
export function viewingFits(viewingDays: number, publishedAt: Date, biddingStartsAt: Date): boolean {
  return viewingDays < daysBetween(dayOf(publishedAt), dayOf(biddingStartsAt));
}

/** An act on a running announcement: from its end on, only what the end made of it counts, even before the worker has said so (§9). */
export function runningRefusal(facts: { readonly state: string; readonly periodEndsAt: Date | null; readonly now: Date }): "PERIOD_OVER" | undefined {
  return facts.state === "LISTED" && facts.periodEndsAt !== null && facts.now >= facts.periodEndsAt ? "PERIOD_OVER" : undefined;
}
