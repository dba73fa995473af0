import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { readParameter } from "../shared/parameter.ts";
import { DEFAULT_PRIORITY_PARAMETERS, type PriorityParameters } from "./priority-right.rules.ts";

const Days = z.number().int().min(1).max(90);
const StoredParameters = z.object({ version: z.string().min(1), noticeDays: Days, displayDays: Days });

/** The days that a holder told at an instant has at least. They follow a judicial interpretation, so they are the same everywhere. */
export function priorityParametersAt(db: Pick<Tx, "parameter">, at: Date): Promise<PriorityParameters> {
  return readParameter(db, "priority-right.notice", StoredParameters, at, DEFAULT_PRIORITY_PARAMETERS);
}
