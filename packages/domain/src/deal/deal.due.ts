/** Kinds of due acts of a deal; the subject is the deal's id. */
export const DEAL_DUE = { missSigning: "deal.miss-signing", fallOverdue: "deal.fall-overdue", missRelease: "deal.miss-release" } as const;
