import { z } from "zod";
import type { Tx } from "../shared/database.ts";
import { YuanText, YuanTextOrZero } from "../shared/input.ts";
import { DEFAULT_VENUE_PARAMETERS, SELLER_CLASSES, type VenueListingParameters } from "./listing.rules.ts";

const PARAMETER_KEY = "listing.venue";
const Days = z.number().int().min(0).max(250);
/** §5.4: a venue sets W between 120 and 600 seconds. */
const Window = z.number().int().min(120).max(600);
const ByClass = z.record(z.enum(SELLER_CLASSES), Days);

/** What a venue may set of its listing rules; what it leaves out is the platform's proposal. */
export const VenueParameters = z
  .object({
    announcementMinWorkingDays: ByClass,
    closingHour: z.number().int().min(1).max(24),
    extensionMinWorkingDays: Days,
    extensionMaxCycles: Days,
    suspensionMaxDays: Days,
    resumeMinRemainingWorkingDays: Days,
    resultAnnouncementWorkingDays: ByClass,
    resultHoldsContract: z.record(z.enum(SELLER_CLASSES), z.boolean()),
    priceCutFloorBp: z.number().int().min(0).max(10_000),
    soleBuyerNeedsNotice: z.boolean(),
    qualificationDays: Days,
    withdrawalCostFen: YuanTextOrZero,
    priorityAnswerWorkingDays: z.number().int().min(1).max(30),
    rerunCutMaxBp: z.number().int().min(0).max(10_000),
    bidding: z
      .object({
        windowMinSeconds: Window,
        windowMaxSeconds: Window,
        onePeriodMinHours: z.number().int().min(1).max(720),
        pauseSeconds: z.number().int().min(60).max(86_400),
        shortOutageSeconds: z.number().int().min(0).max(86_400),
        restartNoticeHours: z.number().int().min(1).max(720),
        reserveClosesMinutes: z.number().int().min(0).max(1_440),
        standbyDays: z.number().int().min(1).max(180),
      })
      .partial(),
    deposit: z.object({ minFen: YuanText, roundUpToFen: YuanText }).partial(),
  })
  .partial();

export type VersionedVenueParameters = VenueListingParameters & { readonly parameterVersion: number };

/** The rules of a venue at an instant: its own newest version, else everybody's, over the proposed defaults. */
export async function venueParametersAt(tx: Pick<Tx, "parameter">, venueId: string, at: Date): Promise<VersionedVenueParameters> {
  const rows = await tx.parameter.findMany({
    where: { key: PARAMETER_KEY, scope: { in: [venueId, ""] }, effectiveFrom: { lte: at } },
    orderBy: [{ scope: "desc" }, { version: "desc" }],
    take: 1,
  });
  const [row] = rows;
  if (!row) return { ...DEFAULT_VENUE_PARAMETERS, parameterVersion: 0 };
  const own = VenueParameters.parse(row.value);
  return {
    ...DEFAULT_VENUE_PARAMETERS,
    ...own,
    deposit: { ...DEFAULT_VENUE_PARAMETERS.deposit, ...own.deposit },
    bidding: { ...DEFAULT_VENUE_PARAMETERS.bidding, ...own.bidding },
    version: `${row.scope === "" ? "platform" : "venue"}-${row.version}`,
    standing: "VENUE_RULES",
    parameterVersion: row.version,
  };
}
