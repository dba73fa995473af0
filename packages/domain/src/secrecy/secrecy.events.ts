import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Subject = z.object({ caseId: z.uuid(), subjectType: z.enum(["result", "demand"]), subjectId: z.uuid() });

export const ContentWithheld = defineEvent("ContentWithheld", Subject);
export const ContentRestored = defineEvent("ContentRestored", Subject);
/** It is a secret: its unsettled deals have to be annulled. */
export const ContentSealed = defineEvent("ContentSealed", Subject.extend({ dealIds: z.array(z.uuid()) }));
