import { z } from "zod";
import { Id, line, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { REVOCATION_GROUNDS, type RevocationGround } from "./revocation.rules.ts";

const Seen = z.object({ reviewId: Id, version: z.number().int().min(0).optional() });

/** 减免税复核意见: what the province tells the tax body of the reliefs that were claimed. */
export const TAX_OPINIONS = ["ELIGIBLE", "PARTLY_ELIGIBLE", "NOT_ELIGIBLE"] as const;

export const OpenReviewInput = z.object({ contractId: Id });
export const ConfirmReviewInput = Seen.extend({ opinion: prose(2000).default(""), taxOpinion: z.enum(TAX_OPINIONS).optional() });
export const ReturnReviewInput = Seen.extend({ reasons: prose(2000, 10) });
export const TakeAnswerInput = z.object({ contractId: Id, explanation: z.string(), byId: z.string().nullable(), decision: z.enum(["uphold", "amend"]) });
export const GiveNoticeInput = Seen.extend({ ground: z.enum(Object.keys(REVOCATION_GROUNDS) as [RevocationGround, ...RevocationGround[]]), facts: prose(2000, 20) });
export const StateViewInput = Seen.extend({ statement: prose(5000, 10) });
export const DropNoticeInput = Seen.extend({ reasons: prose(2000, 10) });
/** With the number of the decision (撤销决定文号), which a record on the party needs. */
export const RevokeInput = Seen.extend({ documentNo: line(60, 4), reasons: prose(2000, 10) });
export const ReadReviewInput = z.object({ reviewId: Id });
export const RemindInput = z.object({ reviewId: Id, dueAt: z.coerce.date() });

export const REVIEW_GROUPS = ["PENDING", "RETURNED", "REVOCATION_NOTICE", "DONE"] as const;
export const ReviewQueueInput = PageInput.extend({
  group: z.enum(REVIEW_GROUPS).default("PENDING"),
  urgency: z.enum(["overdue"]).optional(),
  taxClaimed: z.stringbool().or(z.boolean()).optional(),
  text: z.string().trim().max(100).optional(),
});
