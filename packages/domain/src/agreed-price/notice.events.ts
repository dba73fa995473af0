import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Notice = z.object({ noticeId: z.uuid(), resultId: z.uuid(), sellerId: z.uuid(), buyerId: z.uuid() });

export const NoticePublished = defineEvent("NoticePublished", Notice.extend({ endsAt: z.iso.datetime(), round: z.number().int() }));
export const ObjectionFiled = defineEvent("ObjectionFiled", z.object({ noticeId: z.uuid(), objectionId: z.uuid() }));
export const NoticeCleared = defineEvent("NoticeCleared", Notice.extend({ effectiveAt: z.iso.datetime(), validUntil: z.iso.datetime() }));
export const NoticeEnded = defineEvent("NoticeEnded", Notice.extend({ state: z.enum(["CANCELLED", "EXPIRED"]), reason: z.string() }));
