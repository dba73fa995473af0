import { z } from "zod";
import { DayText, Id, prose, YuanText } from "../shared/input.ts";

export const TITLE_MAX = 120;
export const PROBLEM_MAX = 5000;

/** An answer that may be left empty: "" and null mean none. */
function orNone<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.literal("").transform(() => null), z.null(), schema]).optional();
}

/** What a demand says; every part may be left out of a draft. */
export const DemandTyped = z.object({
  title: prose(TITLE_MAX).optional(),
  /** 要解决的技术问题. */
  problem: prose(PROBLEM_MAX).optional(),
  /** 要达到的技术指标. */
  targets: prose(PROBLEM_MAX).optional(),
  field: orNone(z.string().max(10)),
  budget: orNone(YuanText),
  deadlineOn: orNone(DayText),
  divisionCode: z.string().regex(/^\d{6}$/).optional(),
  contactName: orNone(prose(40)),
  contactPhone: orNone(prose(30)),
});
export type DemandTyped = z.infer<typeof DemandTyped>;

export const DraftDemandInput = DemandTyped.extend({ secrecy: z.enum(["NO", "YES", "UNSURE"]) });

/** The version that the author saw. */
const Seen = z.object({ demandId: Id, version: z.number().int().min(0) });

export const EditDemandInput = DemandTyped.extend(Seen.shape);
export const PublishDemandInput = Seen;
export const CloseDemandInput = Seen.extend({ reason: z.string().trim().min(2).max(500) });
export const LapseDemandInput = z.object({ demandId: Id, dueAt: z.coerce.date() });
