import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

/** A holder has exercised or waived, by himself or as the seller recorded it. */
export const PriorityRightAnswered = defineEvent(
  "PriorityRightAnswered",
  z.object({ rightId: z.uuid(), subjectType: z.enum(["listing", "notice"]), subjectId: z.uuid(), resultId: z.uuid(), ownerId: z.uuid(), state: z.enum(["EXERCISED", "WAIVED"]) }),
);
