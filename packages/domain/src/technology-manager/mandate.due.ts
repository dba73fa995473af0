/** Kinds of due acts of mandates. */
export const MANDATE_DUE = { expire: "mandate.expire" } as const;
