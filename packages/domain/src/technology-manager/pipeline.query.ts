import { z } from "zod";
import { organisationOf } from "../shared/actor.ts";
import { dayOfColumn } from "../shared/input.ts";
import { addFen, ZERO_FEN } from "../shared/money.ts";
import { defineQuery, type ReadContext } from "../shared/use-case.ts";
import { commissionDue } from "./commission.rules.ts";
import { commissionsOf, type OwedCommission } from "./commissions-of.ts";
import type { PipelineStage } from "./mandate.schema.ts";
import { ageingDays, stageOf, stageOfDeal } from "./pipeline.rules.ts";

/** A pipeline has some dozens of matters; this bounds what one look reads. */
const MOST = 200;

export type PipelineCard = {
  readonly key: string;
  readonly stage: PipelineStage;
  readonly title: string;
  readonly client: string;
  readonly side: "SELLER" | "BUYER";
  readonly other: string | null;
  readonly since: Date;
  readonly ageDays: number;
  readonly nextAt: Date | null;
  readonly link: `/${string}` | null;
  readonly mandateId: string;
};

export type PipelineCommission = OwedCommission & { readonly dealNo: string; readonly title: string; readonly payer: string; readonly receivedShareFen: bigint };

/** What the agency's managers have in hand (工作台): matters by stage, the next deadline of each, open tasks, commissions expected and due. */
export const readPipeline = defineQuery("manager.read-pipeline", z.object({}), async (ctx) => {
  const own = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: own });
  const now = await ctx.now();
  const mandates = await ctx.db.mandate.findMany({
    where: { agencyId: own!, answeredAt: { not: null }, state: { in: ["ACTIVE", "ENDED", "EXPIRED"] } },
    include: { client: { select: { name: true } }, result: { select: { title: true } }, demand: { select: { title: true } } },
    orderBy: { answeredAt: "desc" },
    take: MOST,
  });
  const [talks, deals] = await Promise.all([talksUnder(ctx, mandates.map(({ id }) => id)), dealsOfClients(ctx, mandates)]);
  const cards: PipelineCard[] = [];
  for (const { mandate, room } of talks) {
    const stage = stageOf({ room: room.state, deal: room.deal?.state ?? null });
    if (stage === null || mandate === null) continue;
    const isSeller = mandate.side === "SELLER";
    cards.push({
      key: room.id, stage, title: room.result.title, side: mandate.side, mandateId: mandate.id,
      client: isSeller ? room.seller.name : room.buyer.name,
      other: isSeller ? room.buyer.name : room.seller.name,
      since: room.lastActAt,
      ageDays: ageingDays(room.lastActAt, now),
      nextAt: room.deal?.signDueAt ?? room.notice?.endsAt ?? room.notice?.validUntil ?? room.offers[0]?.validUntil ?? null,
      link: mandate.state === "ACTIVE" ? `/desk/negotiations/${room.id}` : null,
    });
  }
  const inTalks = new Set(talks.flatMap(({ room }) => (room.deal ? [room.deal.id] : [])));
  const commissions: PipelineCommission[] = [];
  for (const deal of deals) {
    const owed = (await commissionsOf(ctx.db, deal.id)).filter(({ agencyId }) => agencyId === own);
    const receivedFen = addFen(ZERO_FEN, ...deal.payments.map(({ amountFen }) => amountFen));
    for (const one of owed) {
      const payer = one.side === "SELLER" ? deal.seller.name : deal.buyer.name;
      commissions.push({ ...one, dealNo: deal.no, title: deal.result.title, payer, receivedShareFen: commissionDue(one.amountFen, deal.priceFen, receivedFen) });
      const stage = stageOfDeal(deal.state);
      if (inTalks.has(deal.id) || stage === null) continue;
      cards.push({
        key: `${deal.id}/${one.mandateId}`, stage, title: deal.result.title, side: one.side, client: payer, mandateId: one.mandateId,
        other: one.side === "SELLER" ? deal.buyer.name : deal.seller.name, since: deal.awardedAt, ageDays: ageingDays(deal.awardedAt, now), nextAt: stage === "SIGN" ? deal.signDueAt : null, link: null,
      });
    }
  }
  const busy = new Set(cards.map(({ mandateId }) => mandateId));
  for (const mandate of mandates) {
    if (mandate.state !== "ACTIVE" || busy.has(mandate.id)) continue;
    cards.push({
      key: mandate.id, stage: "MATCH", title: mandate.result?.title ?? mandate.demand?.title ?? mandate.client.name, client: mandate.client.name, side: mandate.side, other: null, mandateId: mandate.id,
      since: mandate.answeredAt!, ageDays: ageingDays(mandate.answeredAt!, now), nextAt: mandate.validTo, link: `/desk/mandates/${mandate.id}`,
    });
  }
  return { now, cards: cards.toSorted(byDeadline), commissions, tasks: await openTasks(ctx, own!) };
});

/** What has a deadline first, the nearest first; then what has waited longest. */
function byDeadline(a: PipelineCard, b: PipelineCard): number {
  const [left, right] = [a.nextAt?.getTime() ?? Infinity, b.nextAt?.getTime() ?? Infinity];
  return left === right ? a.since.getTime() - b.since.getTime() : left - right;
}

const NAME = { select: { name: true } } as const;

function talksUnder(ctx: ReadContext, mandateIds: readonly string[]) {
  return ctx.db.roomParty.findMany({
    where: { mandateId: { in: [...mandateIds] }, room: { state: { not: "CLOSED" } } },
    select: {
      mandate: { select: { id: true, side: true, state: true } },
      room: {
        select: {
          id: true, state: true, lastActAt: true, seller: NAME, buyer: NAME, result: { select: { title: true } },
          deal: { select: { id: true, state: true, signDueAt: true } }, notice: { select: { endsAt: true, validUntil: true } },
          offers: { where: { state: "OPEN" }, orderBy: { no: "desc" }, take: 1, select: { validUntil: true } },
        },
      },
    },
    take: MOST,
  });
}

/** The clients' deals on which a commission may be owed. */
function dealsOfClients(ctx: ReadContext, mandates: readonly { readonly clientId: string; readonly side: "SELLER" | "BUYER"; readonly answeredAt: Date | null }[]) {
  if (mandates.length === 0) return Promise.resolve([]);
  return ctx.db.deal.findMany({
    where: { state: { notIn: ["ANNULLED", "DEFAULTED"] }, OR: mandates.map(({ clientId, side, answeredAt }) => ({ ...(side === "SELLER" ? { sellerId: clientId } : { buyerId: clientId }), awardedAt: { gte: answeredAt! } })) },
    select: {
      id: true, no: true, state: true, priceFen: true, awardedAt: true, signDueAt: true, seller: NAME, buyer: NAME, result: { select: { title: true } },
      payments: { where: { paidAt: { not: null } }, select: { amountFen: true } },
    },
    orderBy: { awardedAt: "desc" },
    take: MOST,
  });
}

async function openTasks(ctx: ReadContext, agencyId: string) {
  const rows = await ctx.db.managerTask.findMany({
    where: { doneAt: null, mandate: { agencyId, state: "ACTIVE" } },
    include: { mandate: { select: { no: true, client: { select: { name: true } } } } },
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    take: MOST,
  });
  return rows.map(({ id, title, dueOn, mandateId, mandate }) => ({ id, title, dueOn: dueOn === null ? null : dayOfColumn(dueOn), mandateId, mandateNo: mandate.no, client: mandate.client.name }));
}
