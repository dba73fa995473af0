import { announcementHash, announcementJson, chainEntry, initialEnd, judgeBid, type Announcement, type BidEntry, type BidStanding } from "@ttx/domain/auction";
import { requiredDeposit } from "@ttx/domain/deposit";
import { BiddingPlan, ListingPromise, planJson, putListingEntry, termsJson, type AnnouncedTerms } from "@ttx/domain/listing";
import type { Deps } from "@ttx/domain/shared/database";
import { fen } from "@ttx/domain/shared/money";
import { demoPastAuctions, ORGANISATIONS, type DemoPastAuction } from "../content/index.ts";
import { SEED } from "../seed-number.ts";
import { morningOf } from "./days.ts";
import { idOf } from "./ids.ts";
import { PATIENCE } from "./patience.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PERIOD_DAYS = 20;
const PERIOD_WORKING_DAYS = 10;
const divisionOf = new Map(ORGANISATIONS.map(({ key, divisionCode }) => [key, divisionCode]));

/** Past auctions after the published results. Their logs are chained and replay like any other: what is shown can be checked. */
export async function loadPastAuctions({ db }: Deps): Promise<void> {
  for (const [i, auction] of demoPastAuctions(SEED).entries()) {
    const id = idOf("auction", auction.key);
    await db.$transaction(async (tx) => {
      if (await tx.auction.findUnique({ where: { id }, select: { id: true } })) return;
      const heldAt = morningOf(auction.heldOn, i);
      const announcement = announcementOf(id, auction, heldAt);
      const { entries, standing } = logOf(announcement, auction);
      const hash = announcementHash(announcement);
      const listingId = idOf("listing", auction.key);
      const no = `LS-${auction.heldOn.replaceAll("-", "")}-${String(i + 1).padStart(3, "0")}`;
      await tx.result.create({ data: resultOf(auction, heldAt) });
      await tx.listing.create({ data: listingOf(auction, listingId, no, heldAt) });
      await tx.listingTerms.create({ data: { listingId, no: 1, terms: termsJson(termsOf(auction)), at: listedAt(heldAt) } });
      await tx.listingStep.createMany({ data: stepsOf(auction, listingId, heldAt) });
      await putListingEntry(tx, listingId);
      await tx.auction.create({
        data: {
          id,
          no: `${no}-J1`,
          listingId,
          state: auction.outcome === "SOLD" ? "AWARDED" : "FAILED",
          format: "F1",
          announcement: announcementJson(announcement) as never,
          announcementHash: hash,
          startPriceFen: announcement.startPriceFen,
          freeStartsAt: announcement.freeStart,
          freeEndsAt: announcement.freeEnd,
          endsAt: standing.endsAt,
          currentFen: standing.currentFen ?? null,
          leaderNo: standing.leader ?? null,
          acceptedCount: entries.length,
          sequence: entries.length,
          chainHead: entries.at(-1)?.hash ?? hash,
          closedAt: standing.endsAt,
          result: { source: auction.published.source, published: true },
          divisionCode: divisionOf.get(auction.seller) ?? "330100",
          createdAt: new Date(heldAt.getTime() - DAY_MS),
        },
      });
      await tx.bidLogEntry.createMany({
        data: entries.map(({ sequence, kind, bidderNo, amountFen, verdict, at, endsAt, previousHash, hash: own }) => ({
          auctionId: id,
          sequence,
          kind,
          bidderNo,
          amountFen,
          verdict,
          receivedAt: at,
          endsAtAfter: endsAt,
          requestId: `demo-${sequence}`,
          previousHash,
          hash: own,
        })),
      });
    }, PATIENCE);
  }
}

function announcementOf(procedureId: string, { startPriceFen, incrementFen, bids }: DemoPastAuction, heldAt: Date): Announcement {
  const lastBid = bids.at(-1);
  const freeEnd = new Date(Math.max(heldAt.getTime() + HOUR_MS, lastBid === undefined ? 0 : new Date(lastBid.at).getTime()));
  const freeStart = new Date(Math.min(heldAt.getTime(), ...bids.map(({ at }) => new Date(at).getTime())) - 60_000);
  return {
    procedureId,
    startPriceFen: fen(startPriceFen),
    incrementTable: [{ fromFen: fen(0), stepFen: fen(incrementFen) }],
    incrementMode: "AT_LEAST",
    clockForm: "TWO_PHASE",
    freeStart,
    freeEnd,
    windowSeconds: 300,
    priorityMode: "NONE",
    allowTopUpByLeader: true,
    priorityRanks: {},
  };
}

type Logged = BidEntry & { readonly previousHash: string; readonly hash: string };

/** The ladder as the rules judge it; a bid that they would refuse is a fault of the content. */
function logOf(announcement: Announcement, { key, bids }: DemoPastAuction): { readonly entries: readonly Logged[]; readonly standing: BidStanding } {
  let standing: BidStanding = { endsAt: initialEnd(announcement) };
  let head = announcementHash(announcement);
  const entries: Logged[] = [];
  for (const { sequence, at, paddle, amountFen } of bids) {
    const bid = { bidderNo: String(paddle), amountFen: fen(amountFen), receivedAt: new Date(at) };
    const verdict = judgeBid(announcement, standing, { isAdmitted: true, isDepositLocked: true, isBarred: false }, bid, true);
    if (verdict.kind === "REFUSED") throw new Error(`${key}: bid ${sequence} would be refused, ${verdict.reason}`);
    standing = verdict.standing;
    const entry: BidEntry = { kind: "BID", sequence, at: bid.receivedAt, endsAt: standing.endsAt, bidderNo: bid.bidderNo, amountFen: bid.amountFen, verdict: verdict.kind };
    const chained = chainEntry(head, entry) as Logged;
    entries.push(chained);
    head = chained.hash;
  }
  return { entries, standing };
}

function resultOf(auction: DemoPastAuction, heldAt: Date) {
  const publishedAt = new Date(heldAt.getTime() - 40 * DAY_MS);
  return {
    id: idOf("past-result", auction.key),
    ownerId: idOf("organisation", auction.seller),
    state: "WITHDRAWN" as const,
    title: auction.name,
    summary: `历史拍品，数据来自公开报道：${auction.published.source}`,
    field: auction.field,
    stage: "PILOT" as const,
    readinessLevel: 6,
    tradeModes: ["ASSIGNMENT"],
    divisionCode: divisionOf.get(auction.seller) ?? "330100",
    secrecyCleared: true,
    createdAt: publishedAt,
    updatedAt: publishedAt,
    publishedAt,
  };
}

const listedAt = (heldAt: Date): Date => new Date(heldAt.getTime() - PERIOD_DAYS * DAY_MS);
const periodEndOf = (heldAt: Date): Date => new Date(heldAt.getTime() - DAY_MS);

function planOf({ incrementFen }: DemoPastAuction): BiddingPlan {
  return { ...BiddingPlan.parse({ allowTopUpByLeader: true, freeDurationSeconds: HOUR_MS / 1_000 }), incrementTable: [{ fromFen: fen(0), stepFen: fen(incrementFen) }] };
}

/** What such a lot is announced with; the reports tell the prices only. */
function termsOf(auction: DemoPastAuction): AnnouncedTerms {
  const priceFen = fen(auction.startPriceFen);
  return {
    tradeMode: "ASSIGNMENT",
    licenceKind: null,
    licenceYears: null, licenceTerritory: null, disclosure: { encumbrances: [], defects: "" },
    priceFen,
    depositFen: requiredDeposit(priceFen),
    sellerClass: "STATE_INSTITUTE",
    workingDays: PERIOD_WORKING_DAYS,
    extensionCycles: 0,
    extensionDays: 5,
    buyerConditions: [],
    paymentTerms: "",
    bidding: planOf(auction),
    promise: ListingPromise.parse({}),
    venueParameters: "default-2025-1",
    reason: null,
    approvalPaper: null,
  };
}

function stepsOf({ outcome }: DemoPastAuction, listingId: string, heldAt: Date) {
  const events: [event: string, at: Date][] = [
    ["accept", new Date(listedAt(heldAt).getTime() - DAY_MS)],
    ["publish", listedAt(heldAt)],
    ["openBidding", periodEndOf(heldAt)],
    ...(outcome === "SOLD" ? ([["award", heldAt], ["close", new Date(heldAt.getTime() + 30 * DAY_MS)]] as [string, Date][]) : ([["failToSell", heldAt]] as [string, Date][])),
  ];
  return events.map(([event, at], i) => ({ listingId, no: i + 1, event, effectiveAt: at, at, termsNo: 1 }));
}

function listingOf(auction: DemoPastAuction, id: string, no: string, heldAt: Date) {
  const publishedAt = listedAt(heldAt);
  return {
    id,
    no,
    resultId: idOf("past-result", auction.key),
    sellerId: idOf("organisation", auction.seller),
    venueId: idOf("organisation", auction.venue),
    state: auction.outcome === "SOLD" ? ("CLOSED" as const) : ("LAPSED" as const),
    tradeMode: "ASSIGNMENT",
    priceFen: auction.startPriceFen,
    basisFen: auction.startPriceFen,
    workingDays: PERIOD_WORKING_DAYS,
    bidding: planJson(planOf(auction)),
    materials: {},
    relatedParties: [],
    submittedById: idOf("person", `${auction.seller}/seller`),
    reviewedById: idOf("person", `${auction.venue}/reviewer`),
    acceptedAt: publishedAt,
    publishedAt,
    periodStartedAt: publishedAt,
    periodEndsAt: periodEndOf(heldAt),
    endedAt: heldAt,
    divisionCode: divisionOf.get(auction.seller) ?? "330100",
    createdAt: publishedAt,
    updatedAt: heldAt,
  };
}
