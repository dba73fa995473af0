import { randomBytes } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../../shared/canonical.ts";
import { Id, prose } from "../../shared/input.ts";
import { invalidField } from "../../shared/errors.ts";
import { defineUseCase } from "../../shared/use-case.ts";
import { sha256Hex } from "../commitment.ts";
import { actOnLot } from "./act-on-lot.ts";
import { currentRound } from "./course.ts";
import { isSealedToBoth } from "./halves.ts";
import { judgeCommit } from "./judge.ts";
import { SealedBox } from "./sealed-box.ts";

export const CommitBidInput = z.object({
  auctionId: Id,
  /** SHA-256 of procedure, bidder number, amount in fen and nonce, joined by line feeds. */
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  box: SealedBox.nullable().default(null),
  /** Weighted procedures: the plan that is scored. It must not say who the bidder is. */
  plan: prose(8_000).default(""),
});

/** Hands in a sealed bid (密封报价): neither staff nor database sees an amount before the bids are laid open. Trading §5.7. */
export const commitBid = defineUseCase("bid.commit", CommitBidInput, async (ctx, { auctionId, commitment, box, plan }) =>
  actOnLot(ctx, auctionId, {
    kind: "COMMITTED",
    action: "bid.commit",
    judge: ({ course }, bidderNo, at) => {
      const { sealed, weights } = course.terms.procedure!;
      if (sealed?.keys && box === null) invalidField("box", "BOX_NEEDED");
      if (sealed?.keys && box && !isSealedToBoth(sealed.keys, box)) invalidField("box", "BOX_MALFORMED");
      if (weights && plan.length < 20) invalidField("plan", "PLAN_NEEDED");
      return judgeCommit(course, bidderNo, commitment, at);
    },
    // The blind, told with the log when all is over, keeps the receipt's hash from being guessed, and with it the place of the bid.
    said: () => ({ body: { commitment, blind: randomBytes(16).toString("hex"), ...(box ? { box: canonicalJson(box) } : {}), ...(plan === "" ? {} : { plan: sha256Hex(plan) }) } }),
    keep: async ({ course }, bidderNo, committedAt) => {
      const round = currentRound(course)!.no;
      await ctx.tx.sealedBid.create({ data: { auctionId, round, bidderNo, commitment, ...(box ? { box } : {}), plan: plan === "" ? null : plan, committedAt } });
    },
  }),
);
