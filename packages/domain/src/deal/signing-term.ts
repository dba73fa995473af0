import { z } from "zod";
import { calendarFor } from "../reference/index.ts";
import { addWorkingDays } from "../shared/calendar.ts";
import { dayOf, endOfDay } from "../shared/clock.ts";
import type { Tx } from "../shared/database.ts";
import { readParameter } from "../shared/parameter.ts";
import { DEFAULT_SIGNING_TERM } from "./deal.rules.ts";

const StoredTerm = z.object({ version: z.string().min(1), workingDays: z.number().int().min(1).max(60) });

type Term = { readonly venueId: string | null; /** Whose rules hold. */ readonly announcedAt: Date; /** From when both may sign. */ readonly runsFrom: Date };

/** By when both have to sign: in the working days of the venue's rules as announced; without a venue, or rules of its own, the platform's. */
export async function signingDueAt(db: Pick<Tx, "parameter">, { venueId, announcedAt, runsFrom }: Term): Promise<Date> {
  const { workingDays } = await readParameter(db, "deal.signing", StoredTerm, announcedAt, DEFAULT_SIGNING_TERM, venueId ?? "");
  return endOfDay(addWorkingDays(calendarFor(), dayOf(runsFrom), workingDays));
}
