import { z } from "zod";
import { DayText, Id, line, prose } from "../shared/input.ts";
import { DISPOSAL_DEMANDS } from "./project-contract.rules.ts";

export const ProjectContractInput = z.object({ resultId: Id });

const blank = z.literal("").transform(() => null);

export const DeclareProjectContractInput = z.object({
  resultId: Id,
  projectNo: line(60, 2),
  funder: line(120, 2),
  demand: z.enum(DISPOSAL_DEMANDS),
  clause: prose(2_000, 4),
  /** The funder's consent, once it is there; a paper on file stays unless another is given. */
  consentNo: z.string().trim().max(60).default(""),
  consentOn: DayText.nullable().or(blank).default(null),
  documentId: Id.nullable().default(null),
});
