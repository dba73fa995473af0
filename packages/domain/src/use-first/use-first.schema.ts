import { z } from "zod";
import { DayText, Id, prose, YuanText, YuanTextOrZero } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const UseFirstIdInput = z.object({ useFirstId: Id });
/** A deal as its events tell it. */
export const UseFirstOfDealInput = z.object({ dealId: Id });
export const UseFirstDueInput = z.object({ useFirstId: Id, dueAt: z.coerce.date() });
export const FailUseFirstInput = z.object({ dealId: Id, reason: z.string().max(200) });

/** Sales in all so far (累计销售额), and whether what was agreed as trigger has happened. */
export const ReportUseInput = z.object({ useFirstId: Id, sales: YuanTextOrZero, triggerMet: z.boolean(), evidence: prose(2_000, 10) });
export const ANSWERS = ["ACCEPTED", "REFUSED"] as const;
export type ReportAnswer = (typeof ANSWERS)[number];
/** `no` is the report that was read, so that nobody answers another. */
export const AnswerReportInput = z.object({ useFirstId: Id, no: z.coerce.number().int().min(1), answer: z.enum(ANSWERS), reason: prose(1_000) });
export const GiveUpInput = z.object({ useFirstId: Id, reason: prose(500, 4), materialsReturned: z.literal(true, { error: "USE_FIRST_RETURN_FIRST" }) });
/** Until when to pay at the latest, whether interest is asked for up to that day, and in words what the demand rests on. */
export const ClaimFeeInput = z.object({ useFirstId: Id, payBy: DayText, withInterest: z.boolean().default(false), reason: prose(1_000, 10) });
export const EndUseInput = z.object({ useFirstId: Id, reason: prose(1_000, 10) });
/** The amount that the seller received, as the page showed it due. */
export const ConfirmFeeInput = z.object({ useFirstId: Id, amount: YuanText, receivedOn: DayText });
export const ListUseFirstInput = PageInput.extend({ tab: z.enum(["running", "ended"]).default("running") });
