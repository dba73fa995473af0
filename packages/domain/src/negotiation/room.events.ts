import { z } from "zod";
import { defineEvent } from "../shared/events.ts";

const Parties = z.object({ roomId: z.uuid(), resultId: z.uuid(), sellerId: z.uuid(), buyerId: z.uuid() });

/** No event says anything of what was talked about. */
export const RoomOpened = defineEvent("RoomOpened", Parties);
export const RoomAgreed = defineEvent("RoomAgreed", Parties);
export const RoomClosed = defineEvent("RoomClosed", Parties.extend({ lapsed: z.boolean() }));
