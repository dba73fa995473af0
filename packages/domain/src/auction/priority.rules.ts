/** How priority rights (优先购买权) are used: not at all, in the hall (场内) by matching, or after close (事后/场外). Trading §5.3. */
export type PriorityMode = "NONE" | "IN_HALL" | "AFTER";

/**
 * Whether a bid is a match: a priority holder says the current price, which another holds with no priority or a later rank.
 * At the same rank the earlier bid stands (Court-Online 21), so an equal cannot match.
 */
export function mayMatch(
  mode: PriorityMode,
  standing: { readonly currentFen?: bigint; readonly leader?: string; readonly leaderRank?: number },
  rank: number | undefined,
  bid: { readonly bidderNo: string; readonly amountFen: bigint },
): boolean {
  if (mode !== "IN_HALL" || rank === undefined || standing.currentFen === undefined) return false;
  if (bid.amountFen !== standing.currentFen || bid.bidderNo === standing.leader) return false;
  return standing.leaderRank === undefined || rank < standing.leaderRank;
}

export type PriorityHolder = { readonly bidderNo: string; readonly rank: number; readonly answer?: "ACCEPT" | "DECLINE"; readonly answeredAt?: Date };

export type PriorityOutcome =
  | { readonly kind: "TAKEN"; readonly bidderNo: string }
  | { readonly kind: "WAITING" }
  | { readonly kind: "WAIVED" };

/**
 * AFTER mode: the first in rank to accept takes the lot at the final price. While somebody before him may still answer, he
 * waits; at the deadline silence is a waiver (Court-Online 16), an answer at the deadline itself is late.
 */
export function priorityAfterClose(holders: readonly PriorityHolder[], deadline: Date, now: Date): PriorityOutcome {
  const answeredAt = (holder: PriorityHolder): number => holder.answeredAt?.getTime() ?? 0;
  const inOrder = [...holders].sort((a, b) => a.rank - b.rank || answeredAt(a) - answeredAt(b));
  const hasAnswered = (holder: PriorityHolder): boolean => holder.answeredAt !== undefined && holder.answeredAt < deadline;
  const accepted = inOrder.find((holder) => holder.answer === "ACCEPT" && hasAnswered(holder));
  const stillOpen = now < deadline && inOrder.some((holder) => !hasAnswered(holder) && (!accepted || holder.rank < accepted.rank));
  if (stillOpen) return { kind: "WAITING" };
  return accepted ? { kind: "TAKEN", bidderNo: accepted.bidderNo } : { kind: "WAIVED" };
}
