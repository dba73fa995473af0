import { z } from "zod";
import { DayText, line } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const SearchAuditInput = PageInput.extend({
  /** An act ("listing.publish"), or a whole area ("listing."). */
  act: line(100).optional(),
  /** Name or e-mail of a person, or the id. */
  person: line(200).optional(),
  /** Part of an organisation's name, its credit code or id. */
  organisation: line(200).optional(),
  subjectType: line(60).optional(),
  subjectId: line(100).optional(),
  from: DayText.optional(),
  to: DayText.optional(),
  /** Division or prefix of one; inside the reader's own jurisdiction. */
  divisionCode: z.string().regex(/^\d{2}(\d{2}){0,2}$/).optional(),
});

export const ReadAuditEntryInput = z.object({ entryId: z.string().regex(/^\d{1,18}$/).transform(BigInt) });
export const ReadSealsInput = PageInput;

