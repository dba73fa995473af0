import { z } from "zod";
import { DayText, Id, line, prose, YuanText } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

/** What a manager does in a deal (institutions and managers §2.3). Offers may be made only where NEGOTIATE is among them. */
export const MANAGER_SERVICES = ["FIND", "TRANSLATE", "INTRODUCE", "NEGOTIATE", "DRAFT", "FOLLOW_UP"] as const;
export type ManagerService = (typeof MANAGER_SERVICES)[number];

export const PIPELINE_STAGES = ["MATCH", "PROTECT", "NEGOTIATE", "DECIDE", "SIGN", "DELIVER", "FOLLOW_UP"] as const;
export type PipelineStage = (typeof PIPELINE_STAGES)[number];

export const MANDATE_SIDES = ["SELLER", "BUYER"] as const;

export const RequestMandateInput = z
  .object({
    /** Whom one asks for: one's own organisation as the client, or as the agency that offers itself. */
    as: z.enum(["CLIENT", "AGENCY"]),
    otherId: Id,
    side: z.enum(MANDATE_SIDES),
    resultId: Id.nullable().default(null),
    demandId: Id.nullable().default(null),
    services: z.array(z.enum(MANAGER_SERVICES)).min(1).max(MANAGER_SERVICES.length),
    exclusive: z.boolean().default(false),
    rateBp: z.coerce.number().int().min(1).max(2_000),
    cap: YuanText.nullable().default(null),
    /** Ties to either side, disclosed (利益冲突披露). */
    conflicts: prose(1_000).default(""),
    remark: prose(1_000).default(""),
    validFrom: DayText,
    validTo: DayText,
    tailMonths: z.coerce.number().int().min(0).max(36).default(12),
  })
  .superRefine(({ side, resultId, demandId, validFrom, validTo }, ctx) => {
    if (validTo < validFrom) ctx.addIssue({ code: "custom", path: ["validTo"], params: { code: "MANDATE_TERM_BACKWARDS" } });
    if (side === "SELLER" && demandId !== null) ctx.addIssue({ code: "custom", path: ["demandId"], params: { code: "MANDATE_SUBJECT_UNFIT" } });
    if (side === "BUYER" && resultId !== null) ctx.addIssue({ code: "custom", path: ["resultId"], params: { code: "MANDATE_SUBJECT_UNFIT" } });
  });

export const MandateIdInput = z.object({ mandateId: Id });
export const AnswerMandateInput = z.object({ mandateId: Id, accept: z.boolean(), reason: prose(500).default("") });
export const EndMandateInput = z.object({ mandateId: Id, reason: prose(500, 4) });
export const MandateDueInput = z.object({ mandateId: Id, dueAt: z.coerce.date() });
export const MANDATE_TABS = ["open", "past"] as const;
export const ListMandatesInput = PageInput.extend({ tab: z.enum(MANDATE_TABS).default("open") });
export const FindAgenciesInput = z.object({ text: z.string().trim().min(2).max(60) });
export const AddTaskInput = z.object({ mandateId: Id, title: line(120, 2), dueOn: DayText.nullable().default(null) });
export const TaskIdInput = z.object({ taskId: Id });
