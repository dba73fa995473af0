import { z } from "zod";
import { DayText, line } from "../shared/input.ts";

/** What a unit's own rule says; no text read bounds the months, so two years are a bound against slips of the pen. */
export const StoredOwnTerms = z.object({
  noticeDays: z.number().int().min(1).max(90),
  payMonths: z.number().int().min(1).max(24),
  /** Name and number of the rule (本单位办法名称和文号). */
  document: line(200, 4),
  /** Where the staff can read it (公布位置): an unpublished rule binds nobody. */
  publishedAt: line(200, 2),
});

export const SetOwnTermsInput = StoredOwnTerms.extend({ effectiveFrom: DayText });
