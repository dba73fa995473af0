import { z } from "zod";
import { instantGateway, depositAccountOf } from "../deposit/index.ts";
import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { decodeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { AnnouncedTerms } from "./announced-terms.schema.ts";
import { mayStep } from "../shared/machine.ts";
import { INTENT_MOVES, type IntentState } from "./intent.machine.ts";
import type { IntentRelation } from "./intent.rules.ts";
import { factsOf, getListing } from "./listing.repository.ts";
import { runningRefusal } from "./listing.rules.ts";

const Findings = z.array(z.object({ condition: z.number(), isMet: z.boolean(), remark: z.string() }));

const DEPOSIT = { select: { id: true, state: true, amountFen: true, reference: true, dueAt: true, paused: true, heldAt: true, refundDueAt: true, endedAt: true } } as const;

type Running = { readonly state: IntentState; readonly listing: { readonly state: string; readonly periodEndsAt: Date | null } };

/** What the buyer may still do with an intent. */
function stepsFor({ state, listing }: Running, mayLeave: boolean, now: Date) {
  const isOpen = listing.state === "LISTED" && runningRefusal({ ...listing, now }) === undefined;
  const isWaiting = isOpen || listing.state === "SUSPENDED";
  return {
    completeFiles: isOpen && mayStep(INTENT_MOVES, state, "completeFiles"),
    reconfirm: isOpen && mayStep(INTENT_MOVES, state, "reconfirm"),
    leave: isWaiting && mayStep(INTENT_MOVES, state, "leave") && (state !== "ADMITTED" || mayLeave),
  };
}

const MayLeave = z.object({ mayLeave: z.boolean().default(true) });

/** The intents of the own organisation with what each needs next. */
export const listOwnIntents = defineQuery("intent.list-own", PageInput, async (ctx, { limit, cursor }) => {
  const ownerId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId });
  const position = decodeCursor(cursor, 2);
  const now = await ctx.now();
  const rows = await ctx.db.intent.findMany({
    where: {
      buyerId: ownerId!,
      ...(position === null ? {} : { OR: [{ registeredAt: { lt: new Date(position[0]!) } }, { registeredAt: new Date(position[0]!), id: { lt: String(position[1]) } }] }),
    },
    select: {
      id: true, state: true, bidderNo: true, offerFen: true, registeredAt: true, refusalReason: true, termsNo: true, decisionDueAt: true, admittedAt: true, endedAt: true,
      deposit: DEPOSIT,
      listing: {
        select: {
          id: true, no: true, state: true, priceFen: true, periodEndsAt: true, termsVersion: true, promise: true,
          result: { select: { title: true } }, seller: { select: { name: true } }, venue: { select: { name: true } },
          auctions: { select: { id: true, no: true, state: true }, orderBy: { round: "desc" }, take: 1 },
        },
      },
    },
    orderBy: [{ registeredAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const may = { pay: ctx.may("deposit.pay", { ownerId }), leave: ctx.may("intent.leave", { ownerId }) };
  const page = pageOf(rows, limit, (row) => [row.registeredAt.toISOString(), row.id]);
  return {
    now,
    items: page.items.map(({ id, listing: { promise, auctions, ...listing }, ...intent }) => ({
      intentId: id,
      ...intent,
      listing,
      auction: auctions[0] ?? null,
      may: may.leave ? stepsFor({ state: intent.state, listing }, MayLeave.parse(promise).mayLeave, now) : { completeFiles: false, reconfirm: false, leave: false },
    })),
    nextCursor: page.nextCursor,
    may,
  };
});

/** One intent of the own organisation, with the deposit's account and reference. */
export const readIntent = defineQuery("intent.read", z.object({ intentId: Id }), async (ctx, { intentId }) => {
  const row = await ctx.db.intent.findUnique({ where: { id: intentId }, include: { deposit: DEPOSIT } });
  if (!row) notFound("intent", intentId);
  ctx.authorise({ ownerId: row.buyerId });
  const [listing, now] = [await getListing(ctx.db, row.listingId), await ctx.now()];
  const terms = await ctx.db.listingTerms.findMany({ where: { listingId: row.listingId, no: { in: [row.termsNo, listing.termsVersion] } } });
  const termsOf = (no: number): AnnouncedTerms | null => {
    const found = terms.find((version) => version.no === no);
    return found ? AnnouncedTerms.parse(found.terms) : null;
  };
  return {
    intentId,
    state: row.state,
    bidderNo: row.bidderNo,
    offerFen: row.offerFen,
    statement: row.statement,
    relations: row.relations as IntentRelation[],
    refusalReason: row.refusalReason,
    findings: row.findings === null ? [] : Findings.parse(row.findings),
    registeredAt: row.registeredAt,
    decisionDueAt: row.decisionDueAt,
    decidedAt: row.decidedAt,
    admittedAt: row.admittedAt,
    endedAt: row.endedAt,
    acceptedTerms: { no: row.termsNo, terms: termsOf(row.termsNo) },
    currentTerms: { no: listing.termsVersion, terms: termsOf(listing.termsVersion) },
    deposit: row.deposit,
    account: await depositAccountOf(ctx.db, listing.venueId),
    mayPayInstantly: instantGateway(ctx.config.mode) !== undefined && row.deposit?.state === "REQUESTED" && ctx.may("deposit.pay", { ownerId: row.buyerId }),
    listing: {
      listingId: listing.id,
      no: listing.no,
      title: listing.result.title,
      state: listing.state,
      periodEndsAt: listing.periodEndsAt,
      venueName: listing.venue.name,
    },
    now,
    may: stepsFor({ state: row.state, listing }, listing.promise.mayLeave, now),
  };
});

/** How the caller's organisation stands to a listing: the visitor's own part of a public page. A visitor without account is answered too. */
export const readStanding = defineQuery("listing.read-standing", z.object({ listingId: Id }), async (ctx, { listingId }) => {
  const organisation = organisationOf(ctx.actor);
  ctx.authorise();
  const [listing, now] = [await getListing(ctx.db, listingId), await ctx.now()];
  if (listing.publishedAt === null) notFound("listing", listingId);
  const intent = organisation ? await ctx.db.intent.findUnique({ where: { listingId_buyerId: { listingId, buyerId: organisation.id } }, select: { id: true, state: true, bidderNo: true } }) : null;
  const isOpen = listing.state === "LISTED" && runningRefusal({ state: listing.state, periodEndsAt: listing.periodEndsAt, now }) === undefined;
  return {
    isSignedIn: ctx.actor.kind !== "anonymous",
    organisation: organisation ? { id: organisation.id, name: organisation.name, isVerified: organisation.state === "VERIFIED" } : null,
    relation: organisation?.id === listing.sellerId ? "SELLER" : organisation?.id === listing.venueId ? "VENUE" : "NONE",
    isOpen,
    mayRegister: isOpen && intent === null && organisation !== null && ctx.may("intent.register", factsOf(listing)),
    intent: intent ? { intentId: intent.id, state: intent.state, bidderNo: intent.bidderNo } : null,
  } as const;
});

/** Who wants to buy, for those who decide on the qualification, and for nobody else (§9.13). */
export const listVenueIntents = defineQuery("intent.list-venue", PageInput.extend({ listingId: Id }), async (ctx, { listingId, limit, cursor }) => {
  const listing = await getListing(ctx.db, listingId);
  const facts = factsOf(listing);
  ctx.authorise(facts);
  const position = decodeCursor(cursor, 2);
  const now = await ctx.now();
  const rows = await ctx.db.intent.findMany({
    where: {
      listingId,
      ...(position === null ? {} : { OR: [{ registeredAt: { gt: new Date(position[0]!) } }, { registeredAt: new Date(position[0]!), id: { gt: String(position[1]) } }] }),
    },
    select: {
      id: true, state: true, bidderNo: true, statement: true, relations: true, findings: true, refusalReason: true, registeredAt: true, filesAt: true, decisionDueAt: true, decidedAt: true, termsNo: true, priorityGround: true, priorityRank: true,
      buyer: { select: { id: true, name: true, kind: true, creditCode: true, divisionCode: true, state: true } },
      deposit: { select: { state: true, amountFen: true, dueAt: true, heldAt: true } },
    },
    orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  const isOpen = listing.state === "LISTED" && runningRefusal({ state: listing.state, periodEndsAt: listing.periodEndsAt, now }) === undefined;
  const terms = await ctx.db.listingTerms.findUnique({ where: { listingId_no: { listingId, no: listing.termsVersion } } });
  const hasPriority = terms !== null && AnnouncedTerms.parse(terms.terms).bidding.priorityMode !== "NONE";
  const page = pageOf(rows, limit, (row) => [row.registeredAt.toISOString(), row.id]);
  return {
    now,
    conditions: terms ? AnnouncedTerms.parse(terms.terms).buyerConditions : [],
    items: page.items.map(({ id, findings, relations, ...row }) => ({
      intentId: id,
      ...row,
      relations: relations as IntentRelation[],
      findings: findings === null ? [] : Findings.parse(findings),
      mayDecide: isOpen && row.state === "CHECKING" && ctx.may("intent.qualify", facts),
      mayRecognise: isOpen && hasPriority && ["CHECKING", "QUALIFIED", "ADMITTED"].includes(row.state) && ctx.may("intent.recognise-priority", facts),
    })),
    nextCursor: page.nextCursor,
  };
});
