import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Reviewed = z.object({
  contractId: z.string(),
  reviewId: z.string(),
  registrationNo: z.string(),
  officeId: z.string(),
  /** Division of the office; its first two digits are the province that reviewed. */
  divisionCode: z.string(),
  at: z.string(),
});

/** The province found the registration right (省级审核通过), with its opinion on the reliefs that were claimed. */
export const ReviewConfirmed = defineEvent("ReviewConfirmed", Reviewed.extend({ taxOpinion: z.string().nullable() }));
/** The province sent the registration back to the office to decide it again (退回重新认定). */
export const ReviewReturned = defineEvent("ReviewReturned", Reviewed.extend({ reasons: z.string() }));
