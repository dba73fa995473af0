import { z } from "zod";
import type { Prisma } from "../generated/client.ts";
import { organisationOf, personIdOf } from "../shared/actor.ts";
import { dayOfColumn } from "../shared/input.ts";
import { afterTimeCursor, pageOf, PageInput } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { factsOf, getIncomeShare, openObjections, otherPlans } from "./income-share.repository.ts";
import { floorsInForce, poolMinima, type PersonRole } from "./income-share.rules.ts";
import { IncomeShareIdInput, ListIncomeSharesInput, type INCOME_SHARE_TABS } from "./income-share.schema.ts";
import { rewardTermsOf } from "./own-terms.ts";
import type { IncomeShareState } from "./income-share.machine.ts";

const IN_LIST = { unit: { select: { name: true } }, result: { select: { title: true } }, deal: { select: { no: true } } } as const satisfies Prisma.IncomeShareInclude;
const OPEN: IncomeShareState[] = ["WAITING", "COMPUTED", "NOTICED", "PAYABLE"];
const TAB_WHERE: Record<(typeof INCOME_SHARE_TABS)[number], Prisma.IncomeShareWhereInput> = {
  open: { state: { in: OPEN } },
  closed: { state: { notIn: OPEN } },
  overdue: { state: { in: OPEN }, overdueSince: { not: null } },
};

/** Distributions of one's own unit. */
export const listIncomeShares = defineQuery("income-share.list", ListIncomeSharesInput, async (ctx, { tab, limit, cursor }) => {
  const unitId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: unitId });
  return listed(ctx.db, { unitId: unitId! }, tab, limit, cursor);
});

/** Distributions in the reader's jurisdiction: what is overdue is the supervising body's matter (浙江 46). */
export const superviseIncomeShares = defineQuery("income-share.supervise", ListIncomeSharesInput, async (ctx, { tab, limit, cursor }) => {
  const jurisdiction = organisationOf(ctx.actor)?.jurisdiction ?? null;
  ctx.authorise({ divisionCode: (jurisdiction ?? "").padEnd(6, "0") });
  return listed(ctx.db, { divisionCode: { startsWith: jurisdiction ?? "-" } }, tab, limit, cursor);
});

type Db = Parameters<typeof getIncomeShare>[0];

async function listed(db: Db, whose: Prisma.IncomeShareWhereInput, tab: (typeof INCOME_SHARE_TABS)[number], limit: number, cursor: string | undefined) {
  const rows = await db.incomeShare.findMany({ where: { AND: [whose, TAB_WHERE[tab], afterTimeCursor(cursor, "desc")] }, include: IN_LIST, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { tab, ...page, items: page.items.map(({ id, state, mode, received, pool, payDueOn, overdueSince, receivedOn, unit, result, deal }) => ({ id, state, mode, received, pool, payDueOn: dayOfColumn(payDueOn), receivedOn: dayOfColumn(receivedOn), overdue: overdueSince !== null, unit: unit.name, title: result.title, dealNo: deal.no })) };
}

/** What a completer gets, from all his results (我的奖酬). */
export const listMyRewards = defineQuery("income-share.list-mine", PageInput, async (ctx, { limit, cursor }) => {
  const personId = personIdOf(ctx.actor);
  ctx.authorise({ personId });
  const rows = await ctx.db.incomeShare.findMany({
    where: { AND: [{ lines: { some: { personId: personId! } } }, afterTimeCursor(cursor, "desc")] },
    include: { ...IN_LIST, lines: { where: { personId: personId! } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { ...page, items: page.items.map(({ id, state, mode, lines, unit, result, paidOn, noticeEndsAt }) => ({ id, state, mode, unit: unit.name, title: result.title, amount: lines.reduce((sum, { amount }) => sum + amount, 0n), clawBack: lines.reduce((sum, line) => sum + (line.clawBack ?? 0n), 0n), paidOn: paidOn && dayOfColumn(paidOn), noticeEndsAt })) };
});

/** One distribution: for everybody of the unit, for whoever gets a share, and for the body that supervises. */
export const readIncomeShare = defineQuery("income-share.read", IncomeShareIdInput, async (ctx, { incomeShareId }) => {
  const share = await getIncomeShare(ctx.db, incomeShareId);
  const personId = personIdOf(ctx.actor);
  const facts = { ...factsOf(share), personId: share.lines.find((line) => line.personId !== null && line.personId === personId)?.personId ?? null };
  ctx.authorise(facts);
  const now = await ctx.now();
  const on = dayOfColumn(share.receivedOn);
  const { local, national } = floorsInForce(share.divisionCode, on);
  const { source: paySource } = await rewardTermsOf(ctx.db, { id: share.unitId, divisionCode: share.divisionCode }, on);
  const bound = local ?? national;
  const { mainMinFen, transferStaffMinFen } = poolMinima(share.net, share.rateBp, bound);
  const runs = share.state === "NOTICED" && now < share.noticeEndsAt!;
  return {
    id: share.id,
    state: share.state,
    version: share.version,
    now,
    mode: share.mode as "ASSIGNMENT_OR_LICENCE" | "EQUITY",
    deal: share.deal,
    unit: share.unit.name,
    title: share.result.title,
    resultId: share.resultId,
    company: share.company,
    received: share.received,
    receivedOn: on,
    knownCosts: share.knownCosts,
    costs: share.costs,
    taxes: share.taxes,
    net: share.net,
    rateBp: share.rateBp,
    floorBp: share.floorBp,
    standardBp: share.standardBp,
    sources: [national.source, ...(local ? [local.source] : [])],
    mainMin: mainMinFen,
    transferStaffMin: transferStaffMinFen,
    pool: share.pool,
    unitPart: share.unitPart,
    decisionBody: share.decisionBody,
    decisionOn: share.decisionOn && dayOfColumn(share.decisionOn),
    decidedBy: share.decidedBy,
    /** Who took ownership of the result instead, by this plan or an earlier one. */
    owners: [...new Set([...share.owners, ...(await otherPlans(ctx.db, share)).owners])],
    noticePlace: share.noticePlace,
    noticedAt: share.noticedAt,
    noticeEndsAt: share.noticeEndsAt,
    payDueOn: dayOfColumn(share.payDueOn),
    paySource,
    overdue: share.overdueSince !== null,
    paidOn: share.paidOn && dayOfColumn(share.paidOn),
    stateReason: share.stateReason,
    completers: share.result.completers.map(({ position, name, shareBp }) => ({ position, name, shareBp })),
    lines: share.lines.map(({ position, name, role, amount, clawBack, personId: whose }) => ({ position, name, role: role as PersonRole, amount, clawBack, isMine: whose !== null && whose === personId })),
    objections: share.objections.map(({ id, facts: told, filedAt, ruling, reasons, ruledAt }) => ({ id, facts: told, filedAt, ruling, reasons, ruledAt })),
    may: {
      adopt: ctx.may("income-share.adopt", facts) && share.state === "COMPUTED",
      object: ctx.may("income-share.object", facts) && runs,
      rule: ctx.may("income-share.rule-objection", facts) && openObjections(share) > 0,
      pay: ctx.may("income-share.pay", facts) && share.state === "PAYABLE",
    },
  };
});

/** Deals in which a result was put in as capital and whose shares nobody has entered yet. */
export const listEquityDeals = defineQuery("income-share.list", z.object({}), async (ctx) => {
  const unitId = organisationOf(ctx.actor)?.id;
  ctx.authorise({ ownerId: unitId });
  const deals = await ctx.db.deal.findMany({ where: { sellerId: unitId!, tradeMode: "EQUITY", signedAt: { not: null }, state: { in: ["SETTLING", "SETTLED"] }, incomeShares: { none: {} } }, select: { id: true, no: true, result: { select: { title: true } } }, take: 50 });
  return { items: deals.map(({ id, no, result }) => ({ dealId: id, no, title: result.title })) };
});
