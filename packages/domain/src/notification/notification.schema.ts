import { z } from "zod";
import { Id } from "../shared/input.ts";
import { PageInput } from "../shared/paging.ts";

export const ListNotificationsInput = PageInput.extend({ show: z.enum(["all", "unread"]).default("all") });
export const MarkReadInput = z.object({ notificationId: Id });
export const MarkAllReadInput = z.object({});
