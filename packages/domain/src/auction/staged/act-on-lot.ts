import type { Action } from "../../authorisation/table.ts";
import type { Fen } from "../../shared/money.ts";
import type { Context } from "../../shared/use-case.ts";
import type { ActEntry } from "../replay.rules.ts";
import type { Judgement, StagedRefusal } from "./judge.ts";
import { isUnderSeal } from "./course.ts";
import { actingBidder, append, demandDeposit, lockStaged, saveStaged, type StagedLot } from "./staged-lot.ts";

/** The answer to an act of a bidder in a staged procedure, to be checked against the public log later. */
export type ActReceipt = {
  readonly auctionId: string;
  /** Place in the log; not told while bids are under seal, and none when the procedure was over before the act came. */
  readonly sequence: number | null;
  readonly bidderNo: string;
  readonly verdict: "ACCEPTED" | "REFUSED";
  readonly reason: StagedRefusal | null;
  readonly receivedAt: Date;
  readonly hash: string | null;
  readonly state: string;
};

type BidderAct = {
  readonly kind: Extract<ActEntry["kind"], "COMMITTED" | "REVEALED" | "TAKEN" | "BEST">;
  readonly action: Action;
  readonly judge: (staged: StagedLot, bidderNo: string, at: Date) => Judgement;
  readonly said: (bidderNo: string) => { readonly amountFen?: Fen; readonly body: Readonly<Record<string, string>> };
  /** What else is kept of an accepted act, in the same transaction. */
  readonly keep?: (staged: StagedLot, bidderNo: string, at: Date) => Promise<void>;
};

const CONCLUDED: ReadonlySet<string> = new Set(["PRIORITY_WAIT", "RESULT", "AWARDED", "FAILED", "ANNULLED"]);

/** A bidder's act in a staged procedure: judged by the rules under the lot's lock, logged with its verdict, and the lot's row follows. */
export async function actOnLot(ctx: Context, auctionId: string, { kind, action, judge, said, keep }: BidderAct): Promise<ActReceipt> {
  const staged = await lockStaged(ctx, auctionId);
  const bidder = await actingBidder(ctx, staged.lot, action);
  const { bidderNo } = bidder;
  const at = ctx.clock.now();
  if (staged.course.overAt !== undefined) {
    ctx.record({ type: "auction", id: auctionId, divisionCode: staged.lot.divisionCode, after: { kind, verdict: "REFUSED", reason: "LATE" } });
    const state = CONCLUDED.has(staged.lot.state) ? staged.lot.state : await saveStaged(ctx, staged.lot, staged);
    return { auctionId, sequence: null, bidderNo, verdict: "REFUSED", reason: "LATE", receivedAt: at, hash: null, state };
  }
  await demandDeposit(ctx, bidder);
  const judgement = judge(staged, bidderNo, at);
  const verdict = judgement === "ACCEPTED" ? ({ verdict: "ACCEPTED" } as const) : ({ verdict: "REFUSED", reason: judgement } as const);
  const after = await append(ctx, staged, { kind, at, bidderNo, ...said(bidderNo), ...verdict });
  if (judgement === "ACCEPTED") await keep?.(staged, bidderNo, at);
  ctx.record({ type: "auction", id: auctionId, divisionCode: staged.lot.divisionCode, after: { kind, sequence: after.lot.sequence, verdict: verdict.verdict, reason: judgement === "ACCEPTED" ? null : judgement } });
  const state = await saveStaged(ctx, staged.lot, after);
  return {
    auctionId,
    sequence: isUnderSeal(after.course) ? null : after.lot.sequence,
    bidderNo,
    verdict: verdict.verdict,
    reason: judgement === "ACCEPTED" ? null : judgement,
    receivedAt: at,
    hash: after.lot.chainHead,
    state,
  };
}
