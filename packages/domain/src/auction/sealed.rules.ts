import { fen, type Fen } from "../shared/money.ts";

/** A sealed bid after opening (一次报价, 多轮密封). `matchesCommitment` comes from the commitment check in auction.chain. */
export type OpenedBid = {
  readonly bidderNo: string;
  readonly amountFen: Fen;
  readonly committedAt: Date;
  readonly matchesCommitment: boolean;
};

export type SealedOutcome =
  | { readonly kind: "WINNER"; readonly bidderNo: string; readonly priceFen: Fen }
  /** An extra sealed round among the tied, with the tied price as floor. */
  | { readonly kind: "TIE_ROUND"; readonly among: readonly string[]; readonly floorFen: Fen }
  /** Still tied in amount and commitment time: a public draw. */
  | { readonly kind: "DRAW"; readonly among: readonly string[]; readonly priceFen: Fen }
  | { readonly kind: "NONE" };

/**
 * Trading §5.6 and §5.7: the highest valid amount wins. A tie goes to an extra round; tied again, to the earlier commitment;
 * tied still, to a public draw. A bid that does not match its commitment, or lies below the floor, is invalid.
 */
export function sealedOutcome(bids: readonly OpenedBid[], floorFen: bigint, isTieRound: boolean): SealedOutcome {
  const valid = bids.filter((bid) => bid.matchesCommitment && bid.amountFen >= floorFen);
  const [first] = valid;
  if (!first) return { kind: "NONE" };
  const top = valid.reduce((highest, { amountFen }) => (amountFen > highest ? amountFen : highest), first.amountFen);
  const tied = valid.filter(({ amountFen }) => amountFen === top);
  if (tied.length === 1) return { kind: "WINNER", bidderNo: tied[0]!.bidderNo, priceFen: top };
  if (!isTieRound) return { kind: "TIE_ROUND", among: tied.map(({ bidderNo }) => bidderNo), floorFen: fen(top) };
  const earliest = Math.min(...tied.map(({ committedAt }) => committedAt.getTime()));
  const foremost = tied.filter(({ committedAt }) => committedAt.getTime() === earliest);
  if (foremost.length === 1) return { kind: "WINNER", bidderNo: foremost[0]!.bidderNo, priceFen: top };
  return { kind: "DRAW", among: foremost.map(({ bidderNo }) => bidderNo), priceFen: top };
}
