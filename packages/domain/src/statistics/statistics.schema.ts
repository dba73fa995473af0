import { z } from "zod";
import { STATISTICS_TABLE_CODES } from "./tables.rules.ts";

const Asked = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** Six digits; without it the nation, or the reader's own area. */
  division: z.string().regex(/^[1-8]\d{5}$/).optional(),
  /** Only this table; without it all. */
  table: z.enum(STATISTICS_TABLE_CODES).optional(),
});

export const ReadStatisticsInput = Asked.extend({ basis: z.enum(["output", "absorbed"]).default("output") });
export const ReadAreaInput = Asked.extend({ basis: z.enum(["output", "absorbed", "registered"]).default("output") });
