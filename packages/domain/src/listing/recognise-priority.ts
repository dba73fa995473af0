import { recogniseHolder } from "../priority-right/index.ts";
import { DomainError, refuse } from "../shared/errors.ts";
import { defineUseCase } from "../shared/use-case.ts";
import { currentTerms, demandRunning } from "./announce.ts";
import { lockIntent } from "./intent.repository.ts";
import { factsOf } from "./listing.repository.ts";
import { RecognisePriorityInput } from "./listing.schema.ts";
import { tellBuyer } from "./tell.ts";

const STILL_IN: ReadonlySet<string> = new Set(["CHECKING", "QUALIFIED", "ADMITTED"]);

/**
 * The venue recognises, or takes back, a buyer's priority right (优先购买权) with its ground and rank; lower ranks go first. Until the period ends:
 * then the ranks become part of the announcement of the bidding. Trading §3, §5.6.
 */
export const recognisePriority = defineUseCase("intent.recognise-priority", RecognisePriorityInput, async (ctx, { intentId, ground, rank }) => {
  const { intent, listing } = await lockIntent(ctx.tx, intentId);
  ctx.authorise(factsOf(listing));
  if (listing.state !== "LISTED") refuse("LISTING_NOT_OPEN");
  demandRunning(ctx, listing);
  if (!STILL_IN.has(intent.state)) throw new DomainError("STATE_FORBIDS_EVENT", "conflict", { state: intent.state, event: "recognisePriority" });
  const terms = await currentTerms(ctx.tx, listing);
  if (terms.bidding.priorityMode === "NONE") refuse("PRIORITY_NOT_ANNOUNCED");
  if (rank !== null) {
    const { resultId, sellerId: ownerId } = listing;
    await recogniseHolder(ctx, { listingId: listing.id, resultId, ownerId, kind: ground, holderId: intent.buyerId, holder: intent.buyer.name, until: listing.periodEndsAt! });
  }
  const priority = rank === null ? { priorityGround: null, priorityRank: null } : { priorityGround: ground, priorityRank: rank };
  const { count } = await ctx.tx.intent.updateMany({ where: { id: intent.id, version: intent.version }, data: { ...priority, version: { increment: 1 } } });
  if (count !== 1) throw new DomainError("CHANGED_MEANWHILE", "conflict", { id: intent.id });
  ctx.record({ type: "intent", id: intent.id, divisionCode: listing.divisionCode, before: { priorityGround: intent.priorityGround, priorityRank: intent.priorityRank }, after: priority });
  await tellBuyer(ctx, listing, intent.buyerId, rank === null ? "intent.priority-ended" : "intent.priority-recognised", { rank: String(rank ?? "") });
  return { intentId, rank };
});
