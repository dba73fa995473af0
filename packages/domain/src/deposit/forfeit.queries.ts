import { z } from "zod";
import type { Prisma } from "../generated/client.ts";
import { organisationOf } from "../shared/actor.ts";
import { notFound } from "../shared/errors.ts";
import { Id } from "../shared/input.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { announcedSurplus } from "./deposit-terms.ts";
import type { ForfeitGround } from "./deposit.rules.ts";
import { ListForfeitsInput, type Ruling } from "./forfeit.schema.ts";

const WITH_LOT = {
  deposit: { include: { payer: { select: { name: true } }, intent: { select: { id: true, bidderNo: true, listing: { select: { id: true, no: true, venueId: true, divisionCode: true, promise: true, result: { select: { title: true } }, venue: { select: { name: true } } } } } } } },
} as const satisfies Prisma.DepositForfeitInclude;
type Row = Prisma.DepositForfeitGetPayload<{ include: typeof WITH_LOT }>;

/** How the money was shared out, as it was stored: fen as text. */
const Distribution = z.object({ lossFen: z.string(), toCostsFen: z.string(), toShortfallFen: z.string(), surplusToSellerFen: z.string(), surplusToBidderFen: z.string(), claimFen: z.string(), firstPriceFen: z.string(), resalePriceFen: z.string().nullable() });

/** Decisions that deposits are not returned: those still open first at their deadline. */
export const listForfeits = defineQuery("deposit.list-forfeits", ListForfeitsInput, async (ctx, { view, limit, cursor }) => {
  const venueId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ venueId });
  const isOpen: Prisma.DepositForfeitWhereInput = { OR: [{ ruledAt: null }, { ruling: "UPHELD", distributedAt: null }] };
  const rows = await ctx.db.depositForfeit.findMany({
    where: { AND: [{ deposit: { intent: { listing: { venueId: venueId! } } } }, view === "open" ? isOpen : { NOT: isOpen }, afterTimeCursor(cursor, "desc", "decidedAt", "depositId")] },
    include: WITH_LOT,
    orderBy: [{ decidedAt: "desc" }, { depositId: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.decidedAt.toISOString(), row.depositId]);
  return { view, ...page, items: page.items.map(shown) };
});

/** One decision, for the venue and for the bidder it is about. */
export const readForfeit = defineQuery("deposit.read-forfeit", z.object({ depositId: Id }), async (ctx, { depositId }) => {
  const row = (await ctx.db.depositForfeit.findUnique({ where: { depositId }, include: WITH_LOT })) ?? notFound("deposit", depositId);
  const { listing, id: intentId } = row.deposit.intent;
  const facts = { ownerId: row.deposit.payerId, venueId: listing.venueId, divisionCode: listing.divisionCode, authorId: row.decidedById };
  ctx.authorise(facts);
  const now = await ctx.now();
  const [deal, people] = await Promise.all([
    ctx.db.deal.findFirst({ where: { intentId }, select: { id: true, no: true } }),
    ctx.db.person.findMany({ where: { id: { in: [row.decidedById, row.ruledById, row.distributedById].filter((id) => id !== null) } }, select: { id: true, name: true } }),
  ]);
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null;
  const isOpen = row.ruledAt === null;
  return {
    ...shown(row),
    now,
    venue: listing.venue.name,
    deal,
    surplusRule: announcedSurplus(listing.promise),
    decidedBy: nameOf(row.decidedById),
    ruledBy: nameOf(row.ruledById),
    distributedBy: nameOf(row.distributedById),
    may: {
      appeal: ctx.may("deposit.appeal-forfeit", facts) && isOpen && row.appealedAt === null && now < row.appealEndsAt,
      revoke: ctx.may("deposit.rule-forfeit", facts) && isOpen,
      uphold: ctx.may("deposit.rule-forfeit", facts) && isOpen && now >= row.appealEndsAt,
      distribute: ctx.may("deposit.distribute-forfeit", facts) && row.deposit.state === "FORFEITED",
    },
  };
});

function shown(row: Row) {
  const { depositId, reason, decidedAt, appealEndsAt, appeal, appealedAt, rulingReason, ruledAt, distributedAt, claimFen, deposit } = row;
  const { listing, bidderNo } = deposit.intent;
  return {
    depositId, reason, decidedAt, appealEndsAt, appeal, appealedAt, rulingReason, ruledAt, distributedAt, claimFen,
    ground: row.ground as ForfeitGround,
    ruling: row.ruling as Ruling | null,
    state: deposit.state,
    amountFen: deposit.amountFen,
    payer: deposit.payer.name,
    bidderNo,
    listing: { id: listing.id, no: listing.no, title: listing.result.title },
    distribution: row.distribution === null ? null : Distribution.parse(row.distribution),
  };
}
