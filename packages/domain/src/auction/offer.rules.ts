import type { Fen } from "../shared/money.ts";
import { priorityAfterClose, type PriorityHolder, type PriorityMode } from "./priority.rules.ts";

/** The offer of the lot, at its final price, to those with a priority right (优先购买权事后行使): who, until when, and what they said. Trading §5.6. */
export type Offer = { readonly holders: readonly PriorityHolder[]; readonly closedAt: Date; readonly dueAt: Date; readonly isOver: boolean };

type Standing = { readonly endsAt: Date; readonly currentFen?: Fen; readonly leader?: string };
type Act = { readonly at: Date; readonly bidderNo?: string; readonly body: Readonly<Record<string, string>> };

/** Those who may take the lot from the highest bidder: a right of an earlier rank than his, if he has one at all. */
export function holdersBefore(mode: PriorityMode, ranks: Readonly<Record<string, number>>, leader: string): PriorityHolder[] {
  if (mode !== "AFTER") return [];
  const leaderRank = ranks[leader] ?? Infinity;
  return Object.entries(ranks)
    .map(([bidderNo, rank]) => ({ bidderNo, rank }))
    .filter(({ bidderNo, rank }) => bidderNo !== leader && rank < leaderRank)
    .sort((a, b) => a.rank - b.rank || (a.bidderNo < b.bidderNo ? -1 : 1));
}

/** What an offer's entry says: to whom, in the order of rank, and by when they answer. */
export function offerBody(holders: readonly PriorityHolder[], dueAt: Date): Readonly<Record<string, string>> {
  return { to: holders.map(({ bidderNo }) => bidderNo).join(","), dueAt: dueAt.toISOString() };
}

/** The offer of an entry; undefined where the rules do not give it: made after the end E, to those with a right and to nobody else. */
export function offeredAt(
  terms: { readonly priorityMode: PriorityMode; readonly priorityRanks: Readonly<Record<string, number>> },
  standing: Standing,
  { at, body }: Act,
): Offer | undefined {
  if (standing.leader === undefined || at < standing.endsAt) return undefined;
  const holders = holdersBefore(terms.priorityMode, terms.priorityRanks, standing.leader);
  const dueAt = new Date(body["dueAt"] ?? Number.NaN);
  if (holders.length === 0 || !(dueAt > standing.endsAt) || offerBody(holders, dueAt)["to"] !== body["to"]) return undefined;
  return { holders, closedAt: standing.endsAt, dueAt, isOver: false };
}

/** The offer after an answer. One answer each, before the deadline: an answer at the deadline is late. */
export function answerOffer(offer: Offer, { at, bidderNo, body }: Act): Offer | undefined {
  const holder = offer.holders.find((one) => one.bidderNo === bidderNo);
  const answer = body["answer"];
  if (offer.isOver || !holder || holder.answer !== undefined || at >= offer.dueAt) return undefined;
  if (answer !== "ACCEPT" && answer !== "DECLINE") return undefined;
  return { ...offer, holders: offer.holders.map((one) => (one === holder ? { ...one, answer, answeredAt: at } : one)) };
}

/** Who has the lot when the offer is over: the taker, or nobody of them; undefined while somebody may still answer. */
export function takerAt(offer: Offer, now: Date): { readonly bidderNo?: string } | undefined {
  const outcome = priorityAfterClose(offer.holders, offer.dueAt, now);
  if (outcome.kind === "WAITING") return undefined;
  return outcome.kind === "TAKEN" ? { bidderNo: outcome.bidderNo } : {};
}

export function endOffer(offer: Offer, { at, bidderNo }: Act): { readonly bidderNo?: string } | undefined {
  const taker = offer.isOver ? undefined : takerAt(offer, at);
  return taker && taker.bidderNo === bidderNo ? taker : undefined;
}
