import { divisionNamed } from "../reference/index.ts";
import { refuse } from "../shared/errors.ts";
import type { Tx } from "../shared/database.ts";
import type { Context } from "../shared/use-case.ts";
import { storedTerms } from "../terms/index.ts";
import type { ListingState } from "./listing.machine.ts";
import { grantForbids, licenceEndsAt, offerModeOf, offersCollide, territoriesIn, type OfferedScope, type OfferMode } from "./rights.rules.ts";

/** People leave 省 and 市 out. */
export const codeOfPlace = (place: string): string | undefined => divisionNamed(place) ?? divisionNamed(`${place}省`) ?? divisionNamed(`${place}市`);

const ON_OFFER: readonly ListingState[] = ["LISTED", "SUSPENDED", "AGREE_PRICE", "BIDDING", "AWARDED", "CONTRACTING", "SETTLING"];

/** What somebody is about to offer, and the listing, notice or deal that it is itself. */
export type Offer = {
  readonly id: string;
  readonly resultId: string;
  readonly tradeMode: string;
  readonly licenceKind: string | null;
  /** Where a licence is to hold; everywhere unless said. */
  readonly territory?: string | null | undefined;
};

/**
 * Refuses an offer of a right that is on offer already, by listing or notice, with exclusive effect (§9.3), or that was granted away by a deal
 * (§2.1). Two that offer the same right at once wait for each other here.
 */
export async function demandRightsFree({ tx, clock }: Pick<Context, "tx" | "clock">, offer: Offer): Promise<void> {
  const mode = offerModeOf(offer.tradeMode, offer.licenceKind);
  if (mode === null) return;
  const numbers = await rightNumbersOf(tx, offer.resultId);
  for (const key of [offer.resultId, ...numbers].sort()) {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`on-offer/${key}`}, 0))`;
  }
  const own: OfferedScope = { mode, rightNumbers: [offer.resultId, ...numbers], territories: territoriesIn(offer.territory, codeOfPlace) };
  const ofSameRight = sameRight(offer.resultId, numbers);
  const others = { id: { not: offer.id }, ...ofSameRight };
  const listings = await tx.listing.findMany({ where: { ...others, state: { in: [...ON_OFFER] } }, select: { no: true, licenceTerritory: true, ...SCOPE } });
  const listed = listings.find((one) => collides(own, one));
  if (listed) refuse("RIGHTS_ALREADY_ON_OFFER", { no: listed.no });
  const notices = await tx.publicNotice.findMany({ where: { ...others, state: { in: ["RUNNING", "OBJECTED", "CLEARED"] } }, select: { no: true, terms: true, ...SCOPE } });
  const noticed = notices.find((one) => collides(own, one));
  if (noticed) refuse("RIGHTS_ON_NOTICE", { no: noticed.no });
  const now = clock.now();
  const granted = (await grantsOf(tx, ofSameRight, now)).find((grant) => grantForbids(grant.scope, own));
  if (granted) refuse("RIGHTS_GRANTED_ALREADY", { no: granted.no });
}

/** Licences of a result's rights that run now, for whoever buys the rights under them: their kind and their end, never the licensee. */
export async function licencesInForce(db: Pick<Tx, "deal" | "resultRight">, resultId: string, now: Date): Promise<{ readonly mode: OfferMode; readonly endsAt: Date | null }[]> {
  const grants = await grantsOf(db, sameRight(resultId, await rightNumbersOf(db, resultId)), now);
  return grants.filter(({ scope }) => scope.mode.startsWith("LICENCE")).map(({ scope: { mode }, endsAt }) => ({ mode, endsAt }));
}

const SCOPE = { resultId: true, tradeMode: true, licenceKind: true, result: { select: { rights: { select: { number: true } } } } } as const;
type Scoped = { readonly resultId: string; readonly tradeMode: string; readonly licenceKind: string | null; readonly licenceTerritory?: string | null; readonly terms?: unknown; readonly result: { readonly rights: readonly { readonly number: string | null }[] } };

/** A result stands for itself beside its rights: know-how has no number. */
function scopeOf({ resultId, tradeMode, licenceKind, licenceTerritory, terms, result }: Scoped): OfferedScope | null {
  const mode = offerModeOf(tradeMode, licenceKind);
  const rightNumbers = [resultId, ...result.rights.flatMap(({ number }) => number ?? [])];
  return mode && { mode, rightNumbers, territories: territoriesIn(licenceTerritory ?? storedTerms(terms ?? null)?.licence?.territory, codeOfPlace) };
}

function collides(own: OfferedScope, other: Scoped): boolean {
  const scope = scopeOf(other);
  return scope !== null && offersCollide(own, scope);
}

type SameRight = ReturnType<typeof sameRight>;

function sameRight(resultId: string, numbers: readonly string[]) {
  return { OR: [{ resultId }, ...(numbers.length > 0 ? [{ result: { rights: { some: { number: { in: [...numbers] } } } } }] : [])] };
}

/** What deals have promised or granted and still holds: not annulled, not in default, the licence not over, its trial not ended without a fee, nor it for a fee that did not come. */
async function grantsOf(db: Pick<Tx, "deal">, ofSameRight: SameRight, now: Date): Promise<{ readonly no: string; readonly scope: OfferedScope; readonly endsAt: Date | null }[]> {
  const deals = await db.deal.findMany({
    where: {
      ...ofSameRight,
      state: { notIn: ["ANNULLED", "DEFAULTED"] },
      NOT: { useFirst: { state: { in: ["EXITED", "EXPIRED", "CANCELLED", "TERMINATED", "CLEARED"] } } },
    },
    select: { no: true, signedAt: true, licenceYears: true, licenceTerritory: true, ...SCOPE },
    orderBy: { awardedAt: "asc" },
  });
  return deals.flatMap((deal) => {
    const scope = scopeOf(deal);
    const endsAt = licenceEndsAt(deal);
    return scope === null || (endsAt !== null && endsAt <= now) ? [] : [{ no: deal.no, scope, endsAt }];
  });
}

async function rightNumbersOf(db: Pick<Tx, "resultRight">, resultId: string): Promise<string[]> {
  const rights = await db.resultRight.findMany({ where: { resultId, number: { not: null } }, select: { number: true } });
  return rights.flatMap(({ number }) => number ?? []);
}
