import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Notice = z.object({ noticeId: z.uuid(), resultId: z.uuid(), sellerId: z.uuid(), buyerId: z.uuid() });

export const NoticePublished = defineEvent("NoticePublished", Notice.extend({ endsAt: z.iso.datetime(), round: z.number().int() }));
export const ObjectionFiled = defineEvent("ObjectionFiled", z.object({ noticeId: z.uuid(), objectionId: z.uuid() }));
export const NoticeCleared = defineEvent("NoticeCleared", Notice.extend({ effectiveAt: z.iso.datetime(), validUntil: z.iso.datetime() }));
/** An objection was upheld and the price is to be made anew: the days that ran count for nothing. */
export const NoticeReturned = defineEvent("NoticeReturned", Notice.extend({ reason: z.string() }));
export const NoticeEnded = defineEvent("NoticeEnded", Notice.extend({ state: z.enum(["CANCELLED", "EXPIRED"]), reason: z.string() }));
