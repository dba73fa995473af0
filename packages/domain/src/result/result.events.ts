import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

export const ResultPublished = defineEvent(
  "ResultPublished",
  z.object({ resultId: z.uuid(), ownerId: z.uuid(), versionNo: z.number().int(), field: z.string(), divisionCode: z.string() }),
);

export const ResultWithdrawn = defineEvent("ResultWithdrawn", z.object({ resultId: z.uuid(), ownerId: z.uuid() }));
