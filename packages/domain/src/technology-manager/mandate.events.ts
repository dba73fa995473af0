import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

export const MandateAccepted = defineEvent("MandateAccepted", z.object({ mandateId: z.uuid(), clientId: z.uuid(), agencyId: z.uuid(), side: z.enum(["SELLER", "BUYER"]) }));
export const MandateEnded = defineEvent("MandateEnded", z.object({ mandateId: z.uuid(), clientId: z.uuid(), agencyId: z.uuid(), state: z.enum(["ENDED", "EXPIRED"]) }));
