import { z } from "zod";
import { DayText, Id, line, prose, YuanText } from "../shared/input.ts";
import { VALUATION_METHODS } from "./valuation.rules.ts";

export const RecordValuationInput = z
  .object({
    resultId: Id,
    reportNo: line(60, 2),
    appraiser: line(120, 2),
    method: z.enum(VALUATION_METHODS),
    purpose: line(200, 2),
    valuedOn: DayText,
    value: YuanText,
    low: YuanText.nullable().default(null),
    high: YuanText.nullable().default(null),
    filedWith: z.string().trim().max(120).default(""),
    documentId: Id,
  })
  .superRefine(({ value, low, high }, ctx) => {
    if ((low !== null && low > value) || (high !== null && high < value)) ctx.addIssue({ code: "custom", path: ["value"], params: { code: "VALUATION_RANGE" } });
  });
export const ListValuationsInput = z.object({ resultId: Id });
export const WithdrawValuationInput = z.object({ valuationId: Id, reason: prose(500, 4) });
