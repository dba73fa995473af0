import { mandatesInForce } from "../technology-manager/index.ts";
import type { Tx } from "../shared/database.ts";
import { defaultedBefore } from "./defaulted-before.ts";
import type { BarringTie } from "./intent.rules.ts";

type Offer = { readonly sellerId: string; readonly venueId: string; readonly resultId: string; readonly relatedParties: readonly string[]; readonly previousId: string | null };
type Buyer = { readonly id: string; readonly name: string; readonly creditCode: string };

const written = (name: string): string => name.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/**
 * Ties that the record shows (拍卖法 22, 23, 30; Court-Online 24, 34): the seller, the venue and whoever works for them, also under another
 * organisation's name, the appraiser and the agents of the lot, named related parties, who backed out before. The buyer declares that there are no others.
 */
export async function barringTies(tx: Tx, offer: Offer, buyer: Buyer): Promise<BarringTie[]> {
  const [inVenue, inSeller, mandates, reports, hasDefaulted] = [
    await worksFor(tx, buyer.id, offer.venueId),
    await worksFor(tx, buyer.id, offer.sellerId, "SELLER"),
    await mandatesInForce(tx, { clientId: offer.sellerId, side: "SELLER", resultId: offer.resultId }),
    await tx.valuationReport.findMany({ where: { resultId: offer.resultId, withdrawnAt: null }, select: { appraiser: true } }),
    await defaultedBefore(tx, offer, buyer.id),
  ];
  const related = offer.relatedParties.map(written);
  const isAgent = mandates.some(({ agencyId }) => agencyId === buyer.id) || reports.some(({ appraiser }) => written(appraiser) === written(buyer.name));
  return [
    ...(buyer.id === offer.sellerId || inSeller ? (["SELLER"] as const) : []),
    ...(buyer.id === offer.venueId || inVenue ? (["VENUE_OR_STAFF"] as const) : []),
    ...(isAgent ? (["APPRAISER_OR_AGENT"] as const) : []),
    ...([buyer.name, buyer.creditCode].some((name) => related.includes(written(name))) ? (["NEAR_RELATIVE"] as const) : []),
    ...(hasDefaulted ? (["DEFAULTED_ON_THIS_LOT"] as const) : []),
  ];
}

/** Whether somebody acts for both organisations: nobody bids through others. A completer in a seller's service does not sell for it, and may buy. */
async function worksFor(tx: Pick<Tx, "membership">, buyerId: string, otherId: string, role?: string): Promise<boolean> {
  const there = { organisationId: otherId, state: "ACTIVE", endedAt: null, ...(role === undefined ? {} : { roles: { has: role } }) } as const;
  const both = await tx.membership.findFirst({ where: { organisationId: buyerId, state: "ACTIVE", endedAt: null, person: { memberships: { some: there } } }, select: { id: true } });
  return both !== null;
}
