import { z } from "zod";
import { Id, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { ALERT_LEVELS, CONCLUSIONS, REFERRAL_BODIES } from "./risk-alert.machine.ts";

export const QUESTION_MAX = 1_000;
export const EXPLANATION_MIN = 10;
export const EXPLANATION_MAX = 4_000;
export const NOTE_MAX = 2_000;

/** An optional word of an address: an empty or unknown one asks for nothing. */
const Filter = <const Values extends readonly [string, ...string[]]>(values: Values) => z.enum(values).optional().catch(undefined);

export const ListAlertsInput = PageInput.extend({
  /** desk: everything that is not concluded yet. */
  state: Filter(["desk", "OPEN", "EXPLAINING", "CONCLUDED"]),
  level: Filter(ALERT_LEVELS),
  rule: Filter(["R01", "R02", "R04", "R05"]),
  contractId: Id.optional(),
});

export const ReadAlertInput = z.object({ alertId: Id });

/** The version that the reader saw. */
const Seen = z.object({ alertId: Id, version: z.number().int().min(0) });

export const AskInput = Seen.extend({ question: prose(QUESTION_MAX).optional() });
export const ExplainInput = z.object({ alertId: Id, explanation: prose(EXPLANATION_MAX, EXPLANATION_MIN) });
export const ConcludeInput = Seen.extend({ conclusion: z.enum(CONCLUSIONS), note: prose(NOTE_MAX), referredTo: z.enum(REFERRAL_BODIES).optional() });
export const ReopenInput = Seen.extend({ reason: prose(NOTE_MAX, 10) });
export const LapseInput = z.object({ alertId: Id, dueAt: z.coerce.date() });
export const ListQuestionsInput = PageInput.extend({ state: Filter(["open", "done"]) });
