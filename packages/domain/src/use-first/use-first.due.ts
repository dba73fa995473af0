/** Kinds of due acts of a licence that is used first and paid later; the subject is its id. */
export const USE_FIRST_DUE = { outerDate: "use-first.outer-date", fallOverdue: "use-first.fall-overdue" } as const;
