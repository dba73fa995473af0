import { z } from "zod";
import { fen } from "../shared/money.ts";
import { genesisHash } from "./auction.chain.ts";
import { ProcedureTermsJson } from "./procedure-terms.schema.ts";
import type { Announcement } from "./replay.rules.ts";

const FenText = z.string().regex(/^\d{1,18}$/).transform((text) => fen(BigInt(text)));
const Instant = z.iso.datetime().transform((text) => new Date(text));

/** The announcement as it is stored and published: amounts in fen as decimal text, instants in ISO 8601. */
export const AnnouncementJson = z.object({
  procedureId: z.uuid(),
  startPriceFen: FenText,
  incrementTable: z.array(z.object({ fromFen: FenText, stepFen: FenText })).min(1),
  incrementMode: z.enum(["AT_LEAST", "MULTIPLE"]),
  clockForm: z.enum(["TWO_PHASE", "ONE_PERIOD", "CONTEST"]),
  freeStart: Instant,
  freeEnd: Instant,
  windowSeconds: z.number().int().positive(),
  hardStop: Instant.optional(),
  priorityMode: z.enum(["NONE", "IN_HALL", "AFTER"]),
  allowTopUpByLeader: z.boolean(),
  priorityRanks: z.record(z.string(), z.number().int().positive()),
  procedure: ProcedureTermsJson.optional(),
});

/** The stored form of an announcement. Reversed by {@link announcementFrom}. */
export function announcementJson(announcement: Announcement): z.input<typeof AnnouncementJson> {
  return {
    procedureId: announcement.procedureId,
    startPriceFen: String(announcement.startPriceFen),
    incrementTable: announcement.incrementTable.map(({ fromFen, stepFen }) => ({ fromFen: String(fromFen), stepFen: String(stepFen) })),
    incrementMode: announcement.incrementMode,
    clockForm: announcement.clockForm,
    freeStart: announcement.freeStart.toISOString(),
    freeEnd: announcement.freeEnd.toISOString(),
    windowSeconds: announcement.windowSeconds,
    ...(announcement.hardStop ? { hardStop: announcement.hardStop.toISOString() } : {}),
    priorityMode: announcement.priorityMode,
    allowTopUpByLeader: announcement.allowTopUpByLeader,
    priorityRanks: { ...announcement.priorityRanks },
    ...(announcement.procedure ? { procedure: announcement.procedure } : {}),
  };
}

export function announcementFrom(json: unknown): Announcement {
  return AnnouncementJson.parse(json);
}

/** Announcements by their stored text: they never change, and a lot's is asked for with every batch of bids. */
const known = new Map<string, Announcement>();
const MOST_KNOWN = 5_000;

/** {@link announcementFrom} for an announcement as text; what was read before is not read again. */
export function announcementOfText(text: string): Announcement {
  let announcement = known.get(text);
  if (!announcement) {
    announcement = announcementFrom(JSON.parse(text));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, announcement);
  }
  return announcement;
}

/** The hash that opens the chain of a lot. */
export function announcementHash(announcement: Announcement): string {
  return genesisHash(announcement);
}
