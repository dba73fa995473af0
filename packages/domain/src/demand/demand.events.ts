import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

export const DemandPublished = defineEvent(
  "DemandPublished",
  z.object({ demandId: z.uuid(), ownerId: z.uuid(), field: z.string(), divisionCode: z.string() }),
);

export const DemandClosed = defineEvent("DemandClosed", z.object({ demandId: z.uuid(), ownerId: z.uuid(), because: z.enum(["OWNER", "DEADLINE"]) }));
