import { z } from "zod";
import { Id, line, prose, YuanText } from "../shared/input.ts";
import { NOTICE_WAYS, PRIORITY_KINDS } from "./priority-right.rules.ts";

export const PRIORITY_SUBJECTS = ["listing", "notice"] as const;
const Subject = { subjectType: z.enum(PRIORITY_SUBJECTS), subjectId: Id };
export const ListPriorityRightsInput = z.object(Subject);
export const NamePriorityRightInput = z.object({ ...Subject, kind: z.enum(PRIORITY_KINDS), holder: line(80, 2), holderId: Id.nullable().default(null) });
export const NotifyPriorityRightInput = z.object({ rightId: Id, way: z.enum(NOTICE_WAYS), days: z.coerce.number().int().min(1).max(60), proof: prose(500, 4) });
/** What the holder answered, with the paper that shows it. */
export const AnswerPriorityRightInput = z.object({ rightId: Id, answer: z.enum(["exercise", "waive"]), proof: prose(500, 4) });
/** The holder's own answer, with the price of the conditions that he was shown. */
export const AnswerOwnRightInput = z.object({ rightId: Id, answer: z.enum(["exercise", "waive"]), price: YuanText });
/** Which colleague of the seller the named holder is. */
export const LinkHolderInput = z.object({ rightId: Id, personId: Id });
