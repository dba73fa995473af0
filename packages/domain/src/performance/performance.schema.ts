import { z } from "zod";
import { DayText, Id, line, prose, YuanText, YuanTextOrZero } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { BREACH_KINDS } from "./performance.machine.ts";

const Of = z.object({ contractId: Id });
const Numbered = Of.extend({ no: z.coerce.number().int().min(1) });

export const OpenPerformanceInput = Of;
export const PlanMilestonesInput = Of.extend({ milestones: z.array(z.object({ title: line(200), dueOn: DayText })).max(50) });
export const ReachMilestoneInput = Numbered.extend({ doneOn: DayText, note: prose(500).default("") });
export const RecordReceiptInput = Of.extend({
  instalmentNo: z.number().int().min(1).nullable().default(null),
  royaltyNo: z.number().int().min(1).nullable().default(null),
  receivedOn: DayText,
  amount: YuanText,
  /** Only where the invoices show it apart. */
  technicalAmount: YuanTextOrZero.nullable().default(null),
  note: prose(500).default(""),
});
export const CorrectReceiptInput = Numbered.extend({ reason: prose(500, 2) });
export const ReportRoyaltyInput = Of.extend({ periodFrom: DayText, periodTo: DayText, base: YuanTextOrZero, rateBp: z.number().int().min(0).max(10_000), note: prose(500).default("") });
export const CorrectRoyaltyInput = Numbered.extend({ base: YuanTextOrZero, rateBp: z.number().int().min(0).max(10_000), note: prose(500).default("") });
export const ConfirmRoyaltyInput = Numbered;
export const QuestionRoyaltyInput = Numbered.extend({ question: prose(1000, 2) });
export const StepInput = Of.extend({ note: prose(1000).default("") });
export const ReasonedStepInput = Of.extend({ note: prose(1000, 2) });
export const ClaimBreachInput = Of.extend({ kind: z.enum(BREACH_KINDS), facts: prose(2000, 5) });
export const AnswerBreachInput = Numbered.extend({ answer: prose(2000, 2) });
export const CloseBreachInput = Numbered.extend({ outcome: z.enum(["cure", "withdraw", "dispute"]), note: prose(1000, 2) });
export const WatchPerformanceInput = Of.extend({ dueAt: z.coerce.date() });
export const ReadPerformanceInput = Of;
export const PERFORMANCE_GROUPS = ["ALL", "OPEN", "TO_DO", "ENDED"] as const;
export const ListPerformancesInput = PageInput.extend({ side: z.enum(["seller", "buyer"]).default("seller"), group: z.enum(PERFORMANCE_GROUPS).default("ALL") });
