import { refuse } from "../shared/errors.ts";
import type { Context } from "../shared/use-case.ts";
import type { ListingState } from "./listing.machine.ts";
import { listingModeOf, offersCollide, type ListedScope } from "./listing.rules.ts";
import type { Listing } from "./listing.repository.ts";

const ON_OFFER: readonly ListingState[] = ["LISTED", "SUSPENDED", "AGREE_PRICE", "BIDDING", "AWARDED", "CONTRACTING", "SETTLING"];

/** §9.3: the same right cannot be on offer twice where one of the offers is exclusive in effect. Two that publish at once wait here. */
export async function demandRightsFree(ctx: Context, listing: Listing): Promise<void> {
  const { tx } = ctx;
  const numbers = rightNumbers(listing.result);
  for (const key of [listing.resultId, ...numbers].sort()) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`on-offer/${key}`}, 0))`;
  }
  const others = await tx.listing.findMany({
    where: {
      id: { not: listing.id },
      state: { in: [...ON_OFFER] },
      OR: [{ resultId: listing.resultId }, ...(numbers.length > 0 ? [{ result: { rights: { some: { number: { in: numbers } } } } }] : [])],
    },
    select: { no: true, resultId: true, tradeMode: true, licenceKind: true, result: { select: { rights: { select: { number: true } } } } },
  });
  // A result stands for itself beside its rights: know-how has no number.
  const scopeOf = (offer: Pick<Listing, "resultId" | "tradeMode" | "licenceKind">, rights: string[]): ListedScope => ({
    mode: listingModeOf(offer.tradeMode, offer.licenceKind),
    rightNumbers: [offer.resultId, ...rights],
    territories: [],
  });
  const own = scopeOf(listing, numbers);
  const other = others.find((one) => offersCollide(own, scopeOf(one, rightNumbers(one.result))));
  if (other) refuse("RIGHTS_ALREADY_ON_OFFER", { no: other.no });
}

function rightNumbers({ rights }: { readonly rights: readonly { readonly number: string | null }[] }): string[] {
  return rights.flatMap(({ number }) => (number ? [number] : []));
}
