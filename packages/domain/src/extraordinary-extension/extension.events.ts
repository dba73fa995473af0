import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

/** Deadlines were moved by one act; what each of them is stands in the items of the extension. */
export const ExtensionDeclared = defineEvent("ExtensionDeclared", z.object({ extensionId: z.uuid(), documentNo: z.string() }));
