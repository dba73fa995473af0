import { z } from "zod";
import { Id, line, prose } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";
import { EXTENSION_CLASSES } from "./extension.rules.ts";

const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const DeclareExtensionInput = z.object({
  /** Number of the legal notice: the same moves deadlines once. */
  documentNo: line(60, 4),
  title: line(120, 4),
  reason: prose(1_000, 10),
  legalBasis: line(200, 4),
  classes: z.array(z.enum(EXTENSION_CLASSES)).min(1).transform((classes) => [...new Set(classes)]),
  /** Deadlines that fall between these instants move. */
  windowFrom: Instant,
  windowUntil: Instant,
  days: z.coerce.number().int().min(1).max(60),
});
export const ListExtensionsInput = PageInput;
export const ExtensionIdInput = z.object({ extensionId: Id });
export const ExtensionsOfInput = z.object({ subjectIds: z.array(Id).min(1).max(20) });
