import { z } from "zod";
import { DayText, Id, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const DrawInspectionInput = z
  .object({
    officeId: Id,
    from: DayText,
    to: DayText,
    shareBp: z.coerce.number().int().min(1).max(10_000).default(500),
    minimum: z.coerce.number().int().min(1).max(1_000).default(5),
    maximum: z.coerce.number().int().min(1).max(1_000).default(100),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], params: { code: "PERIOD_BACKWARDS" } })
  .refine(({ minimum, maximum }) => minimum <= maximum, { path: ["maximum"], params: { code: "SAMPLE_BOUNDS_BACKWARDS" } });

const Item = z.object({ inspectionId: Id, no: z.coerce.number().int().positive(), version: z.number().int().min(0).optional() });

/** What the inspecting province may do with a drawn file; an office answers a defect by remedying it. */
export const INSPECTOR_EVENTS = ["pass", "findDefect", "refer", "acceptRemedy", "rejectRemedy"] as const;

export const JudgeItemInput = Item.extend({ event: z.enum(INSPECTOR_EVENTS), words: prose(2_000).default("") }).refine(({ event, words }) => event === "pass" || event === "acceptRemedy" || words.trim().length >= 10, {
  path: ["words"],
  params: { code: "FINDING_NEEDS_WORDS" },
});
export const RemedyItemInput = Item.extend({ words: prose(2_000, 10) });
export const InspectionInput = z.object({ inspectionId: Id });
export const ListInspectionsInput = PageInput;
export const PerformanceInput = z.object({ from: DayText.optional(), to: DayText.optional() });
