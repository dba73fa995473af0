import { escalateDeadline, missCorrection, warnOfDeadline } from "@ttx/domain/recognition";
import { whenDue, type DueHandler } from "../due-handler.ts";
import { act } from "../handler.ts";

export const RECOGNITION_DUE_HANDLERS: readonly DueHandler[] = [
  whenDue("recognition.miss-correction", (contractId, dueAt) => act(missCorrection, { contractId, dueAt })),
  whenDue("recognition.warn", (contractId, dueAt) => act(warnOfDeadline, { contractId, dueAt })),
  whenDue("recognition.escalate", (contractId, dueAt) => act(escalateDeadline, { contractId, dueAt })),
];
