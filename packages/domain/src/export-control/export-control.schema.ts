import { z } from "zod";
import { DayText, Id, line, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { CATALOGUE_ITEM, EXPORT_PAPERS } from "./export-control.rules.ts";

export const GateIdInput = z.object({ gateId: Id });
export const OpenGateInput = z.object({ resultId: Id, buyerId: Id, placeOfUse: line(80, 2), venueId: Id.nullable().default(null) });

export const FindingsShape = z.object({
  catalogueItem: z.string().trim().toUpperCase().refine((text) => text === "" || CATALOGUE_ITEM.test(text), { params: { code: "EXPORT_CATALOGUE_ITEM" } }).default(""),
  secretDeclared: z.boolean(),
  dualUse: z.boolean(),
  fiscalProject: z.boolean(),
  assignsOrExclusive: z.boolean(),
  securityReview: z.boolean(),
});
export const ClassifyInput = FindingsShape.extend({ gateId: Id });
export const PaperInput = z.object({ gateId: Id, kind: z.enum(EXPORT_PAPERS), number: line(60, 2), authority: line(80, 2), issuedOn: DayText });
export const RefusedByAuthorityInput = z.object({ gateId: Id, reason: prose(500, 4) });
export const ListGatesInput = PageInput.extend({ view: z.enum(["open", "done"]).default("open") });
