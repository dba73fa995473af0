import { z } from "zod";
import { Id, line } from "../shared/input.ts";

/** A session (专场): several lots of one venue under one title, in the order in which they are called up. */
export const SessionInput = z.object({
  title: line(60, 4),
  titleEn: line(120).optional(),
  /** Lots in their order. */
  auctionIds: z.array(Id).min(1).max(100).refine((ids) => new Set(ids).size === ids.length, { params: { code: "SESSION_LOT_TWICE" } }),
});
export const EditSessionInput = SessionInput.extend({ sessionId: Id });
