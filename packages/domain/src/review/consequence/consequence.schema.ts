import { z } from "zod";
import { DayText, Id, line, prose, YuanTextOrZero } from "../../shared/input.ts";
import { PROVINCE_KINDS } from "./consequence.rules.ts";

export const RecordConsequenceInput = z.object({
  contractId: Id,
  kind: z.enum(PROVINCE_KINDS),
  documentNo: line(60, 4),
  on: DayText,
  amount: YuanTextOrZero.optional(),
  words: prose(1_000).default(""),
});
/** 0 says that no relief was taken. */
export const ReportReliefInput = z.object({ contractId: Id, amount: YuanTextOrZero, words: prose(1_000).default("") });
export const ReadConsequencesInput = z.object({ contractId: Id });
/** 信用承诺: that the materials are true, and that liability is accepted. */
export const AskRepairInput = z.object({ contractId: Id, words: prose(2_000, 10), promised: z.literal(true) });
export const DecideRepairInput = z.object({ contractId: Id, decision: z.enum(["repair", "refuse"]), documentNo: line(60, 4), reasons: prose(1_000, 4) });
/** The decision of revocation was set aside by a judgment or a decision on reconsideration. */
export const WithdrawRecordInput = z.object({ contractId: Id, documentNo: line(60, 4), reasons: prose(1_000, 4) });
