import { notFound } from "../../shared/errors.ts";
import type { ReadContext } from "../../shared/use-case.ts";
import { currentRound } from "./course.ts";
import { bestMinimum, judgeCommit } from "./judge.ts";
import { courseOf } from "./staged-lot.ts";

const ANY_COMMITMENT = "0".repeat(64);

/** What a bidder has done and may still do in the running stage of a lot. */
export async function myPartIn({ db, now }: Pick<ReadContext, "db" | "now">, auctionId: string, bidderNo: string) {
  const lot = (await db.auction.findUnique({ where: { id: auctionId }, select: { id: true, announcement: true } })) ?? notFound("auction", auctionId);
  const course = await courseOf(db, lot);
  const round = currentRound(course);
  const isBest = course.stage === "BEST" && course.taken?.bidderNo === bidderNo;
  return {
    round: round?.no ?? 0,
    floorFen: round?.floorFen ?? null,
    mayCommit: judgeCommit(course, bidderNo, ANY_COMMITMENT, await now()) === "ACCEPTED",
    hasCommitted: round?.commits.has(bidderNo) ?? false,
    hasRevealed: round?.reveals.has(bidderNo) ?? false,
    hasTaken: course.taken?.bidderNo === bidderNo,
    bestMinimumFen: isBest ? bestMinimum(course) : null,
  };
}
