import { z } from "zod";
import { seal, unseal } from "../shared/secret-box.ts";

const Ticket = z.object({ purpose: z.literal("enrol-second-factor"), personId: z.string(), secret: z.string(), expiresAt: z.coerce.date() });
type Ticket = Omit<z.infer<typeof Ticket>, "purpose">;

/** An authenticator secret on its way to be confirmed; only this installation can read or make it. */
export function sealTicket(key: Buffer, ticket: Ticket): string {
  return seal(key, JSON.stringify({ purpose: "enrol-second-factor", ...ticket }));
}

/** Undefined for a ticket that is forged, cut off, or sealed for something else. */
export function openTicket(key: Buffer, text: string): Ticket | undefined {
  try {
    return Ticket.parse(JSON.parse(unseal(key, text)));
  } catch {
    return undefined; // whoever sends such a ticket starts again
  }
}
