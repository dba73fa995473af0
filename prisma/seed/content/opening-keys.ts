import notary from "./opening-keys/notary.json" with { type: "json" };
import venue from "./opening-keys/venue-zhejiang.json" with { type: "json" };

/**
 * The keys to which sealed bids of the demo country are encrypted. Elsewhere the private half never leaves its holder; here it is no secret, so that
 * whoever tries the platform can take the part of exchange and notary at an opening.
 */
export const DEMO_OPENING_KEYS = { venue, notary } as const;

/** What a holder registers of a key. */
export const publicHalf = ({ kty, n, e, alg }: (typeof DEMO_OPENING_KEYS)["venue"]) => ({ kty, n, e, alg });
