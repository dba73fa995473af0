import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

export const CertificateIssued = defineEvent("CertificateIssued", z.object({ certificateId: z.uuid(), no: z.string(), dealId: z.uuid() }));
export const CertificateRevoked = defineEvent("CertificateRevoked", z.object({ certificateId: z.uuid(), no: z.string(), dealId: z.uuid(), reason: z.string() }));
