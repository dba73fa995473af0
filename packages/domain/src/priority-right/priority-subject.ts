import type { Tx } from "../shared/database.ts";
import { notFound } from "../shared/errors.ts";
import type { SubjectType } from "./priority-right.repository.ts";

/** The listing or notice in which a right is notified, with the conditions that the holder may have for himself. */
export type PrioritySubject = {
  readonly no: string;
  readonly ownerId: string;
  readonly seller: string;
  readonly resultId: string;
  readonly tradeMode: string;
  readonly priceFen: bigint;
  readonly divisionCode: string;
  readonly isPublished: boolean;
};

const COLUMNS = { no: true, sellerId: true, seller: { select: { name: true } }, resultId: true, tradeMode: true, priceFen: true, divisionCode: true, publishedAt: true } as const;

export async function subjectOf(db: Pick<Tx, "listing" | "publicNotice">, type: SubjectType, id: string): Promise<PrioritySubject> {
  const row = (type === "listing" ? await db.listing.findUnique({ where: { id }, select: COLUMNS }) : await db.publicNotice.findUnique({ where: { id }, select: COLUMNS })) ?? notFound(type, id);
  const { no, sellerId, seller, resultId, tradeMode, priceFen, divisionCode, publishedAt } = row;
  return { no, ownerId: sellerId, seller: seller.name, resultId, tradeMode, priceFen, divisionCode, isPublished: publishedAt !== null };
}
