import type { Prisma } from "../generated/client.ts";
import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { dayOfColumn } from "../shared/input.ts";
import { mayStep } from "../shared/machine.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { NOTICE_MOVES, type NoticeState } from "./notice.machine.ts";
import { dealsOn, getNotice, snapshotOf, titlesOf, type NoticeRow } from "./notice.repository.ts";
import { noticeDuty, relatedParty } from "./notice.rules.ts";
import { FindPartiesInput, ListOwnNoticesInput, NoticeIdInput, RelationFacts, SearchNoticesInput, type NoticeTab } from "./notice.schema.ts";
import { demandShown, isWithheld, NOT_WITHHELD, WITHHELD_TITLE } from "../shared/withheld.ts";
import { termsHash } from "./notice.terms.ts";
import { mayBuy } from "../negotiation/index.ts";
import { sellerClassOf } from "../listing/index.ts";
import { dayOf } from "../shared/clock.ts";
import { comparisonFor } from "../valuation/index.ts";
import { storedTerms, termLines } from "../terms/index.ts";

const TAB_STATES: Record<NoticeTab, NoticeState[]> = { running: ["RUNNING", "OBJECTED"], cleared: ["CLEARED", "USED", "EXPIRED"], cancelled: ["CANCELLED"] };
const NAMES = { seller: { select: { name: true, nameEn: true } }, buyer: { select: { name: true, nameEn: true } } } as const;

/** Published notices, newest first: those that run, those that cleared, those that were cancelled. */
export const searchNotices = defineQuery("notice.search", SearchNoticesInput, async (ctx, { tab, q, division, result, limit, cursor }) => {
  ctx.authorise();
  const where: Prisma.PublicNoticeWhereInput = {
    state: { in: TAB_STATES[tab] },
    publishedAt: { not: null },
    result: NOT_WITHHELD,
    ...(division ? { divisionCode: { startsWith: division } } : {}),
    ...(result ? { resultId: result } : {}),
    AND: [
      afterTimeCursor(cursor, "desc", "publishedAt"),
      q ? { OR: [{ result: { title: { contains: q } } }, { seller: { name: { contains: q } } }, { buyer: { name: { contains: q } } }, { no: q.toUpperCase() }] } : {},
    ],
  };
  const rows = await ctx.db.publicNotice.findMany({ where, include: NAMES, orderBy: [{ publishedAt: "desc" }, { id: "desc" }], take: limit + 1 });
  const titles = await titlesOf(ctx.db, rows);
  const page = pageOf(rows, limit, (row) => [row.publishedAt!.toISOString(), row.id]);
  return { tab, ...page, items: page.items.map((row) => inList(row, titles.get(row.id) ?? "")) };
});

/** One published notice, as everybody may read it: what, who, price, ties, decision, days, timeline, objections and rulings. */
export const readPublishedNotice = defineQuery("notice.read-published", NoticeIdInput, async (ctx, { noticeId }) => {
  ctx.authorise();
  const notice = await getNotice(ctx.db, noticeId);
  if (notice.publishedAt === null) notFound("notice", noticeId);
  demandShown(notice.result);
  const [now, shown, steps, objections] = await Promise.all([
    ctx.now(),
    content(ctx.db, notice, notice.publishedAt),
    ctx.db.noticeStep.findMany({ where: { noticeId, event: { notIn: ["prepare", "change", "confirm"] } }, orderBy: { no: "asc" } }),
    ctx.db.objection.findMany({ where: { noticeId }, orderBy: { filedAt: "asc" } }),
  ]);
  return {
    ...shown,
    now,
    /** Whether somebody may object at this moment. */
    objectionOpen: notice.state === "OBJECTED" || (notice.state === "RUNNING" && notice.endsAt !== null && now < notice.endsAt),
    timeline: steps.map(({ no, event, effectiveAt, reason, endsAt }) => ({ no, event, effectiveAt, reason, endsAt })),
    objections: objections.map(({ id, state, filedBy, filedAt, ruling, ruledAt }) => ({ id, state, named: filedBy !== null, filedAt, ruling, ruledAt })),
  };
});

/** The notices of one's own organisation, as seller or as buyer. */
export const listOwnNotices = defineQuery("notice.list-own", ListOwnNoticesInput, async (ctx, { side, limit, cursor }) => {
  const organisationId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: organisationId });
  const rows = await ctx.db.publicNotice.findMany({
    where: {
      ...afterTimeCursor(cursor, "desc"),
      AND: { OR: [...(side === "buyer" ? [] : [{ sellerId: organisationId! }]), ...(side === "seller" ? [] : [{ buyerId: organisationId! }])] },
    },
    include: NAMES,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const titles = await titlesOf(ctx.db, rows);
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { side, ...page, items: page.items.map((row) => ({ ...inList(row, titles.get(row.id) ?? ""), confirmed: row.buyerConfirmedAt !== null, own: row.sellerId === organisationId ? ("seller" as const) : ("buyer" as const) })) };
});

/** One notice for its two sides, with what each may do next. Who objected is for the seller's eyes only. */
export const readNotice = defineQuery("notice.read", NoticeIdInput, async (ctx, { noticeId }) => {
  const notice = await getNotice(ctx.db, noticeId);
  const facts = { ownerId: notice.sellerId, counterpartyId: notice.buyerId };
  ctx.authorise(facts);
  const isSeller = organisationOf(ctx.actor)?.id === notice.sellerId;
  const now = await ctx.now();
  const [shown, steps, objections, deals] = await Promise.all([
    content(ctx.db, notice, notice.publishedAt ?? now),
    ctx.db.noticeStep.findMany({ where: { noticeId }, orderBy: { no: "asc" } }),
    ctx.db.objection.findMany({ where: { noticeId }, orderBy: { filedAt: "asc" } }),
    ctx.db.deal.findMany({ where: { noticeId }, select: { id: true, no: true, state: true }, orderBy: { awardedAt: "desc" } }),
  ]);
  const may = (event: Parameters<typeof mayStep<typeof NOTICE_MOVES>>[2]) => mayStep(NOTICE_MOVES, notice.state, event);
  const taken = (await dealsOn(ctx.db, noticeId)) > 0;
  const confirmed = notice.buyerConfirmedAt !== null;
  return {
    ...shown,
    now,
    version: notice.version,
    /** The seller's own valuations are no matter of the buyer's. */
    comparison: !isSeller ? null : await comparisonFor(ctx.db, { resultId: notice.resultId, priceFen: notice.priceFen, on: dayOf(now), sellerClass: sellerClassOf(notice.seller.kind), buyerIsStateOwned: notice.buyer.kind === "STATE_ENTERPRISE" }),
    buyerId: notice.buyerId,
    venueId: notice.venueId,
    termsHash: termsHash(notice),
    confirmedAt: notice.buyerConfirmedAt,
    relation: RelationFacts.parse(notice.relationFacts),
    side: isSeller ? ("seller" as const) : ("buyer" as const),
    timeline: steps.map(({ no, event, effectiveAt, reason, endsAt }) => ({ no, event, effectiveAt, reason, endsAt })),
    objections: objections.map(({ id, state, filedBy, contact, facts: told, filedAt, ruling, ruledAt }) => ({
      id, state, filedAt, ruling, ruledAt, named: filedBy !== null, facts: told,
      filedBy: isSeller ? filedBy : null,
      contact: isSeller ? contact : null,
    })),
    deal: deals[0] ?? null,
    may: {
      change: ctx.may("notice.change", facts) && (notice.state === "PREPARED" || may("restart")),
      confirm: ctx.may("notice.confirm", facts) && !confirmed && ["PREPARED", "RUNNING", "OBJECTED", "CLEARED"].includes(notice.state),
      publish: ctx.may("notice.publish", facts) && may("publish") && confirmed,
      cancel: ctx.may("notice.cancel", facts) && may("cancel") && !taken,
      rule: ctx.may("objection.rule", { ...facts, authorId: notice.createdById }),
      openDeal: ctx.may("deal.open", facts) && may("use") && confirmed && !taken,
    },
  };
});

/** Verified organisations by a part of their name, or by credit code, for choosing the other side or the venue. */
export const findParties = defineQuery("notice.find-parties", FindPartiesInput, async (ctx, { text, as }) => {
  const ownId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: ownId });
  const rows = await ctx.db.organisation.findMany({
    where: { state: "VERIFIED", id: { not: ownId! }, OR: [{ name: { contains: text } }, { creditCode: text.toUpperCase() }], ...(as === "VENUE" ? { kind: "VENUE" } : {}) },
    select: { id: true, name: true, nameEn: true, kind: true, divisionCode: true, state: true },
    orderBy: { name: "asc" },
    take: 30,
  });
  return { items: rows.filter((row) => as === "VENUE" || mayBuy(row)).map(({ state: _verified, ...row }) => row) };
});

type Listed = Prisma.PublicNoticeGetPayload<{ include: typeof NAMES }>;

function inList(row: Listed, title: string) {
  const { id, no, state, priceFen, tradeMode, licenceKind, licenceYears, relatedParty: related, publishedAt, endsAt, remainingDays, clearedAt, validUntil, stateReason, divisionCode, createdAt } = row;
  return {
    id, no, title, state, priceFen, tradeMode, licenceKind, licenceYears, related, publishedAt, endsAt, remainingDays, clearedAt, validUntil, stateReason, divisionCode, createdAt,
    seller: row.seller.name, sellerEn: row.seller.nameEn, buyer: row.buyer.name, buyerEn: row.buyer.nameEn,
  };
}

/** What the two sides of a notice see of a result that is withheld. */
const NOTHING_SHOWN = { title: WITHHELD_TITLE, summary: "", field: "", rights: [], completers: [] } as const;

async function content(db: Parameters<typeof snapshotOf>[0], notice: NoticeRow, announcedAt: Date) {
  const result = isWithheld(notice.result) ? NOTHING_SHOWN : await snapshotOf(db, notice.resultId, notice.resultVersionNo);
  const duty = noticeDuty(notice.divisionCode, dayOf(announcedAt));
  const party = ({ id, name, nameEn, kind, divisionCode }: NoticeRow["seller"]) => ({ id, name, nameEn, kind, divisionCode });
  return {
    id: notice.id,
    no: notice.no,
    state: notice.state,
    round: notice.round,
    resultId: notice.resultId,
    title: result.title,
    abstract: result.summary,
    field: result.field,
    rights: result.rights.map(({ kind, number, title, status }) => ({ kind, number, title, status })),
    completers: result.completers.map(({ name, unit }) => ({ name, unit })),
    seller: party(notice.seller),
    buyer: party(notice.buyer),
    venue: notice.venue ? party(notice.venue) : null,
    tradeMode: notice.tradeMode,
    licenceKind: notice.licenceKind,
    licenceYears: notice.licenceYears,
    priceFen: notice.priceFen,
    paymentForm: notice.paymentForm,
    /** The structured terms line by line; empty where the notice was made in free words. */
    termLines: notice.terms === null ? [] : termLines(storedTerms(notice.terms)!),
    terms: notice.terms,
    priceBasis: notice.priceBasis,
    related: notice.relatedParty,
    relatedNatures: relatedParty(RelationFacts.parse(notice.relationFacts)).natures,
    decisionBody: notice.decisionBody,
    directApproval: notice.directApproval,
    decisionOn: dayOfColumn(notice.decisionOn),
    objectionChannel: notice.objectionChannel,
    unitPlace: notice.unitPlace,
    days: notice.days,
    dutySource: duty.source,
    minimumDays: duty.minimumDays,
    publishedAt: notice.publishedAt,
    runningSince: notice.runningSince,
    endsAt: notice.endsAt,
    remainingDays: notice.remainingDays,
    clearedAt: notice.clearedAt,
    validUntil: notice.validUntil,
    stateReason: notice.stateReason,
    calendarVersion: notice.calendarVersion,
    divisionCode: notice.divisionCode,
  };
}
