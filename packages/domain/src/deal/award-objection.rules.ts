/** What somebody may object to in an announced result (成交结果异议); the grounds follow those of an annulment, Trading §5.10. */
export const AWARD_OBJECTION_GROUNDS = ["DESCRIPTION", "QUALIFICATION", "COLLUSION", "PRIORITY", "PROCEDURE", "OTHER"] as const;
export type AwardObjectionGround = (typeof AWARD_OBJECTION_GROUNDS)[number];

/** How somebody is concerned: an announced result is objected to by interested persons (利害关系人). */
export const AWARD_INTERESTS = ["BIDDER", "PRIORITY_HOLDER", "COMPLETER", "CO_OWNER", "CREDITOR", "OTHER"] as const;
export type AwardInterest = (typeof AWARD_INTERESTS)[number];

export const AWARD_RULINGS = ["UNFOUNDED", "SETTLED", "UPHELD"] as const;
export type AwardRuling = (typeof AWARD_RULINGS)[number];

/** Within the announced period, and while there is a result to object to. Trading §2.2: a State seller's result is announced at least five working days. */
export function awardObjectionRefusal(facts: { readonly state: string; readonly awardedAt: Date; readonly announcedUntil: Date | undefined; readonly now: Date }): "NOT_ANNOUNCED" | "OUTSIDE_THE_PERIOD" | undefined {
  if (facts.announcedUntil === undefined || facts.state === "ANNULLED" || facts.state === "DEFAULTED") return "NOT_ANNOUNCED";
  return facts.now < facts.awardedAt || facts.now >= facts.announcedUntil ? "OUTSIDE_THE_PERIOD" : undefined;
}

/** Trading §2.3: AWARDED → CONTRACTING only with the notice over and no upheld objection. An upheld one annuls, any other lets the deal go on. */
export function afterRuling(facts: { readonly ruling: AwardRuling; readonly otherOpen: number }): "annul" | "goOn" | "wait" {
  if (facts.ruling === "UPHELD") return "annul";
  return facts.otherOpen > 0 ? "wait" : "goOn";
}

type Span = { readonly from: Date; readonly to: Date };

/** Spans that overlap or touch make one: the start of the one that reaches an instant. */
export function heldFrom(spans: readonly Span[], until: Date): Date {
  let from = until;
  for (const span of spans.toSorted((a, b) => b.to.getTime() - a.to.getTime())) if (span.to >= from && span.from < from) from = span.from;
  return from;
}
