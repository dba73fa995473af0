import type { Prisma } from "../generated/client.ts";
import type { Tx } from "../shared/database.ts";
import { DomainError, notFound } from "../shared/errors.ts";
import { fen, addFen, type Fen } from "../shared/money.ts";
import type { SettlementState } from "../settlement/index.ts";
import type { DealState } from "./deal.machine.ts";

const PARTY = { id: true, name: true, nameEn: true, kind: true, partyType: true, divisionCode: true, creditCode: true, address: true } as const;
const WHOLE = {
  seller: { select: PARTY },
  buyer: { select: PARTY },
  venue: { select: PARTY },
  result: { select: { title: true, state: true } },
  payments: { orderBy: { no: "asc" } },
} as const satisfies Prisma.DealInclude;

export type DealRow = Prisma.DealGetPayload<{ include: typeof WHOLE }>;

export async function getDeal(db: Pick<Tx, "deal">, id: string): Promise<DealRow> {
  return (await db.deal.findUnique({ where: { id }, include: WHOLE })) ?? notFound("deal", id);
}

/** Takes the deal's lock and reads it: whoever signs, pays or releases does so one after the other. */
export async function lockDeal(tx: Tx, id: string): Promise<DealRow> {
  const locked = await tx.$queryRaw<{ id: string }[]>`select id::text from deal where id = ${id}::uuid for update`;
  if (locked.length === 0) notFound("deal", id);
  return getDeal(tx, id);
}

type Change = Omit<Prisma.DealUncheckedUpdateManyInput, "state" | "settlement" | "version">;

export async function moveDeal(tx: Tx, deal: DealRow, to: { readonly state?: DealState; readonly settlement?: SettlementState }, change: Change = {}): Promise<void> {
  const { count } = await tx.deal.updateMany({ where: { id: deal.id, state: deal.state, version: deal.version }, data: { ...change, ...to, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id: deal.id });
}

/** Under which name the deal's money stands in the book: the lot's, where there is one, so that the deposit stands there too. */
export function purposeOf(deal: Pick<DealRow, "id" | "listingId">): string {
  return deal.listingId ?? deal.id;
}

const INTO_THE_PRICE = ["PRICE_RECEIVED", "PRICE_RECEIVED_REVERSED", "DEPOSIT_APPLIED", "DEPOSIT_APPLIED_REVERSED", "PRICE_REFUNDED"];

/** What has come of the price: by the book where a venue settles, by the seller's confirmations where the parties pay directly. */
export async function receivedOnPrice(db: Pick<Tx, "ledgerEntry">, deal: DealRow): Promise<Fen> {
  if (deal.venueId === null) return addFen(...deal.payments.filter(({ paidAt }) => paidAt !== null).map(({ amountFen }) => amountFen));
  const purpose = purposeOf(deal);
  const { _sum } = await db.ledgerEntry.aggregate({
    _sum: { amountFen: true },
    where: { account: { kind: "PRICE_HELD", ownerKey: purpose, purpose }, transaction: { kind: { in: INTO_THE_PRICE } } },
  });
  return fen(-(_sum.amountFen ?? 0n));
}

export function factsOf(deal: Pick<DealRow, "sellerId" | "buyerId" | "venueId" | "divisionCode">) {
  return { ownerId: deal.sellerId, counterpartyId: deal.buyerId, venueId: deal.venueId, divisionCode: deal.divisionCode };
}

export function eventFacts(deal: Pick<DealRow, "id" | "listingId" | "resultId" | "sellerId" | "buyerId" | "priceFen">) {
  return { dealId: deal.id, listingId: deal.listingId, resultId: deal.resultId, sellerId: deal.sellerId, buyerId: deal.buyerId, priceFen: String(deal.priceFen) };
}
