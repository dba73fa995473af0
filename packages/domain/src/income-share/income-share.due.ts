/** Kinds of due acts of a distribution; the subject is its id. */
export const INCOME_SHARE_DUE = { clear: "income-share.clear", fallOverdue: "income-share.fall-overdue" } as const;
