import { LISTING_STATE_LABELS } from "../listing/index.ts";
import { notifyPerson } from "../notification/index.ts";
import { notFound } from "../shared/errors.ts";
import { defineUseCase, type Context } from "../shared/use-case.ts";
import { TellInput, type FollowedChange } from "./interest-input.ts";
import { ofNotice } from "./tell-of-notice.ts";
import type { Told } from "./told.ts";

/** Tells everybody who follows something that it has changed; of what was never public nobody is told. */
export const tellFollowers = defineUseCase("interest.tell-followers", TellInput, async (ctx, { change, id }) => {
  ctx.authorise();
  const { kind, subjectId, message } = await whatToTell(ctx, change, id);
  const followers = message === null ? [] : await ctx.tx.follow.findMany({ where: { kind, subjectId }, select: { personId: true } });
  for (const { personId } of followers) await notifyPerson(ctx, personId, message!);
  ctx.record({ type: kind.toLowerCase(), id: subjectId, after: { change, followersTold: followers.length } });
  return { told: followers.length };
});

async function whatToTell(ctx: Context, change: FollowedChange, id: string): Promise<Told> {
  switch (change) {
    case "RESULT_UPDATED":
    case "RESULT_WITHDRAWN": {
      const { title } = (await ctx.tx.result.findUnique({ where: { id }, select: { title: true } })) ?? notFound("result", id);
      const updated = change === "RESULT_UPDATED";
      return { kind: "RESULT", subjectId: id, message: { kind: updated ? "following.result-updated" : "following.result-withdrawn", params: { title }, ...(updated ? { link: `/results/${id}` } : {}) } };
    }
    case "RESULT_LISTED":
    case "LISTING_CHANGED": {
      const row = (await ctx.tx.listing.findUnique({ where: { id }, select: { no: true, state: true, resultId: true, result: { select: { title: true } } } })) ?? notFound("listing", id);
      const params = { title: row.result.title, listing: row.no, state: LISTING_STATE_LABELS[row.state].zh, stateEn: LISTING_STATE_LABELS[row.state].en };
      const link = `/listings/${id}`;
      return change === "RESULT_LISTED" ? { kind: "RESULT", subjectId: row.resultId, message: { kind: "following.result-listed", params, link } } : { kind: "LISTING", subjectId: id, message: { kind: "following.listing-changed", params, link } };
    }
    case "RESULT_ON_NOTICE":
    case "NOTICE_RESTARTED":
    case "NOTICE_RETURNED":
    case "NOTICE_CLEARED":
    case "NOTICE_CANCELLED":
    case "NOTICE_EXPIRED":
      return ofNotice(ctx, change, id);
    case "DEMAND_CLOSED": {
      const { title } = (await ctx.tx.demand.findUnique({ where: { id }, select: { title: true } })) ?? notFound("demand", id);
      return { kind: "DEMAND", subjectId: id, message: { kind: "following.demand-closed", params: { title } } };
    }
  }
}
