import { DEAL_DUE } from "../deal/index.ts";
import { reportsToDecide } from "./secrecy-todos.ts";
import type { Desk, Todo, TodoReader } from "./todo.ts";

const TITLE = { result: { select: { title: true } } } as const;

async function sellersListings({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const [results, returned] = await Promise.all([
    db.result.findMany({ where: { ownerId: organisationId, state: "DRAFT" }, orderBy: { updatedAt: "desc" }, take: most, select: { id: true, title: true } }),
    db.listing.findMany({ where: { sellerId: organisationId, state: "DRAFT", reviewReason: { not: null } }, orderBy: { updatedAt: "desc" }, take: most, select: { id: true, ...TITLE } }),
  ]);
  return [
    ...returned.map(({ id, result }): Todo => ({ kind: "LISTING_RETURNED", id, title: result.title, dueAt: null, link: `/desk/listings/${id}` })),
    ...results.map(({ id, title }): Todo => ({ kind: "RESULT_DRAFT", id, title, dueAt: null, link: `/desk/results/${id}` })),
  ];
}

async function venuesListings({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const [review, intents] = await Promise.all([
    db.listing.findMany({ where: { venueId: organisationId, state: "REVIEW" }, orderBy: { submittedAt: "asc" }, take: most, select: { id: true, ...TITLE } }),
    db.intent.findMany({ where: { state: "CHECKING", listing: { venueId: organisationId } }, orderBy: { registeredAt: "asc" }, take: most, select: { id: true, listing: { select: { id: true, periodEndsAt: true, ...TITLE } } } }),
  ]);
  return [
    ...review.map(({ id, result }): Todo => ({ kind: "LISTING_REVIEW", id, title: result.title, dueAt: null, link: `/desk/listing-review/${id}` })),
    ...intents.map(({ id, listing }): Todo => ({ kind: "INTENT_QUALIFY", id, title: listing.result.title, dueAt: listing.periodEndsAt, link: `/desk/listing-review/${listing.id}` })),
  ];
}

async function venuesPublications({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const [accepted, deals] = await Promise.all([
    db.listing.findMany({ where: { venueId: organisationId, state: "ACCEPTED" }, orderBy: { acceptedAt: "asc" }, take: most, select: { id: true, ...TITLE } }),
    db.deal.findMany({ where: { venueId: organisationId, settlement: "CERTIFY" }, orderBy: { awardedAt: "asc" }, take: most, select: { id: true, ...TITLE } }),
  ]);
  return [
    ...accepted.map(({ id, result }): Todo => ({ kind: "LISTING_PUBLISH", id, title: result.title, dueAt: null, link: `/desk/listing-review/${id}` })),
    ...deals.map(({ id, result }): Todo => ({ kind: "DEAL_CERTIFY", id, title: result.title, dueAt: null, link: `/desk/deals/${id}` })),
  ];
}

/** Certified and handed over: to be passed on in the working days that the venue's own rules give it. */
async function venuesReleases({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const deals = await db.deal.findMany({
    where: { venueId: organisationId, settlement: "PAYABLE_TO_SELLER", handedOverAt: { not: null }, certificates: { some: { revokedAt: null } } },
    orderBy: { handedOverAt: "asc" },
    take: most,
    select: { id: true, ...TITLE },
  });
  const due = await db.dueAct.findMany({ where: { kind: DEAL_DUE.missRelease, subjectId: { in: deals.map(({ id }) => id) } }, select: { subjectId: true, dueAt: true } });
  const dueAt = new Map(due.map((act) => [act.subjectId, act.dueAt]));
  return deals.map(({ id, result }): Todo => ({ kind: "DEAL_RELEASE", id, title: result.title, dueAt: dueAt.get(id) ?? null, link: `/desk/deals/${id}` }));
}

async function buyersProcedures({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const [deposits, notices, payments] = await Promise.all([
    db.deposit.findMany({ where: { payerId: organisationId, state: "REQUESTED" }, orderBy: { dueAt: "asc" }, take: most, select: { id: true, dueAt: true, intent: { select: { listing: { select: TITLE } } } } }),
    db.publicNotice.findMany({ where: { buyerId: organisationId, state: "PREPARED", buyerConfirmedAt: null }, orderBy: { createdAt: "asc" }, take: most, select: { id: true, ...TITLE } }),
    db.dealPayment.findMany({ where: { paidAt: null, deal: { buyerId: organisationId, state: "SETTLING" } }, orderBy: { dueOn: "asc" }, take: most, select: { no: true, dueOn: true, deal: { select: { id: true, ...TITLE } } } }),
  ]);
  return [
    ...deposits.map(({ id, dueAt, intent }): Todo => ({ kind: "DEPOSIT_PAY", id, title: intent.listing.result.title, dueAt, link: "/desk/intents" })),
    ...notices.map(({ id, result }): Todo => ({ kind: "NOTICE_CONFIRM", id, title: result.title, dueAt: null, link: `/desk/notices/${id}` })),
    ...payments.map(({ no, dueOn, deal }): Todo => ({ kind: "DEAL_PAY", id: `${deal.id}/${no}`, title: deal.result.title, dueAt: dueOn, link: `/desk/deals/${deal.id}` })),
  ];
}

async function sellersNotices({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const notices = await db.publicNotice.findMany({
    where: { sellerId: organisationId, state: "PREPARED", buyerConfirmedAt: { not: null } },
    orderBy: { createdAt: "asc" },
    take: most,
    select: { id: true, ...TITLE },
  });
  return notices.map(({ id, result }): Todo => ({ kind: "NOTICE_PUBLISH", id, title: result.title, dueAt: null, link: `/desk/notices/${id}` }));
}

async function objections({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const notices = await db.publicNotice.findMany({ where: { sellerId: organisationId, state: "OBJECTED" }, orderBy: { publishedAt: "asc" }, take: most, select: { id: true, ...TITLE } });
  return notices.map(({ id, result }): Todo => ({ kind: "OBJECTION_RULE", id, title: result.title, dueAt: null, link: `/desk/notices/${id}` }));
}

async function dealsOf(side: "seller" | "buyer", { db, organisationId, most }: Desk): Promise<Todo[]> {
  const mine = side === "seller" ? { sellerId: organisationId, sellerSignedAt: null } : { buyerId: organisationId, buyerSignedAt: null };
  const deals = await db.deal.findMany({
    where: { ...mine, state: { in: side === "seller" ? ["AWARDED", "CONTRACTING"] : ["CONTRACTING"] } },
    orderBy: { signDueAt: "asc" },
    take: most,
    select: { id: true, state: true, signDueAt: true, ...TITLE },
  });
  return deals.map(({ id, state, signDueAt, result }): Todo => ({ kind: state === "AWARDED" ? "DEAL_DRAFT" : "DEAL_SIGN", id, title: result.title, dueAt: signDueAt, link: `/desk/deals/${id}` }));
}

/** Objections to announced results: nobody signs, certifies or is paid before they are ruled on. */
async function venuesObjections({ db, organisationId, most }: Desk): Promise<Todo[]> {
  const rows = await db.awardObjection.findMany({ where: { state: "FILED", deal: { venueId: organisationId } }, orderBy: { filedAt: "asc" }, take: most, select: { id: true, deal: { select: { id: true, result: { select: { title: true } } } } } });
  return rows.map(({ id, deal }): Todo => ({ kind: "AWARD_OBJECTION_RULE", id, title: deal.result.title, dueAt: null, link: `/desk/deals/${deal.id}` }));
}

export const TRADING_TODOS: readonly TodoReader[] = [
  { roles: ["SELLER"], read: sellersListings },
  { roles: ["SELLER"], read: sellersNotices },
  { roles: ["SELLER"], read: (desk) => dealsOf("seller", desk) },
  { roles: ["ORG_ADMIN"], read: objections },
  { roles: ["BUYER"], read: buyersProcedures },
  { roles: ["BUYER"], read: (desk) => dealsOf("buyer", desk) },
  { roles: ["VENUE_REVIEWER"], read: venuesListings },
  { roles: ["VENUE_REVIEWER"], read: venuesObjections },
  { roles: ["VENUE_REVIEWER"], read: ({ db, organisationId, actor, most }) => reportsToDecide(db, { venueId: organisationId }, actor.personId, most) },
  { roles: ["VENUE_OPERATOR"], read: venuesPublications },
  { roles: ["VENUE_FINANCE"], read: venuesReleases },
];
