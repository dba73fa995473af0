import { z } from "zod";
import { Id } from "../shared/input.ts";

export const ExportEvidenceInput = z.object({ dealId: Id });
