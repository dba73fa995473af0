import { randomUUID } from "node:crypto";
import type { ActingOrganisation, PersonActor } from "../src/shared/actor.ts";
import type { Deps } from "../src/shared/database.ts";
import { readDomainTime } from "../src/shared/domain-clock.ts";
import { fen, wan } from "../src/shared/money.ts";
import { announcementHash, announcementJson } from "../src/auction/announcement.ts";
import { initialEnd } from "../src/auction/auction-clock.rules.ts";
import type { ProcedureTerms } from "../src/auction/procedure-terms.schema.ts";
import type { Announcement } from "../src/auction/replay.rules.ts";
import { anOrganisation, aPerson } from "./people.ts";

export type OpenLot = {
  readonly auctionId: string;
  readonly listingId: string;
  readonly seller: ActingOrganisation;
  readonly venue: ActingOrganisation;
  readonly bidders: readonly PersonActor[];
  readonly announcement: Announcement;
};

export type LotOptions = {
  readonly bidders?: number;
  readonly startsInMs?: number;
  readonly freeMs?: number;
  readonly windowSeconds?: number;
  readonly terms?: Partial<Announcement>;
  readonly depositState?: "HELD" | "LOCKED";
  readonly reserve?: { readonly sealed: string; readonly hash: string };
};

let serial = 0;

/** What a procedure of a format announces beside the terms of bidding, without any of its options. */
export function openTerms(format: ProcedureTerms["format"]): ProcedureTerms {
  return { format, termsNo: 1, legalRegime: "VENUE_BIDDING", identityMode: "TYPE_AND_REGION", standby: "RESALE_ONLY", proxy: false, reserveHash: null };
}

/**
 * A lot in its free period with bidders whose deposits are locked, written as the procedure leaves it; how a listing gets there is the listing's
 * own test. Start 200, step 10 万元, two-phase clock.
 */
export async function anOpenLot(deps: Deps, options: LotOptions = {}): Promise<OpenLot> {
  serial += 1;
  const { bidders: wanted = 3, startsInMs = -1_000, freeMs = 600_000, windowSeconds = 300 } = options;
  const now = await readDomainTime(deps.db, deps.config.mode);
  const [seller, venue] = await Promise.all([anOrganisation(deps, { kind: "UNIVERSITY" }), anOrganisation(deps, { kind: "VENUE" })]);
  const common = { divisionCode: "330106", createdAt: now, updatedAt: now };
  const result = await deps.db.result.create({ data: { ownerId: seller.id, title: `测试成果${serial}`, secrecyCleared: true, state: "PUBLISHED", publishedAt: now, ...common } });
  const listing = await deps.db.listing.create({
    data: {
      no: `TEST-${serial}-${randomUUID().slice(0, 8)}`,
      resultId: result.id,
      sellerId: seller.id,
      venueId: venue.id,
      state: "BIDDING",
      tradeMode: "TRANSFER",
      priceFen: wan(200),
      workingDays: 10,
      bidding: {},
      materials: {},
      relatedParties: [],
      submittedById: randomUUID(),
      reviewedById: randomUUID(),
      acceptedAt: now,
      publishedAt: now,
      ...common,
    },
  });
  const auctionId = randomUUID();
  const freeStart = new Date(now.getTime() + startsInMs);
  const announcement: Announcement = {
    procedureId: auctionId,
    startPriceFen: wan(200),
    incrementTable: [{ fromFen: fen(0), stepFen: wan(10) }],
    incrementMode: "AT_LEAST",
    clockForm: "TWO_PHASE",
    freeStart,
    freeEnd: new Date(freeStart.getTime() + freeMs),
    windowSeconds,
    priorityMode: "NONE",
    allowTopUpByLeader: false,
    priorityRanks: {},
    ...options.terms,
  };
  const hash = announcementHash(announcement);
  await deps.db.auction.create({
    data: {
      id: auctionId,
      no: `${listing.no}-J1`,
      listingId: listing.id,
      state: startsInMs > 0 ? "SCHEDULED" : "OPEN_FREE",
      format: announcement.procedure?.format ?? "F1",
      announcement: announcementJson(announcement) as never,
      announcementHash: hash,
      chainHead: hash,
      startPriceFen: announcement.startPriceFen,
      reserveSealed: options.reserve?.sealed ?? null,
      reserveHash: options.reserve?.hash ?? null,
      freeStartsAt: announcement.freeStart,
      freeEndsAt: announcement.freeEnd,
      endsAt: initialEnd(announcement),
      divisionCode: "330106",
      createdAt: now,
    },
  });
  const bidders: PersonActor[] = [];
  for (let i = 1; i <= wanted; i += 1) bidders.push(await aBidder(deps, auctionId, listing.id, i, options.depositState ?? "LOCKED"));
  return { auctionId, listingId: listing.id, seller, venue, bidders, announcement };
}

async function aBidder(deps: Deps, auctionId: string, listingId: string, number: number, depositState: "HELD" | "LOCKED"): Promise<PersonActor> {
  const now = await readDomainTime(deps.db, deps.config.mode);
  const organisation = await anOrganisation(deps);
  const buyer = await aPerson(deps, organisation, ["BUYER"]);
  const intent = await deps.db.intent.create({
    data: { listingId, buyerId: organisation.id, state: "ADMITTED", bidderNo: 100 + number, admittedAt: now, registeredById: buyer.personId, registeredAt: now },
  });
  const reference = `REF-${intent.id}`;
  const receipt = await deps.db.paymentReceipt.create({
    data: { provider: "test", providerRef: reference, reference, payerName: organisation.name, payerAccount: "TEST", amountFen: wan(20), receivedAt: now, outcome: "HELD" },
  });
  await deps.db.deposit.create({
    data: { intentId: intent.id, payerId: organisation.id, amountFen: wan(20), state: depositState, reference, dueAt: now, heldAt: now, receiptId: receipt.id },
  });
  await deps.db.auctionBidder.create({ data: { auctionId, bidderNo: String(100 + number), intentId: intent.id, buyerId: organisation.id } });
  return buyer;
}
