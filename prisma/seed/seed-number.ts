/** The demo country is made from this number: the same number, the same country. */
export const SEED = 20261;
